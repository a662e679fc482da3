"""What publiccode.yml 0.2-0.7 consists of: every key, its shape, and whether it must be there.

Facts of the standard (https://yml.publiccode.tools/schema.core.html) and, where it and the
reference parser italia/publiccode-parser-go 5.4.3 differ, of the parser.
"""

from collections.abc import Mapping
from typing import Any

from catalog.publiccode import texts
from catalog.publiccode.place import Place
from catalog.publiccode.shapes import ByLanguage, Key, Many, Section, Text, Truth
from catalog.publiccode.vocabulary import (
    CURRENT,
    ITALIAN_VERSIONS,
    LATEST,
    MAINTENANCE,
    SOFTWARE_TYPES,
    STATUSES,
    VERSIONS,
)

_DROP = "it says nothing any more: remove it"
_TEXT = Text()
_NAME = Text(texts.filled, empty=False)
_PAGE = Text(texts.page, empty=False, noun="a web address")
_DAY = Text(texts.day, empty=False, noun="a date")


def _countries(value: Mapping[str, Any], place: Place) -> None:
    for name in ("countries", "unsupportedCountries"):
        listed = value.get(name)
        for index, code in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(code, str) and code.islower() and not texts.country(code):
                hint = f"write {code.upper()}"
                message = f"a country in small letters, {code}, is deprecated"
                place.at(name).at(index).warning(message, hint)


def _maintainers(value: Mapping[str, Any], place: Place) -> None:
    kind = str(value.get("type"))
    contacts, contractors = value.get("contacts"), value.get("contractors")
    if kind in {"internal", "community"} and contacts is None:
        hint = "add a list, with at least 'name:' of each contact"
        place.at("contacts").absent(f"'contacts' is missing, and type is {kind}", hint)
    if kind == "contract" and contractors is None:
        hint = "add a list, with 'name:' and 'until:' of each contractor"
        place.at("contractors").absent("'contractors' is missing, and type is contract", hint)
    if kind != "contract" and contractors is not None:
        hint = "remove the contractors, or write 'type: contract'"
        inside = f"{place.at('contractors').key}["  # what is to go need not be mended first
        place.problems[:] = [p for p in place.problems if not p.key.startswith(inside)]
        place.at("contractors").error("contractors stand only where type is contract", hint)


def _whole(value: Mapping[str, Any], place: Place) -> None:
    version = value.get("publiccodeYmlVersion")
    if isinstance(version, str) and version in VERSIONS and version not in CURRENT:
        message = f"version {version} is not the latest"
        place.at("publiccodeYmlVersion").warning(message, f'write "{LATEST}"')
        for name, key in TOP.keys.items():
            if key.since > version and value.get(name) is not None:
                message = f"'{name}' came with version {key.since}, this says {version}"
                place.at(name).warning(message, f'write publiccodeYmlVersion: "{LATEST}"')
    if value.get("it") is not None and value.get("IT") is not None:
        place.at("it").error("'it' and 'IT' are the same section", "remove 'it'")


_ORGANISATION = Section({
    "uri": Key(
        Text(texts.identifier, empty=False, noun="a URI"),
        mandatory="add 'uri: ...', the organisation's web address or a URN of it",
    ),
    "name": Key(_TEXT),
})  # fmt: skip

_DESCRIPTION = Section({
    "localisedName": Key(_TEXT),
    "genericName": Key(Text(texts.at_most(35)), deprecated=_DROP),
    "shortDescription": Key(
        Text(lambda t: texts.filled(t) or texts.at_most(150)(t), empty=False),
        mandatory="add 'shortDescription: ...', one sentence of at most 150 characters",
    ),
    "longDescription": Key(
        Text(lambda t: texts.filled(t) or texts.at_most(10_000, 150)(t), empty=False),
        mandatory="add 'longDescription: ...', 150 to 10000 characters for those who will use it",
    ),
    "documentation": Key(_PAGE),
    "apiDocumentation": Key(_PAGE),
    "features": Key(
        Many(_TEXT, filled=True), mandatory="add 'features:', a list of what it lets people do"
    ),
    "screenshots": Key(Many(Text(texts.file_of(texts.IMAGES)))),
    "videos": Key(Many(_PAGE)),
    "awards": Key(Many(_TEXT)),
})  # fmt: skip

_AUDIENCE = Section({
    "scope": Key(Many(Text(texts.scope, empty=False))),
    "countries": Key(Many(Text(texts.country, empty=False))),
    "unsupportedCountries": Key(Many(Text(texts.country, empty=False))),
}, then=_countries)  # fmt: skip

_LEGAL = Section({
    "license": Key(
        Text(texts.licence, empty=False, noun="SPDX's identifier of a licence"),
        mandatory="add 'license: ...', SPDX's identifier of the licence, such as EUPL-1.2",
    ),
    "mainCopyrightOwner": Key(_TEXT),
    "repoOwner": Key(_TEXT, deprecated="use the section 'organisation' with uri and name instead"),
    "authorsFile": Key(Text(texts.file_of()), deprecated=_DROP),
})  # fmt: skip

_CONTRACTOR = Section({
    "name": Key(_NAME, mandatory="add 'name: ...'"),
    "until": Key(_DAY, mandatory="add 'until: YYYY-MM-DD', the day the contract ends"),
    "email": Key(Text(texts.email, empty=False)),
    "website": Key(_PAGE),
})  # fmt: skip

