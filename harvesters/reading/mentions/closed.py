"""Words on closed software: paid products, and platforms of one vendor. Names are the catalogue's.

Each name is an ``id`` of the list of closed products. Where the same line says that it is a choice,
it is that. Free public interfaces, such as maps and open data, are no closed software.
"""

import re
from collections.abc import Iterator

from catalog.models.aside import is_aside
from catalog.models.evidence import Evidence, Found, Unseen
from catalog.models.facts import MentionSeen, Subject
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.mentions.terms import SAID, Term, Zone, term

_RUNS: frozenset[Zone] = SAID | {"packages"}  # not what the developers plan, report or test with
_CHOICE = (
    r"optional(?:ly)?|alternatively|if you (?:have|use|want)|valfri(?:tt|a)?|frivillig(?:t|a)?"
    r"|tillval|om (?:du|ni|man) (?:har|använder|vill)|kan (?:bytas|ersättas)|replaceable"
    r"|valgfri(?:tt|t)?|such as|for example|till exempel|exempelvis|zoals"
)
_PAID = (
    ("acf-pro", "acf acf-pro fields advanced-custom-fields-pro",
     r"acf[ -]?pro|advanced[ -]custom[ -]fields[ -](?:\(acf\) )?pro"),
    ("gravity-forms", "gravity gravityforms", r"gravity ?forms"),
    ("wpml", "wpml", r"wpml"),
    ("polylang-pro", "polylang polylang-pro", r"polylang[ -]pro"),
    ("facetwp", "facetwp", r"facetwp"),
    ("wp-rocket", "rocket wp-rocket", r"wp[ -]rocket"),
    ("elementor-pro", "elementor elementor-pro", r"elementor[ -]pro"),
    ("searchwp", "searchwp", r"searchwp"),
    ("laravel-nova", "nova", r"laravel nova"),
    ("statamic", "statamic", r"statamic"),
    ("craft-cms", "craft", r"craft cms"),
    ("optimizely", "optimizely episerver", r"optimizely|episerver"),
    ("sitecore", "sitecore", r"sitecore"),
    ("sitevision", "sitevision", r"sitevision"),
    ("umbraco-forms", "umbraco", r"umbraco forms"),
    ("highcharts", "highcharts", r"highcharts"),
    ("ag-grid-enterprise", "ag ag-grid ag-grid-enterprise", r"ag[ -]grid[ -]enterprise"),
    ("kendo", "kendo telerik", r"kendo ?ui|telerik"),
    ("devexpress", "devexpress devextreme", r"devexpress|devextreme"),
    ("syncfusion", "syncfusion", r"syncfusion"),
    ("datatables-editor", "datatables", r"datatables editor"),
    ("fontawesome-pro", "awesome fontawesome fontawesome-pro", r"font ?awesome[ -]pro"),
    ("gsap", "greensock gsap", r"greensock|gsap"),
    ("aspose", "aspose", r"aspose"),
    ("duende", "duende", r"duende(?: identityserver)?"),
    ("microsoft-office", "microsoft", r"microsoft office"),
    ("oracle-database", "oracle ojdbc", r"oracle (?:database|db|jdbc|\d{2}c)|ojdbc\d{0,2}"),
    ("sql-server", "mssql sqlserver sql", r"(?:microsoft |ms ?)?sql ?server|ms ?sql"),
    ("db2", "db2", r"db2"),
    ("ibm-mq", "ibm", r"ibm mq"),
    ("jira", "jira", r"jira"),
    ("yoast-premium", "yoast", r"yoast (?:seo )?premium"),
    ("wp-migrate-pro", "migrate wp-migrate-db-pro", r"wp[ -]migrate(?:[ -]db)?[ -]pro|wp migrate"),
    ("wp-all-import-pro", "wp wp-all-import-pro", r"wp[ -]all[ -](?:import|export)[ -]pro"),
    ("wpbakery", "wpbakery js_composer", r"wpbakery|js_composer"),
    ("slider-revolution", "revolution revslider", r"slider revolution|revslider"),
    ("relevanssi-premium", "relevanssi relevanssi-premium", r"relevanssi[ -]premium"),
    ("events-calendar-pro", "calendar events-calendar-pro", r"events[ -]calendar[ -]pro"),
    ("admin-columns-pro", "columns admin-columns-pro", r"admin[ -]columns[ -]pro"),
    ("laravel-spark", "spark", r"laravel spark"),
    ("flux-pro", "flux flux-pro", r"flux[ -]pro"),
    ("medialibrary-pro", "library medialibrary", r"media ?library[ -]pro"),
    ("kentico", "kentico", r"kentico"),
    ("datomic", "datomic", r"datomic(?! ?:? ?free)"),
    ("amcharts", "amcharts amcharts4 amcharts5", r"amcharts\d?"),
    ("fusioncharts", "fusioncharts", r"fusioncharts"),
    ("infragistics", "infragistics", r"infragistics"),
    ("wijmo", "wijmo grapecity mescius", r"wijmo|grapecity|mescius"),
    ("mui-pro", "mui", r"mui x? ?(?:pro|premium)"),
    ("bryntum", "bryntum", r"bryntum"),
    ("gojs", "gojs", r"gojs"),
    ("yfiles", "yfiles", r"yfiles"),
    ("froala", "froala", r"froala"),
    ("ckeditor-premium", "ckeditor ckeditor5", r"ckeditor ?5? premium"),
    ("jwplayer", "jwplayer jw", r"jw ?player"),
    ("pspdfkit", "pspdfkit nutrient", r"pspdfkit|nutrient sdk"),
    ("apryse", "apryse pdftron", r"apryse|pdftron"),
    ("gembox", "gembox", r"gembox"),
    ("spire", "spire", r"spire\.\w{1,20}"),
    ("ironpdf", "iron ironpdf ironxl", r"iron ?(?:pdf|xl|ocr|software)"),
    ("selectpdf", "selectpdf select", r"select\.?pdf"),
    ("abcpdf", "abcpdf", r"abcpdf"),
    ("nservicebus", "nservicebus", r"nservicebus"),
    ("hangfire-pro", "hangfire", r"hangfire pro"),
    ("matlab", "matlab", r"matlab"),
    ("arcgis", "arcgis", r"arcgis(?: \w{1,20})?"),
    ("mapbox", "mapbox", r"mapbox"),
)  # fmt: skip
_PLATFORMS = (
    ("firebase", "firebase firestore", r"firebase(?!/)|firestore"),
    ("expo", "expo eas", r"(?-i:EAS) (?:build|submit|update)|expo(?: go|[. ]dev| account| cli)"),
    ("aws", "aws amazon lambda dynamodb cognito", (
        r"(?:resources|infrastructure|modules|environments?) (?:within|in|on|for) (?:aws|amazon web"
        r" services)|(?:aws|amazon) (?:lambda|cdk|sam|amplify|cognito|dynamodb|ecs|fargate|sqs|sns"
        r"|cloud\w{1,12})|dynamodb|amazon web services"
        r"|(?:need|needs|require|requires|have|with|using) (?:\w{1,20} ){0,3}(?:aws|amazon)"
        r" (?:credentials|accounts?)"
    )),
    ("azure", "azure cosmosdb", (
        r"azure (?:functions?|app service|static web apps?|service bus|cosmos ?db|container apps?"
        r"|logic apps?)|cosmos ?db"
    )),
    ("google-cloud", "google gcp bigquery", (
        r"google cloud(?: \w{1,12})?|gcp|bigquery|google app engine"
    )),
    ("microsoft-365", "365 graph exchange", (
        r"(?:microsoft|office) 365|microsoft graph|exchange online"
    )),
    ("power-platform", "power powerbi", r"power (?:apps|automate|platform|bi)"),
    ("clever-cloud", "clever", r"clever[ -]cloud(?!\.com)"),
    ("scalingo", "scalingo", r"scalingo"),
    ("contentful", "contentful", r"contentful"),
    ("sanity", "sanity", r"sanity\.io|sanity (?:studio|cms|project)"),
    ("storyblok", "storyblok", r"storyblok"),
    ("algolia", "algolia", r"algolia"),
    ("recaptcha", "recaptcha", r"(?:google )?recaptcha"),
    ("openai", "openai", r"openai (?:api|account|key)|openai[_ ]api[_ ]key"),
    ("twilio", "twilio sendgrid", r"twilio|sendgrid"),
)  # fmt: skip


