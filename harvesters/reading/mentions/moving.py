"""Data moved in and out, as a document describes it: with an open format, or without one."""

from harvesters.reading.mentions.terms import DESCRIBED, Term, term

_OTHERS = (  # what is moved in and out of other things, and parts of programs
    r"src/|\bexport \w{1,60}=|\bindex\.|\bmodules?\b|components?\b|plugins?\b|realm|keycloak"
    r"|grafana|kibana|postman|certificate|keystore"
    r"|\bkeys?\b|figma|intellij|eclipse|\bide\b|vs ?code|android studio|xcode|dashboard|\bs?css\b"
    r"|typescript|\bclass\b"
    r"|function\b|translation|\blocales?\b|config(?:uration)?[ :-](?:import|export)|drush c(?:im"
    r"|ex)|\bacf\b|webpack|babel"
    r"|\btest[- ]?(?:data|scenario|case|suite)|relative|gpg|ssh|schema"
    r"|namespace|\bsdk\b|openapi|collection|environment variable"
)
_NO_CODE = rf"^(?!.*(?:{_OTHERS}))"
_FORMAT = (
    r"(?:csv|json|geojson|xml|ya?ml|excel|xlsx|ods|ical|ics|gpx|kml|sql|rdf|rss|gtfs|sie"
    r"|shapefile|html|markdown|tsv|parquet|turtle|json-?ld"
    r"|marc(?:xml|21)?|iso ?2709|geopackage|jsonlines)"
)
_EXPORT = r"(?:export(?:s|ed|ing|era|erar|eras|en|er|eres|ering)?|exportfunktion\w{0,3})"
_IMPORT = r"(?:import(?:s|ed|ing|er|era|erar|eras|ers|eres|ering|en)?|importfunktion\w{0,3})"
_THINGS = (
    r"(?:data|dataset|datasets|content|contents|users?|accounts?|contacts?|records?|entries"
    r"|events?|cases?|forms?|submissions?"
    r"|responses?|results?|reports?|statistics|posts?|pages?|articles?|organi[sz]ations?|persons?"
    r"|people|members?|employees?"
    r"|items?|locations?|places?|addresses|lists?|tables?|settings|configurations?|backups?"
    r"|archives?"
    r"|användare|personer|ärenden|innehåll|inlägg|uppgifter|svar|resultat|rapporter|anställda"
    r"|organisation(?:en)?)"
)
_OUT_WORDS = (
    "export exports exported exporting exportera exporterar exporteras exporter eksport eksportere"
    " eksporter exportfunktion exportfil exportfiler download ladda dataexport csv-export"
)
_IN_WORDS = (
    "import imports imported importing importer importera importerar importeras importers"
    " importere"
    " importfunktion input upload dataimport csv-import"
)

TERMS: tuple[Term, ...] = (
    term(
        "export", "open-format", f"{_OUT_WORDS} csv json xml excel",
        rf"{_NO_CODE}.*?(?:\b{_EXPORT}\b.{{0,80}}\b{_FORMAT}\b|\b{_FORMAT}[- ]?{_EXPORT}\b"
        rf"|\b{_FORMAT}[- ](?:dumps?|exports?)\b"
        rf"|\boutputs? (?:is|are|comes) (?:as |in )?(?:an? )?\.?{_FORMAT} files?\b"
        rf"|\b(?:download\w{{0,3}}|ladda ner)\b.{{0,40}}\b(?:as|in|som) (?:an? )?\.?{_FORMAT}\b)",
    ),
    term(
        "export", "data", _OUT_WORDS,
        rf"{_NO_CODE}.*?(?:\b{_EXPORT}\b (?:of |the |all |your |its |their "
        rf"|alla ){{0,3}}{_THINGS}\b"
        rf"|\b(?:data|{_THINGS})[- ]?{_EXPORT}\b|\bexport[- ]?fil(?:e|es|er)?\b)",
    ),
    term(
        "export", "dump", "pg_dump mysqldump mongodump dump export",
        r"pg[_ ]dump|mysqldump|mongodump|wp db export|(?:database|db)[ -](?:dump|export)s?",
        reads=DESCRIBED | {"code"},
    ),
    term(
        "import", "open-format", f"{_IN_WORDS} csv json xml excel",
        rf"{_NO_CODE}.*?(?:\b{_IMPORT}\b.{{0,80}}\b{_FORMAT}\b|\b{_FORMAT}[- ]?{_IMPORT}\b"
        rf"|\bupload\w{{0,3}}\b.{{0,30}}\b{_FORMAT}\b(?: file)?"
        rf"|\bformat of the (?:input|imported) (?:data|files?)\b.{{0,60}}\b{_FORMAT}\b)",
    ),
    term(
        "import", "data", _IN_WORDS,
        rf"{_NO_CODE}.*?(?:\b{_IMPORT}\b (?:of |the |all |your |its |their |existing "
        rf"|alla ){{0,3}}{_THINGS}\b"
        rf"|\b(?:data|{_THINGS})[- ]?{_IMPORT}\b)",
    ),
)  # fmt: skip