_CONTACT = Section({
    "name": Key(_NAME, mandatory="add 'name: ...'"),
    "email": Key(Text(texts.email, empty=False)),
    "affiliation": Key(_TEXT),
    "phone": Key(_TEXT),
})  # fmt: skip

_MAINTENANCE = Section({
    "type": Key(
        Text(texts.word_of(MAINTENANCE), empty=False),
        mandatory=f"add 'type: ...', one of: {', '.join(MAINTENANCE)}",
    ),
    "contractors": Key(Many(_CONTRACTOR)),
    "contacts": Key(Many(_CONTACT)),
}, then=_maintainers)  # fmt: skip

_LOCALISATION = Section({
    "localisationReady": Key(
        Truth(), mandatory="add 'localisationReady: true', or false where texts are in the code"
    ),
    "availableLanguages": Key(
        Many(Text(texts.language, empty=False), filled=True),
        mandatory="add 'availableLanguages:', a list such as '- sv'",
    ),
})  # fmt: skip

_DEPENDENCIES = Many(Section({
    "name": Key(_NAME, mandatory="add 'name: ...'"),
    "versionMin": Key(_TEXT),
    "versionMax": Key(_TEXT),
    "version": Key(_TEXT),
    "optional": Key(Truth()),
}))  # fmt: skip

_ITALY = Section({
    "countryExtensionVersion": Key(Text(texts.word_of(ITALIAN_VERSIONS), empty=False)),
    "conforme": Key(
        Section({
            name: Key(Truth())
            for name in (
                "lineeGuidaDesign", "modelloInteroperabilita", "misureMinimeSicurezza", "gdpr"
            )
        }),
        deprecated=_DROP,
    ),
    "riuso": Key(Section({
        "codiceIPA": Key(
            Text(texts.italian_code),
            deprecated="write it as 'uri: urn:x-italian-pa:...' of the section 'organisation'",
        ),
    })),
    "piattaforme": Key(
        Section({name: Key(Truth()) for name in ("spid", "pagopa", "cie", "anpr", "io")})
    ),
})  # fmt: skip

TOP = Section({
    "publiccodeYmlVersion": Key(
        Text(texts.word_of(VERSIONS), empty=False, numbers=False, noun="text"),
        mandatory=f"add 'publiccodeYmlVersion: \"{LATEST}\"' as the first line",
    ),
    "name": Key(_NAME, mandatory="add 'name: ...', what people call the software"),
    "applicationSuite": Key(_TEXT),
    "url": Key(
        Text(texts.repository, empty=False, noun="an address"),
        mandatory="add 'url: ...', the address of the repository",
    ),
    "landingURL": Key(_PAGE),
    "isBasedOn": Key(
        Many(Text(texts.repository, empty=False, noun="an address"), alone=True)
    ),
    "softwareVersion": Key(_TEXT),
    "releaseDate": Key(_DAY),
    "logo": Key(Text(texts.file_of(texts.LOGOS))),
    "monochromeLogo": Key(Text(texts.file_of(texts.LOGOS)), deprecated="use 'logo' instead"),
    "organisation": Key(_ORGANISATION, since="0.5"),
    "inputTypes": Key(Many(Text(texts.mime, empty=False)), deprecated=_DROP),
    "outputTypes": Key(Many(Text(texts.mime, empty=False)), deprecated=_DROP),
    "platforms": Key(
        Many(_TEXT, filled=True),
        mandatory="add 'platforms:', a list of what people use it on, such as '- web'",
    ),
    "categories": Key(Many(Text(texts.category, empty=False))),
    "usedBy": Key(Many(_TEXT)),
    "fundedBy": Key(Many(_ORGANISATION), since="0.5"),
    "roadmap": Key(_PAGE),
    "developmentStatus": Key(
        Text(texts.word_of(STATUSES), empty=False),
        mandatory=f"add 'developmentStatus: ...', one of: {', '.join(STATUSES)}",
    ),
    "softwareType": Key(
        Text(texts.word_of(SOFTWARE_TYPES), empty=False),
        mandatory=f"add 'softwareType: ...', one of: {', '.join(SOFTWARE_TYPES)}",
    ),
    "supports": Key(
        Many(Section({
            "id": Key(
                Text(texts.supported, empty=False),
                mandatory="add 'id: ...', an alias such as alias:gdpr, or a URI",
            )
        })),
        since="0.7",
    ),
    "intendedAudience": Key(_AUDIENCE),
    "description": Key(
        ByLanguage(_DESCRIPTION, texts.language),
        mandatory="add 'description:' and below it a section for each language, such as 'sv:'",
    ),
    "legal": Key(_LEGAL, always=True),
    "maintenance": Key(_MAINTENANCE, always=True),
    "localisation": Key(_LOCALISATION, always=True),
    "dependsOn": Key(
        Section({name: Key(_DEPENDENCIES) for name in ("open", "proprietary", "hardware")})
    ),
    "IT": Key(_ITALY, deprecated="use 'supports' and 'organisation' instead"),
    "it": Key(_ITALY, deprecated="use 'supports' and 'organisation' instead, or write IT"),
}, then=_whole)  # fmt: skip