def _terms(subject: Subject, rows: tuple[tuple[str, str, str], ...]) -> Iterator[Term]:
    """Make two terms of each; a package's name may stand with its owner's before it."""
    for name, triggers, bare in rows:
        written = rf"(?:@|@?[\w-]{{1,40}}/)?(?:{bare})"
        chosen = rf"(?:{written})\b.{{0,80}}\b(?:{_CHOICE})|(?:{_CHOICE})\b.{{0,80}}\b(?:{written})"
        yield term("paid-choice", name, triggers, chosen, reads=_RUNS)
        yield term(subject, name, triggers, written, reads=_RUNS)


ADDONS = (  # free, with a paid edition: which of the two is needed cannot be told
    term(
        "host-addon",
        "advanced-custom-fields",
        "acf fields",
        r"acf(?:[ -]\w{1,20})?|advanced[ -]custom[ -]fields",
    ),
)
_ADDON_FILES = re.compile(
    r"(?:.*/)?(?:[\w-]{0,40}[_-])?(?:acf|advanced-custom-fields)(?:[_./-]|fields?\b|export|json)",
    re.IGNORECASE,
)


MOST_FORMS = 20
_FORM = re.compile(r".*\.(?:json|php)$", re.IGNORECASE)
_PAID_FIELD = re.compile(  # kinds of fields that only the add-on's paid edition has
    r"[\"']type[\"']\s{0,4}(?::|=>)\s{0,4}[\"'](?:repeater|flexible_content|gallery|clone)[\"']"
)


