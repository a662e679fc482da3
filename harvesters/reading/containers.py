"""What builds or starts a ready environment, and what a compose file starts."""

import re

from catalog.models.evidence import Absent, Evidence, Found
from catalog.models.facts import FileSeen
from harvesters.reading import commands, files
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

MOST = 6
LOOKED_FOR = ("Dockerfile*", "compose*.yml", ".devcontainer/", "Chart.yaml", "Vagrantfile")

_COMPOSE = re.compile(r"(?:.*/)?(?:docker-)?compose(?:[._-][\w.-]{1,40})?\.ya?ml$")
_IMAGE = re.compile(r"\s{1,20}[\"']?image[\"']?:\s{0,4}[\"']?(\S{1,200})")
_BUILT = re.compile(r"\s{1,20}(?:build:|extends:|<<:|dockerfile:)")
_SERVICE = re.compile(  # what software in general needs beside it
    r"(?:.*/)?(?:redis|valkey|postgres|postgis|mariadb|mysql|mongo|elasticsearch|opensearch|kibana|rabbitmq"
    r"|memcached|minio|mailhog|mailpit|maildev|keycloak|kafka|zookeeper|solr|adminer|phpmyadmin|pgadmin"
    r"|localstack|azurite|nginx|traefik|mssql|oracle|server|pubsub|wiremock|varnish)[\w.-]{0,40}(?:[:@]|$)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\benv_file\b|\bexternal: {1,4}true|\$\{\w{1,80}(?::?\?[^}]{0,80})?\}")
_FIRST_CHOICE = re.compile(r"(?:docker-)?compose\.ya?ml")  # the one that is started without a name
_STAND_IN = re.compile(
    r"mock|stub|fake|localstack|mailhog|mailpit|maildev|mailcatcher|wiremock|azurite|\bmoto\b|keycloak"
    r"|\bidp[-_]test|simplesaml",
    re.IGNORECASE,
)


def candidates(listing: Listing) -> list[Entry]:
    """List the compose files, those near the root first."""
    return listing.at(_COMPOSE)[:MOST]


def read(contents: Contents) -> Evidence[tuple[FileSeen, ...]]:
    """List what builds or starts a ready environment."""
    listed = files.containers(contents.listing)
    found = tuple(_read(contents, seen) for seen in listed)
    return Found(found=found) if found else Absent(absent=LOOKED_FOR)


def _read(contents: Contents, seen: FileSeen) -> FileSeen:
    entry = contents.listing.by_path[seen.path]
    text = contents.text(entry) if seen.kind == "compose" else None
    if text is None:
        return seen
    lines = [line.partition(" #")[0] for line in text.lines if not line.lstrip().startswith("#")]
    images = [found[1].strip("\"'") for line in lines if (found := _IMAGE.match(line))]
    built = any(_BUILT.match(line) for line in lines)
    own = any(commands.same_name(image.partition(":")[0], contents.names) for image in images)
    others = bool(images) and not own and (contents.names or all(map(_SERVICE.match, images)))
    stand_ins = any(_STAND_IN.search(line) for line in lines)
    asks = any(_ASKS.search(line) for line in lines)
    return seen.model_copy(
        update={
            "services_only": bool(others) and not built,
            "stand_ins": stand_ins,
            "complete": built
            and bool(images)
            and not asks
            and bool(_FIRST_CHOICE.fullmatch(seen.path)),
        }
    )
