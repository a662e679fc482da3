"""publiccode.yml, read tolerantly, what is wrong left out; and strictly, its errors placed."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import (
    DescribedSeen,
    FaultSeen,
    LifecycleWord,
    NeededSeen,
    PubliccodeSeen,
)
from catalog.publiccode.rules import check_publiccode
from harvesters.reading.audience import audience
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.leading import leads
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.structured import Mapping, words, yaml_lines, yaml_mapping
from harvesters.reading.text import Text

LOOKED_FOR = ("publiccode.yml", "publiccode.yaml")
MANDATORY = (
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
    "description", "legal.license", "maintenance.type", "localisation.localisationReady",
    "localisation.availableLanguages",
)  # fmt: skip

CITED = (
    "name", "url", "landingURL", "softwareType", "developmentStatus", "categories",
    "softwareVersion", "releaseDate", "legal.license", "maintenance.type",
    "maintenance.contractors", "maintenance.contacts", "localisation.availableLanguages",
    "roadmap", "fundedBy", "usedBy",
    "localisation.availableLanguages", "localisation.localisationReady",
    "dependsOn.proprietary",
)  # fmt: skip
_MOST = 60  # items of a list that are kept

_FILE = re.compile(r"publiccode\.ya?ml$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}$")
_CATEGORY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_ADDRESS = re.compile(r"https?://[^\s@/?#\"\\]+(?:[/?#][^\s@\"\\]*)?")  # without a user's name
_TRUE = frozenset({"true", "True", "TRUE", "yes", "Yes"})
_MAILBOX = re.compile(r"\S@\S")
_KEY = re.compile(r"[A-Za-z][\w.\[\]-]{0,99}")
MOST_FAULTS = 20


def candidates(listing: Listing) -> list[Entry]:
    """List the file; only the root counts."""
    return listing.named(_FILE, deepest=0)[:1]


def read(contents: Contents) -> Evidence[PubliccodeSeen]:
    """Read the file where there is one."""

    def seen_strictly(entry: Entry, text: Text) -> PubliccodeSeen:
        told = seen(entry, text)
        lead = leads(told.roadmap, contents, entry, told.url) if told.roadmap else None
        faults = _faults(contents.data(entry) or b"")
        return told.model_copy(update={"faults": faults, "roadmap_lead": lead})

    match gathered(contents, candidates(contents.listing), seen_strictly, LOOKED_FOR):
        case Found(found=(first, *_)):
            return Found(found=first)
        case Unseen() as unseen:
            return unseen
        case _:
            return Absent(absent=LOOKED_FOR)


def seen(entry: Entry, text: Text) -> PubliccodeSeen:
    """Read the fields; an empty or broken file parses as nothing."""
    document = yaml_mapping(text.content)
    if document is None:
        return PubliccodeSeen(path=entry.path, parses=False)
    return PubliccodeSeen(
        path=entry.path,
        parses=True,
        version=words(document.get("publiccodeYmlVersion")),
        url=words(document.get("url")),
        name=words(document.get("name")),
        software_type=words(document.get("softwareType")),
        development_status=_status(document.get("developmentStatus")),
        licence=stated_licence(_at(document, "legal.license")),
        copyright_owner=bool(words(_at(document, "legal.mainCopyrightOwner"))),
        maintenance=words(_at(document, "maintenance.type")),
        software_version=words(document.get("softwareVersion")),
        release_date=_day(document.get("releaseDate")),
        languages=_listed(_at(document, "localisation.availableLanguages"), _LANGUAGE),
        localisation_ready=words(_at(document, "localisation.localisationReady")) in _TRUE,
        missing=tuple(key for key in MANDATORY if not _at(document, key)),
        based_on=_first(document.get("isBasedOn")),
        landing_url=_address(document.get("landingURL")),
        categories=_listed(document.get("categories"), _CATEGORY),
        described=tuple(_by_language(document.get("description"))),
        roadmap=_address(document.get("roadmap")),
        funders=len(_organisations(document.get("fundedBy"))),
        contacts=_contacts(_at(document, "maintenance.contacts")),
        users=len(_names(document.get("usedBy"))),
        contracts=_contracts(_at(document, "maintenance.contractors")),
        proprietary=_needed(_at(document, "dependsOn.proprietary")),
        lines=_lines(text.content),
        **_described(document.get("description")),
    )


def _at(document: Mapping, path: str) -> object:
    value: object = document
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _described(description: object) -> dict[str, Any]:
    texts = description.values() if isinstance(description, dict) else ()
    said = {key for text in texts if isinstance(text, dict) for key, value in text.items() if value}
    return {
        "short_description": "shortDescription" in said,
        "long_description": "longDescription" in said,
        "documentation": "documentation" in said,
        "api_documentation": "apiDocumentation" in said,
    }


def _faults(content: bytes) -> tuple[FaultSeen, ...]:
    """Place the errors by the standard's own rules; the words of the file are left out."""
    errors = (one for one in check_publiccode(content, LOOKED_FOR[0]) if one.severity == "error")
    faults = (
        FaultSeen(key=one.key if _KEY.fullmatch(one.key) else "", line=one.line) for one in errors
    )
    return tuple(dict.fromkeys(faults))[:MOST_FAULTS]


