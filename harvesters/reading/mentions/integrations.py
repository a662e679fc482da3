"""Words that speak of integrations without a name, and of needing none."""

from harvesters.reading.mentions.terms import NEEDED, SAID, SET, Term, term

# Says that there is something, not what: enough not to say that nothing is named.
_HINTS = (
    r"integrat(?:es?|ed|ing|ions?)(?! tests?| testing|ed development)|integration(?:er(?:na)?"
    r"|en)?(?! ?test)|integrer\w{1,5}"
    r"|(?:external|third[- ]party|extern\w{0,2}|dependent) (?:systems?|services?|apis?|sources?"
    r"|microservices?|system|tjänst\w{0,4}|källor)"
    r"|(?:fetch(?:es|ed|ing)?|retriev(?:es|ed|ing|e)|import(?:s|ed|ing)?|sync\w{0,8}|pull(?:s|ed)?"
    r"|collect(?:s|ed|ing)?|load(?:s|ed)?)"
    r"\b[^.;]{0,40}\b(?:from|with) (?!source|scratch|the (?:repo|root|command|terminal|database"
    r"|project)|git|npm|packagist|composer|here|docker)"
    r"|(?:connect(?:s|ed|ing)?|talks?|communicates?|push(?:es)?|sends? \w{1,20}|post(?:s)?) (?:to"
    r"|with) (?:the |an? )?(?:\w{1,20} ){0,3}(?:api|service|system|server|endpoint|backend)"
    r"|(?:hämta[rs]?|läser|importerar?|synkroniserar?|skickar?|anropar?|kopplar?"
    r"|ansluter)\b[^.;]{0,40}\b(?:från|mot|till|via|api\w{0,4})\b"
    r"|(?:\w{1,30}[ -])?(?:api|client|access|consumer|graphql|service)[ -]?(?:key|secret|token"
    r"|nyckel|ur[il]|endpoint|host|base)s?\b|webhooks?"
    r"|(?:from|of|against|with|to|the|json|från|mot|till|external|rest|restful|soap) (?:\S{1,40}"
    r" ){0,4}?api(?::?s|er|et)?\b"
    r"|(?:against|with|by|towards|mot) (?:\S{1,40} ){1,5}services?\b|services? hosted|web"
    r" ?services?|http client|depends on (?:the )?(?:following )?services"
    r"|(?:uses|using|use|consumes?|via|använder) (?:the |an? )?(?:\w{1,25} ){1,3}api(?:s|er|et)?\b"
    r"|api(?:s|er|et)? som används"
    r"|(?:valid|running) (?:\w{1,30} )?backend|backend (?:ur[il]|host|endpoint)"
    r"|proxy|data ?sources?|datakäll\w{1,4}|kopplingar?|synkronisering|adapters?"
)
HINTS: tuple[Term, ...] = (
    term(
        "integration",
        "unnamed",
        "integrates integrate integrated integrating integration integrations integrationer"
        " integrationen integrationerna"
        " integrerar integreras integrera integrerad external third third-party extern externa"
        " externt dependent fetch"
        " fetches fetched fetching retrieve retrieves retrieved retrieving import imports imported"
        " importing sync synced"
        " synchronize synchronizes synchronized synchronization synchronise synchronised syncs"
        " syncing pull pulls pulled"
        " collect collects collected load loads loaded connect connects connected connecting talk"
        " talks communicate"
        " communicates push pushes send sends post posts hämta hämtar hämtas läser importerar"
        " importera synkroniserar"
        " synkronisera skicka skickar anropar anropa koppla kopplar ansluter api apis api-key"
        " apikey key keys token"
        " secret secrets webhook webhooks depends uses using use consumes via använder proxy"
        " source sources datasource"
        " retrieving fetching graphql service services host uri url endpoint json rest restful"
        " soap http webservice client"
        " datakälla datakällor koppling kopplingar synkronisering adapter adapters apier api:er"
        " backend",
        _HINTS,
        reads=SET | NEEDED,
    ),
    term(
        "integration",
        "unnamed",
        "api graphql service",
        r"(?:[a-z0-9]{1,30} )?(?:api|graphql|service) (?:ur[il]|key|endpoint|token|secret|host)",
        reads=frozenset({"code"}),
    ),
    term(
        "no-integration",
        "no-integration",
        "integrations integrationer dependencies services system tjänster integration",
        r"(?:no|without(?: any)?) (?:integrations?|external (?:services?|systems?|integrations?"
        r"|apis?)) (?:is |are )?(?:needed|required"
        r"|necessary)|(?:does not|doesn['\u2019]t) (?:depend on|require|integrate with|need|use)"
        r" any (?:other|external) (?:systems?|services?|apis?)"
        r"|(?:inga|ingen) (?:externa )?(?:integrationer|integration|kopplingar)(?: till andra"
        r" system)? (?:krävs|behövs|finns)|(?:kräver|behöver|har) inga (?:externa )?integrationer",
        reads=SAID,
    ),
)
_TOOLS = (
    r"git\w*|docker|jenkins|travis|circle\w*|sonar\w*|storybook|jest|eslint|prettier|webpack|vite"
    r"|react|vue|angular|typescript|javascript|laravel|django|spring|rails|wordpress|drupal|php"
    r"|node\w*|python|visual|vs|intellij|azure devops|ci|npm|yarn|composer|the|this|our|other"
    r"|existing|your|some|any|each|all"
)
NAMED: tuple[Term, ...] = (
    term(
        "integration",
        "named-system",
        "integration integrates integrate integrated integrerar integreras against mot",
        rf"(?:integrat(?:ion|es?|ed) (?:with|to)|integrer(?:ar|as|ad|at) (?:med|mot))"
        rf" (?:the |an? )?(?!(?:{_TOOLS})\b)(?-i:[A-ZÅÄÖ][\wåäö.-]{{2,30}})"
        rf"|(?:against|mot) (?:the |an? )?(?!(?:{_TOOLS})\b)(?-i:[A-ZÅÄÖ][\wåäö.-]{{2,30}})"
        r"(?:['\u2019]s)?(?: \w{2,20})? (?:database|system|register|registry|service|api"
        r"|databas|tjänst)",
        reads=SAID,
    ),
    term(
        "integration",
        "one-service",  # what a client or library is for
        "client library sdk wrapper klient klientbibliotek",
        r"(?:client(?: library)?|library|sdk|api wrapper) for (?:easy |easily )?(?:integrating"
        r"|integration|communicating|communication|interacting|talking|connecting) (?:with|to)"
        r" (?!(?:other|any|different|multiple|several|external|various)\b)"
        r"[\w-]{2,60}|(?:api|service|rest) client(?: library)? for (?:the )?"
        r"(?-i:[A-ZÅÄÖ])[\w-]{1,60}"
        r"|klient(?:bibliotek)?(?:et)? för att (?:integrera|kommunicera) med",
        reads=SAID,
    ),
    term(
        "integration",
        "listed-services",
        "depends dependent beror",
        r"depends on the following (?:\w{3,20} )?(?:micro ?)?(?:services|apis|systems)",
        reads=SAID | NEEDED,
    ),
)
TERMS: tuple[Term, ...] = (*NAMED, *HINTS)