def candidates(listing: Listing) -> list[Entry]:
    """List forms exported for an add-on: their fields tell which edition of it is needed."""
    return [e for e in _exported(listing) if _FORM.match(e.name)][:MOST_FORMS]


def needed_by_files(contents: Contents) -> Iterator[MentionSeen]:
    """Yield what exported forms show: that an add-on is needed, and whether its paid edition is."""
    found = next(_exported(contents.listing), None)
    if found is not None:
        yield _addon(found)
    for entry in candidates(contents.listing):
        text = contents.text(entry)
        lines = text.lines if text else []
        line = next((n for n, li in enumerate(lines, 1) if _PAID_FIELD.search(li)), None)
        if line is not None:
            yield MentionSeen(subject="host-addon", term="acf-pro", path=entry.path, line=line)
            return


def _exported(listing: Listing) -> Iterator[Entry]:
    return (e for e in listing.own if _ADDON_FILES.match(e.path) and not is_aside(e.path))


def asks(source: bytes) -> bool:
    """Tell whether a source calls functions of an add-on that forms are made with."""
    return b"acf" in source or b"get_field(" in source or b"have_rows(" in source


def with_sources(
    seen: Evidence[tuple[MentionSeen, ...]], listing: Listing, asking: set[str]
) -> Evidence[tuple[MentionSeen, ...]]:
    """Add the first source that calls such functions, where nothing else told of the add-on."""
    known = seen.found if isinstance(seen, Found) else ()
    if isinstance(seen, Unseen) or any(m.subject == "host-addon" for m in known):
        return seen
    first = next((e for e in listing.own if e.oid in asking and e.path.endswith(".php")), None)
    return Found(found=(*known, _addon(first))) if first else seen


def _addon(entry: Entry) -> MentionSeen:
    return MentionSeen(subject="host-addon", term="advanced-custom-fields", path=entry.path, line=1)


TERMS: tuple[Term, ...] = (
    *_terms("paid", _PAID),
    *_terms("platform", _PLATFORMS),
    *ADDONS,
)