def _organisations(funders: object) -> set[str]:
    """Tell organisations apart by their identifiers, else by their names."""
    listed = funders[:_MOST] if isinstance(funders, list) else []
    named = (one for one in listed if isinstance(one, dict))
    known = (words(one.get("uri")) or words(one.get("name")) for one in named)
    return {name.lower().rstrip("/") for name in known if name}


def _contacts(contacts: object) -> int:
    """Count those that can be reached; who they are is nobody's business here."""
    listed = contacts[:_MOST] if isinstance(contacts, list) else []
    return sum(
        bool(words(one.get("email")) or words(one.get("phone")))
        for one in listed
        if isinstance(one, dict)
    )


def _names(listed: object) -> set[str]:
    names = listed[:_MOST] if isinstance(listed, list) else []
    return {name.casefold() for one in names if (name := words(one))}


def _contracts(contractors: object) -> tuple[date | None, ...]:
    """Tell the last day of each company's contract: no names, they may be people's."""
    listed = contractors[:_MOST] if isinstance(contractors, list) else []
    named = [one for one in listed if isinstance(one, dict) and words(one.get("name"))]
    return tuple(_day(one.get("until")) for one in named)


def _by_language(description: object) -> Iterator[DescribedSeen]:
    """Read the description in each language; an e-mail address is nobody's business here."""
    texts = description.items() if isinstance(description, dict) else ()
    for language, said in list(texts)[:_MOST]:
        if not isinstance(said, dict) or not _LANGUAGE.match(language):
            continue
        short = words(said.get("shortDescription"))
        yield DescribedSeen(
            language=language,
            short=None if short and _MAILBOX.search(short) else short,
            long=bool(long := words(said.get("longDescription"))),
            audience_word=audience(long) if long else None,
            features=isinstance(said.get("features"), list) and bool(said["features"]),
            documentation=_address(said.get("documentation")),
            api_documentation=_address(said.get("apiDocumentation")),
        )


def _needed(value: object) -> tuple[NeededSeen, ...] | None:
    """Read a list of ``dependsOn``; None where there is no such list."""
    if not isinstance(value, list):
        return None
    rows = [row for row in value[:_MOST] if isinstance(row, dict)]
    return tuple(
        NeededSeen(name=name, optional=row.get("optional") in {"true", "True", "yes"})
        for row in rows
        if (name := words(row.get("name")))
    )


def _lines(text: str) -> dict[str, int]:
    """Tell where the keys stand that are cited, and the descriptions."""
    return {
        path: line
        for path, line in yaml_lines(text, 2).items()
        if path in CITED or (path.startswith("description.") and _LANGUAGE.match(path[12:]))
    }


def _address(value: object) -> str | None:
    """Return a web address that names no user."""
    told = words(value)
    return told if told and _ADDRESS.fullmatch(told) else None


def _first(value: object) -> str | None:
    """Return the text, or the first of several."""
    return words(value[0] if isinstance(value, list) and value else value)


def _status(value: object) -> LifecycleWord | None:
    return next((word for word in get_args(LifecycleWord) if word == value), None)


def _listed(value: object, form: re.Pattern[str]) -> tuple[str, ...]:
    """Return the items of a list that have the form, each once."""
    listed = value[:_MOST] if isinstance(value, list) else []
    return tuple(dict.fromkeys(v for v in listed if isinstance(v, str) and form.match(v)))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
