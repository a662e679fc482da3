"""What a page says to machines, in the words of schema.org: a block of data that nothing runs.

Only what evidence gives is said; what is unknown is left out. Texts for people come from templates.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from markupsafe import Markup

from catalog.models.curated import Body, BodyType
from catalog.publish import links
from catalog.publish.views.body import BodyView
from catalog.publish.views.frame import Frame
from catalog.publish.views.project import ProjectView

Node: TypeAlias = dict[str, Any]
Above: TypeAlias = tuple[str, str]  # what a page above is called, and its path in the language

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
_PUBLIC: frozenset[BodyType] = frozenset({"municipality", "region", "agency", "joint-body"})
_APPLICATIONS = frozenset({"app", "addon"})  # kinds that are run as they are
_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
# What could end the block or the line; JSON itself escapes what is below a space.
_ESCAPED = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029\x7f")
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def start(page: Frame, description: str) -> Markup:
    """Tell of the site, and that its list is searched by address."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{page.canonical}projects/?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    site = {
        "@type": "WebSite", "@id": page.canonical, "url": page.canonical, "name": page.name,
        "description": description, "inLanguage": page.language, "potentialAction": search,
    }  # fmt: skip
    return _written([site])


def project(page: Frame, view: ProjectView, *above: Above) -> Markup:
    """Tell of a project, and which pages are above."""
    return _written([_source(page, view), _trail(page, view.name, above)])


def body(page: Frame, view: BodyView, *above: Above) -> Markup:
    """Tell of a body, and which pages are above."""
    found = view.body
    told = _organisation(page, found, view.name) | {
        "alternateName": found.name if found.name != view.name else found.name_en,
        "sameAs": links.https(found.uri),
        "identifier": _properties(
            {"organisationsnummer": found.org_number, "kommunkod": found.municipality_code}
        ),
    }
    return _written([told, _trail(page, view.name, above)])


def dataset(page: Frame, name: str, description: str, files: Mapping[str, str]) -> Markup:
    """Tell of tables that are offered: the kind of each file, by its address."""
    told = {
        "@type": "Dataset", "@id": page.canonical, "url": page.canonical, "name": name,
        "description": description, "license": CC0, "inLanguage": page.language,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{page.canonical}{file}",
             "encodingFormat": kind}
            for file, kind in files.items()
        ],
    }  # fmt: skip
    return _written([told])


def trail(page: Frame, name: str, *above: Above) -> Markup:
    """Tell only which pages are above."""
    return _written([_trail(page, name, above)])


def _source(page: Frame, view: ProjectView) -> Node:
    """Tell of source code, and of the software that it makes where one runs it as it is."""
    said, summary = view.project.said, view.summary
    steward = view.stewardship.body if view.stewardship else None
    code: Node = {
        "@type": "SoftwareSourceCode",
        "@id": page.canonical,
        "url": page.canonical,
        "name": view.name,
        "description": summary.text if summary else view.own_words,
        "codeRepository": [r.href for r in view.counted if r.href],
        "license": [_licence(one) for one in view.licences],
        "runtimePlatform": list(view.platforms),
        "creativeWorkStatus": view.status,
        "version": said.version.value if said.version else None,
        "dateModified": _past(view.last_activity, view.edition.today),
        "publisher": _organisation(page, view.project.body, view.body_name),
        "maintainer": _organisation(page, steward, view.edition.name_of(steward))
        if steward
        else None,
    }
    if view.kind in _APPLICATIONS:
        code["targetProduct"] = {
            "@type": "SoftwareApplication",
            "name": view.name,
            "url": view.landing,
            "applicationCategory": list(said.categories.value) if said.categories else None,
            "softwareVersion": said.version.value if said.version else None,
            "softwareHelp": {"@type": "CreativeWork", "url": view.documentation}
            if view.documentation
            else None,
        }
    return code


def _organisation(page: Frame, one: Body, name: str) -> Node:
    kind = "GovernmentOrganization" if one.type in _PUBLIC else "Organization"
    address = page.absolute(f"{page.language}/bodies/{one.id}/")
    return {"@type": kind, "@id": address, "name": name, "url": address}


def _properties(values: Mapping[str, str | None]) -> list[Node]:
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in values.items()
        if value
    ]


def _licence(licence: str) -> str | Node:
    """Return where SPDX describes a licence; what is no single one is a work of some name."""
    if _LICENCE.fullmatch(licence) and not licence.startswith("LicenseRef-"):
        return f"https://spdx.org/licenses/{licence}.html"
    return {"@type": "CreativeWork", "name": licence}


def _trail(page: Frame, name: str, above: Iterable[Above]) -> Node:
    steps = [(text, page.absolute(f"{page.language}/{path}")) for text, path in above]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": text, "item": {"@id": address}}
            for number, (text, address) in enumerate((*steps, (name, page.canonical)), 1)
        ],
    }


def _past(day: date | None, today: date) -> str | None:
    """Return a day; a later one than today says that a clock was wrong."""
    return day.isoformat() if day and day <= today else None


def _written(nodes: Iterable[Node]) -> Markup:
    text = _WRITE({"@context": "https://schema.org", "@graph": [_known(node) for node in nodes]})
    for sign, code in _ESCAPED:
        text = text.replace(sign, code)
    # Nothing in it can end the element: every < is written as a code.
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704


def _known(value: Any) -> Any:  # noqa: ANN401 - JSON is any
    """Leave out what is not known; a list of one is that one."""
    if isinstance(value, dict):
        whole = {key: _known(one) for key, one in value.items()}
        return {key: one for key, one in whole.items() if one is not None}
    if isinstance(value, list):
        return [_known(one) for one in value] if len(value) > 1 else _known(next(iter(value), None))
    return value
