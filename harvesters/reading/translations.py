"""Translation files, and the languages they carry."""

import re

from catalog.models.evidence import Absent, Evidence, Found
from catalog.models.facts import TranslationsSeen
from harvesters.reading.listing import Listing

LOOKED_FOR = (
    "*.po", "*.mo", "*.pot", "locales/", "i18n/", "lang/", "values/strings.xml", "*.lproj/",
    "*.resx", "*.xcstrings", "messages.properties",
)  # fmt: skip
MOST_TEMPLATES = 3

_CODES = frozenset(
    (  # noqa: SIM905 - 190 short words
        "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cs cu cv cy "
        "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht "
        "hu hy ia id ig ii is it iu ja ka kk kl km kn ko ku kw ky la lb lg li ln lo lt lv mg mi "
        "mk ml mn mr ms mt my na nb nd ne nl nn no nv ny oc om or os pa pl ps pt qu rm ro ru rw "
        "sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
        "tt ug uk ur uz ve vi wa wo xh yi yo za zh zu ckb kmr sma smj sme fit rmy"
    ).split()
)
_CODE = r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4}){0,2}(?:[-_]formal)?"
_FOLDER = (
    r"(?:.*/)?(?:i18n|l10n|locales?|lang|langs|languages?|translations?|messages|_locales|intl)/"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:.*/)?(?:[\w.-]{{1,80}}[-_])?{_CODE}\.(?:po|mo)$",
        rf"{_FOLDER}(?:.{{1,100}}/)?{_CODE}/.{{1,100}}\.(?:json|ya?ml|php|po|mo|properties|ftl|[jt]s|xlf|xliff)$",
        rf"{_FOLDER}(?:.{{1,100}}/)?(?:[\w-]{{1,40}}\.)?{_CODE}\.(?:json|ya?ml|php|[jt]s|properties|xlf|xliff|ftl|arb)$",
        rf"(?:.*/)?[\w-]{{1,60}}\.{_CODE}\.(?:resx|xlf|xliff|arb)$",
        rf"(?:.*/)?[\w-]{{1,60}}_{_CODE}\.properties$",
        rf"(?:.*/)?values-{_CODE}/strings\.xml$",
        rf"(?:.*/)?{_CODE}\.lproj/.{{1,100}}$",
    )
)
_OTHERS = re.compile(  # of libraries that were copied in, and of tests
    r"(?:^|/)(?:ck-?editor\d?|tinymce|libraries|flatpickr|moment|[\w.-]{0,30}datepicker|select2|datatables|fullcalendar"
    r"|tests?|fixtures?|__tests__|docs?)/",
    re.IGNORECASE,
)
_SHELL = re.compile(r"(?:[\w.-]{1,60}/)?android/.{1,200}/strings\.xml$")
_TEMPLATE = re.compile(
    r"(?:.*/)?[\w.-]{1,80}\.(?:pot|xcstrings)$|(?:.*/)?res/values/strings\.xml$"
    r"|(?:.*/)?(?:messages|i18n|translations|labels)\.(?:properties|xlf|xliff)$"
    r"|(?:.*/)?(?:resources?|resx|i18n|locali[sz]ation|properties)/(?:.{1,100}/)?[\w-]{1,60}\.resx$"
    rf"|{_FOLDER}(?:translations?|messages|i18n|locales?|strings|texts?|languages?)\.(?:json|ya?ml|[jt]s|php)$"
    r"|(?:.*/)?(?:translations|i18n)\.json$",
    re.IGNORECASE,
)


def read(listing: Listing) -> Evidence[TranslationsSeen]:
    """List the languages, by ISO 639 code without region, and the first file of each."""
    examples: dict[str, str] = {}
    for entry in listing.own:
        if (code := _language(entry.path)) and not _OTHERS.search(entry.path):
            examples.setdefault(code, entry.path)
    templates = [e.path for e in listing.own if _TEMPLATE.match(e.path)]
    templates = [path for path in templates if not _OTHERS.search(path)]
    if "package.json" in listing.by_path or "pubspec.yaml" in listing.by_path:
        # Android's file of texts has but the name of an application that other code draws.
        templates = [path for path in templates if not _SHELL.match(path)]
    templates = templates[:MOST_TEMPLATES]
    if not examples and not templates:
        return Absent(absent=LOOKED_FOR)
    languages = tuple(sorted(examples))
    return Found(
        found=TranslationsSeen(
            languages=languages,
            examples=tuple(examples[code] for code in languages),
            templates=tuple(templates),
        )
    )


def _language(path: str) -> str | None:
    for pattern in _PATTERNS:
        found = pattern.match(path)
        if found and found[1] in _CODES:
            return found[1]
    return None
