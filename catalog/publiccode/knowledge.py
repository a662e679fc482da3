"""What the catalogue knows of a project, as the keys of a publiccode.yml whose values are valid.

Precedence a key: the repository's own publiccode.yml, other harvested facts, curated data. Persons
are never written: a contact is a function with its mailbox.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from catalog.models.curated import Body, ProjectEntry
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import LicenceSeen, RepositoryFacts
from catalog.models.forge import ForgeAbout, ForgeFacts
from catalog.models.project import Project, ProjectRepository
from catalog.publiccode.rules import usable

Data: TypeAlias = dict[str, Any]
T = TypeVar("T")

_NOT_OURS = {"id", "body", "catalog"}
_TYPES = {"addon": "addon", "library": "library", "config": "configurationFiles",
          "site": "standalone/web"}  # fmt: skip


def known(project: Project, bodies: Mapping[str, Body]) -> Data:
    """Return the keys that can be filled in, each valid."""
    repository = primary(project)
    facts = repository.facts if repository else None
    said = [_stated(facts), _harvested(project, repository, facts), _curated(project, bodies)]
    data: Data = {}
    for one in said:
        data = _joined(data, usable(_bare(one)))
    return _as_a_whole(data)


def primary(project: Project) -> ProjectRepository | None:
    """Return the repository that the file is for."""
    there = [r for r in project.repositories if not r.gone]
    return next((r for r in there if r.role == "primary"), next(iter(there), None))


def about(facts: RepositoryFacts | None) -> ForgeAbout | None:
    """Return what the forge lists of a repository."""
    return _found(facts.forge.about) if facts and isinstance(facts.forge, ForgeFacts) else None


def _found(evidence: Evidence[T]) -> T | None:
    match evidence:
        case Found(found=value):
            return value
        case Absent() | Unseen():
            return None


def _stated(facts: RepositoryFacts | None) -> Data:
    seen = _found(facts.publiccode) if facts else None
    if seen is None:
        return {}
    return {
        "name": seen.name,
        "url": seen.url,
        "isBasedOn": seen.based_on,
        "softwareVersion": seen.software_version,
        "releaseDate": seen.release_date and seen.release_date.isoformat(),
        "developmentStatus": seen.development_status,
        "softwareType": seen.software_type,
        "legal": {"license": seen.licence},
        "maintenance": {"type": seen.maintenance},
        "localisation": {"availableLanguages": list(seen.languages)},
    }


def _harvested(
    project: Project, repository: ProjectRepository | None, facts: RepositoryFacts | None
) -> Data:
    data: Data = {"softwareType": _TYPES.get(project.kind.value)}
    if repository is None or facts is None:
        return data
    listed = about(facts)
    wordpress = isinstance(facts.wordpress, Found)
    archived = bool(listed and listed.archived)
    released = (tags := _found(facts.tags)) and tags.latest_release
    return data | {
        "url": repository.url if repository.url.startswith("https:") else None,
        "landingURL": listed and listed.homepage,
        "isBasedOn": listed and listed.parent and listed.parent.url,
        "softwareVersion": released and released.name,
        "releaseDate": released and released.on and released.on.isoformat(),
        "platforms": ["web"] if wordpress or project.kind.value == "site" else None,
        "developmentStatus": "obsolete" if archived else None,
        "legal": {"license": next(_licences(facts), None)},
        "maintenance": {"type": "none" if archived else None},
        "localisation": _localisation(facts),
    }


def _licences(facts: RepositoryFacts) -> Iterator[str]:
    """Yield what is told of the licence, the surest first; only what is valid."""
    seen: tuple[LicenceSeen, ...] = _found(facts.licences) or ()
    texts = sorted(seen, key=lambda one: (one.path.count("/"), one.path))
    told = [
        *(one.spdx for one in texts),
        *(one.licence for one in _found(facts.readmes) or ()),
        *(one.licence for one in _found(facts.manifests) or () if not one.tooling),
        *(one.licence for one in _found(facts.wordpress) or ()),
        (listed := about(facts)) and listed.licence,
    ]
    return (one for one in told if one and _is_licence(one))


@lru_cache(maxsize=1024)
def _is_licence(text: str) -> bool:
    return bool(usable({"legal": {"license": text}}).get("legal"))


def _localisation(facts: RepositoryFacts) -> Data:
    translations = _found(facts.translations)
    tags = [tag.replace("_", "-") for tag in translations.languages] if translations else []
    valid = usable({"localisation": {"availableLanguages": tags}}) if tags else {}
    listed = valid.get("localisation", {}).get("availableLanguages")
    return {"localisationReady": True, "availableLanguages": listed} if listed else {}


def _curated(project: Project, bodies: Mapping[str, Body]) -> Data:
    body = project.body
    data: Data = {
        "name": project.name,
        "developmentStatus": project.status and project.status.value,
        "organisation": {"uri": body.uri, "name": body.name} if body.uri else None,
        "usedBy": _users(project, bodies),
    }
    if project.entry is None:
        return data
    written = project.entry.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude=_NOT_OURS
    )
    plain = _plain(written)
    plain["maintenance"] = _maintenance(project, project.entry, plain.get("maintenance"))
    plain["dependsOn"] = plain.get("dependsOn") or _proprietary(project.entry)
    return data | {key: value for key, value in plain.items() if value}


def _users(project: Project, bodies: Mapping[str, Body]) -> list[str] | None:
    using = [a.body for a in project.adoptions if a.body and a.stage == "production"]
    return [bodies[one].name for one in dict.fromkeys(using) if one in bodies] or None


def _maintenance(project: Project, entry: ProjectEntry, written: object) -> Data:
    """Return who looks after it: a function with its mailbox, never a person."""
    kept = dict(written) if isinstance(written, dict) else {}
    kept = {key: value for key, value in kept.items() if key == "type"}
    steward = entry.catalog.stewardship
    if steward is None or steward.contact is None:
        return kept
    ours = (steward.body or project.body.id) == project.body.id
    contact = {"name": steward.contact.role, "email": steward.contact.mailbox}
    affiliation = {"affiliation": project.body.name} if ours else {}
    return {"type": "internal" if ours else None, **kept, "contacts": [contact | affiliation]}


def _proprietary(entry: ProjectEntry) -> Data | None:
    needs = entry.catalog.prerequisites
    named = needs.proprietary if needs else None
    return {"proprietary": [{"name": one} for one in named]} if named else None


def _plain(value: Any) -> Any:  # noqa: ANN401 - YAML is any
    """Leave out what only the catalogue knows of a value: its qualifier, date and source."""
    if isinstance(value, dict):
        if "override" in value and isinstance(value["override"], dict):
            value = value["override"]
        if "value" in value:
            return _plain(value["value"])
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _bare(value: Data) -> Data:
    """Leave out what is not there: None, "", and what is empty without it."""
    kept = {
        key: _bare(one) if isinstance(one, dict) else _listed(one) for key, one in value.items()
    }
    return {key: one for key, one in kept.items() if one not in (None, "", [], {}, ())}


def _listed(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, list | tuple):
        return value
    return [_bare(one) if isinstance(one, dict) else one for one in value]


def _joined(first: Data, second: Data) -> Data:
    """Return both, the first where both say something."""
    joined = {**second, **first}
    for key in first.keys() & second.keys():
        if isinstance(first[key], dict) and isinstance(second[key], dict):
            joined[key] = _joined(first[key], second[key])
    return joined


def _as_a_whole(data: Data) -> Data:
    """Leave out what does not go together: contractors without a contract, half a section."""
    maintenance = data.get("maintenance", {})
    if maintenance.get("type") != "contract":
        maintenance.pop("contractors", None)
    if "contacts" in maintenance:
        maintenance["contacts"] = [c for c in maintenance["contacts"] if c.get("name")]
    for name in ("fundedBy", "supports"):
        wanted = "uri" if name == "fundedBy" else "id"
        data[name] = [one for one in data.get(name, ()) if one.get(wanted)]
    for listed in data.get("dependsOn", {}).values():
        listed[:] = [one for one in listed if one.get("name")]
    if not data.get("organisation", {}).get("uri"):
        data.pop("organisation", None)
    return _bare(data)
