"""Words on logging in, on whose accounts and roles it uses, and on needing neither."""

from harvesters.reading.mentions.terms import SAID, SET, Term, term

# A program of developers that one also logs in to.
_TOOL = (
    r"(?<!docker )(?<!npm )(?<!az )(?<!aws )(?<!aws sso )(?<!gcloud )(?<!heroku )(?<!expo )(?<!eas"
    r" )(?<!github )(?<!gitlab )(?<!registry )(?<!vercel )(?<!firebase )(?<!azure )(?<!oc )(?<!gh )"
    r"(?<!ecr )(?<!cf )(?<!vault )(?<!composer )(?<!yarn )(?<!clasp )"
)
LOG_IN = (
    r"(?:log(?:s|ged|ging)?|sign(?:s|ed|ing)?)[ -]?(?:in|on)(?! to (?:docker|npm|aws|azure|github"
    r"|your|the (?:server|aws|azure|container|registry)))"
)
_LOGIN = rf"{_TOOL}(?:log-?in|sign-?in|authentication|inloggning|autentisering|single sign-?on|sso)"


def _said(subject: str, name: str, triggers: str, pattern: str) -> Term:
    return term(subject, name, triggers, pattern, reads=SAID)  # type: ignore[arg-type]


LOGINS: tuple[Term, ...] = (
    _said(
        "login",
        "login",
        "log login logs logged sign signs signed signin log-in sign-in authentication authenticate"
        " authenticated authenticates sso single themselves identity",
        rf"(?:users?|citizens?|employees?|editors?|staff|admins?|administrators?|customers?"
        rf"|visitors?|caseworkers?|pupils?|teachers?|residents?)\b[^.;]{{0,40}}?\b(?:{LOG_IN}"
        rf"|authenticate[sd]?|(?:authori[sz]e|identify|verify) themselves|confirm(?:s|ed)? (?:their"
        rf" )?identit(?:y|ies))"
        rf"\b(?! (?:error|log|file))|you\b[^.;]{{0,20}}?\b{LOG_IN} (?:with|using|via|through)\b"
        rf"|requires? (?:an? |that \w{{1,20}} )?(?:user )?{_LOGIN}"
        r"(?![^.;]{0,40}\b(?:keys?|certificates?|tokens?)\b)"
        rf"|{_LOGIN} (?:is|are) (?:required"
        rf"|needed|mandatory|handled|done|provided|performed|managed|via|through|optional)"
        rf"|{_LOGIN}(?: of users)? (?:via|through|with|using)"
        r"(?! (?:api|an? token|token|an? key|keys?|basic))"
        r"|(?:as|is) (?:the|an?|our) (?:\w{2,20} )?(?:authentication|log-?in|identity)"
        r" (?:service|provider)"
        rf"|log-?in (?:screen|page|form|view|dialog|window)|authenticated (?:citizen|user|employee"
        rf"|visitor)s?"
        rf"|user authentication|authenticat(?:es?|ed|ing) (?:the )?users?\b(?! (?:api|agents?))"
        rf"|single[ -]sign[ -]?on"
        rf"|(?-i:SSO)|must (?:be logged in|{LOG_IN})|{LOG_IN} (?:via|through|using|with)"
        r"(?! (?:ssh|docker|the following))",
    ),
    _said(
        "login",
        "login",
        "inloggning inloggningen loggar logga inloggad inloggade autentisering autentiseras"
        " identifiera identifierar legitimera legitimerar innlogging pålogging login"
        " tunnistautuminen kirjautuminen inloggen anmeldung accesso autenticazione",
        r"inloggning(?:en)?(?: för \w{3,30})? (?:krävs|sker|görs|hanteras|med|via|mot|genom|är)"
        r"|kräver (?:att \w{2,30} )?(?:inloggning|loggar in|är inloggad\w*)|loggar? in (?:med|via"
        r"|genom|på)"
        r"|(?:användar\w{1,6}|medborgar\w{1,5}|medarbetar\w{1,5}|personal\w{0,4}|elever\w{0,2}"
        r"|lärare|"
        r"handläggar\w{0,5}|redaktör\w{0,5}|administratör\w{0,5}|man) (?:loggar|logga|måste logga"
        r"|kan logga"
        r"|ska logga|behöver logga|autentisera\w{0,2}|identifiera\w{0,2}|legitimera\w{0,2})"
        r"|inloggade? (?:användare|medborgare|personal|medarbetare)|autentiser(?:ing|as) (?:sker"
        r"|via|med|mot|görs)"
        r"|innlogging(?:en)? (?:med|via|skjer|krever)|logge[rt]? (?:in|inn|ind) (?:med|via)"
        r"|tunnistautu\w{2,12}|anmeldung (?:über|mit|via)|accesso (?:tramite|con)|autenticazione"
        r" (?:tramite|con)",
    ),
    _said(
        "login",
        "login",
        "logt inlogt inloggen ingelogd inlog",
        r"(?:gebruikers?|users?|medewerkers?|burgers?)\b[^.;]{0,40}\b(?:inlogt|inloggen|ingelogd)"
        r"|logt (?:de |een )?(?:gebruikers?|users?)\b[^.;]{0,60}?\bin|inloggen (?:met|via|door)",
    ),
    _said(
        "login",
        "login",
        "connexion connecter connecte connectent connectant authentification authentifier"
        " authentifie authentifient",
        r"(?:se connect\w{1,5}|connexion|authentification|s['\u2019]authentifi\w{1,4})"
        r"(?: [\w.-]{1,30}){0,4}? (?:via|avec|par|grâce|à l['\u2019]aide|au moyen)\b"
        r"|(?:utilisat\w{1,6}|agents?|citoyens?|usagers?)\b[^.;]{0,40}"
        r"(?:se connect\w{1,5}|s['\u2019]authentifi\w{1,4})",
    ),
    term(
        "login",
        "login",
        "authentication login sign-in inloggning autentisering sso",
        r"(?:ldap|saml(?: ?2(?:\.0)?)?|oidc|openid(?: connect)?|adfs|ad fs|active directory"
        r"|keycloak|idp)\b[^.;]{0,40}\b(?:for|för) (?:user )?"
        r"(?:authentication|log-?in|sign-?in|inloggning"
        r"|autentisering|sso)",
        reads=frozenset({"packages"}),
    ),
    _said(
        "login",
        "listed-logins",
        "logins users accounts inloggningsuppgifter testanvändare testkonton",
        r"(?<!\w )(?:(?:test|demo|default) (?:users|accounts|logins)|logins|inloggningsuppgifter"
        r"|test(?:användare|konton)):?\W{0,9}$",
    ),
    _said(
        "login",
        "local-accounts",
        "username password lösenord användarnamn passord local lokala",
        r"(?:log(?:s|ged)? in|sign(?:s|ed)? in|authenticate[sd]?|loggar?"
        r" in)\b[^.;]{0,40}\b(?:username|password"
        r"|e-?mail|användarnamn|lösenord)|(?:local|lokala) (?:user )?(?:accounts|konton"
        r"|användarkonton)",
    ),
    term(
        "login",
        "local-accounts",
        "admin administrator superuser",
        r"(?:admin(?:istrator)?|superuser)(?: user)? (?:user ?name|password|log-?in|e-?mail)",
        reads=SET,
    ),
)
_WHO = (
    r"(?<!database )(?<!db )(?:user ?)?(?:accounts?|users?|roles?|groups?|identit(?:y|ies)"
    r"|memberships?)"
)
_VEM = (
    r"(?:användarkonton?|användar(?:e|na|uppgifter)|konton?|kontona|roller(?:na)?|grupp(?:er|erna"
    r"|tillhörighet)|behörighet(?:er|erna)?|elever|identiteter)"
)
ACCOUNTS: tuple[Term, ...] = (
    _said(
        "accounts",
        "account-source",
        "accounts account users user roles role groups group identities identity membership"
        " permissions profiles permission memberships profile",
        rf"{_WHO} (?:is|are|get|gets|will be|must be|can be|is to be|should be) (?:automatically )?"
        r"(?:provision\w{0,4}|sync\w{0,10}|fetch\w{0,3}|import\w{0,3}|retriev\w{1,3}"
        r"|mapped|assigned|derived|managed|created)\b[^.;]{0,40}?\b(?:from|by|in|via|through"
        r"|on first|based on|using|to|when|upon|according)\b"
        r"|(?:role|group|claim|attribute)s?(?:[ -]to[ -]\w{2,12})? mapping|map(?:s|ped|ping)?"
        r" (?:the )?"
        r"(?:\w{2,20} )?(?:groups?|claims?|attributes?) to (?:\w{2,20} )?(?:roles?|permissions?"
        r"|groups?)"
        r"|(?:sync\w{0,10}|provision\w{0,4}|import\w{0,3}) (?:of )?(?:users?|accounts?|groups?)"
        r" (?:from|via|with)"
        r"|users? (?:need|must|have|should)(?: to)? (?:first )?(?:exist|be present) in"
        r" (?:the )?\w{2,20}"
        r"|add (?:the |an? )?users? ?(?:\(s\) )?to (?:the |an? )?(?:\w{2,20} )?groups?"
        r"|source of (?:user )?(?:accounts|identities|users)|(?:user|account) provisioning"
        r"|user (?:directory|federation|store)",
    ),
    _said(
        "accounts",
        "account-source",
        "konton konto kontona användarkonton användarkonto användare användarna"
        " användaruppgifter roller rollerna grupper grupperna grupptillhörighet behörigheter"
        " behörighet elever identiteter behörigheterna kontokälla",
        rf"{_VEM} (?:hämtas|skapas|synkas|synkroniseras|läses|importeras|kommer|styrs|sätts"
        rf"|tilldelas|mappas"
        r"|hanteras|provisioneras|administreras|utgår)\b[^.;]{0,40}?\b(?:från|via|i|av|ur|genom"
        r"|med|utifrån|automatiskt|mot"
        r"|vid)\b|kontokälla\w{0,3}|(?:hämta[rt]?|synka[rt]?|synkroniserar?|läser|importerar?)"
        r" (?:in )?"
        rf"{_VEM} (?:från|ur|via|i)",
    ),
    _said(
        "accounts",
        "account-source",
        "user users gebruiker gebruikers rol rollen accounts",
        r"(?:users?|gebruikers?|accounts?|rol(?:len)?)\b[^.;]{0,30}\b(?:aangemaakt|opgehaald"
        r"|gesynchroniseerd|toegekend|ge[iï]mporteerd)",
    ),
    term(
        "accounts",
        "account-source",
        "ldap active ad entra directory",
        r"(?:ldap|active directory|(?-i:AD)|entra(?: id)?)(?: (?:servers?|director(?:y|ies)"
        r"|catalogs?|katalog\w{0,3}))? (?:to authenticate (?:the )?users?"
        r"|(?:for|with|to (?:get|read|fetch))"
        r" (?:\w{2,20} ){0,2}(?:attributes|accounts|users|employees|roles|groups|memberships?))",
        reads=SAID | {"packages"},
    ),
    term(
        "accounts",
        "account-source",
        "roles role groups group mappings mapping",
        r"(?:set|map|assign)\w{0,4} (?:[\w-]{2,20} ){0,2}roles? (?:from|by|to|based on)"
        r" (?:[\w-]{2,20} ){0,3}(?:idp|claims?|groups?)\b"
        r"|(?:roles?|groups?)[ _]mappings?(?= ?['\"\]]| ?[:=])",
        reads=frozenset({"code"}),
    ),
    _said(
        "accounts",
        "account-source",
        "utilisateur utilisateurs compte comptes rôles contact contacts groupes",
        r"(?:utilisat(?:eurs?|rices?)|comptes?|rôles?|groupes?)\b[^.;]{0,60}\b(?:créée?s?"
        r"|synchronis\w{1,4}|import\w{1,3}|récupér\w{1,4}|provisionn\w{1,4}|liée?s)"
        r"\b[^.;]{0,60}?\b(?:depuis|lors|par|via|avec|à partir|automatiquement)\b"
        r"|création (?:d['\u2019]un|du|des|de) (?:comptes?|contacts?|utilisat\w{1,6}) lors"
        r" d[eu] (?:\w{2,10} ){0,2}connexion",
    ),
    _said("accounts", "SCIM", "scim", r"scim(?: ?2(?:\.0)?)?"),
    _said(
        "accounts",
        "attributes",
        "attributes attribute attribut claims claim",
        r"(?:saml|oidc|user|ldap|idp|identity) (?:attributes|claims)|(?:following|required"
        r"|mandatory) claims|attribut(?:en)? som (?:krävs|behövs)",
    ),
    _said("accounts", "SS 12000", "12000 ss12000", r"ss[ -]?12000(?::\d{4})?|egil"),
)
_FREE = (
    r"(?:log-?ins?|log in|sign-?in|sign in|signing in|logging in|authentication|user ?accounts?"
    r"|accounts?|registration|user authentication)"
)
_FRI = r"(?:inloggning|inlogg|autentisering|användarkonto(?:n)?|konto(?:n)?|registrering)"
NO_LOGIN: tuple[Term, ...] = (
    _said(
        "no-login",
        "no-login",
        "login logins log sign sign-in authentication account accounts registration signing"
        " logging log-in signin",
        rf"(?:no|without(?: any)?) (?:user )?{_FREE} (?:is |are )?(?:needed|required|necessary)"
        rf"|(?:does not|doesn['\u2019]t|do not|don['\u2019]t) (?:require|need|have|use) (?:an? "
        rf"|any |users to )?(?:user )?"
        rf"(?:{_FREE}|to log in)|(?:there (?:is|are) no|has no) (?:user )?(?:log-?in|user accounts)"
        rf"|(?:log-?in|authentication) is not (?:required|needed)|can be used without (?:logging"
        rf" in|{_FREE})",
    ),
    _said(
        "no-login",
        "no-login",
        "inloggning inlogg autentisering konto konton användarkonto användarkonton registrering"
        " innlogging login kirjautumista loggar anmeldung",
        rf"(?:ingen|inget|inga) {_FRI}(?: (?:krävs|behövs|är nödvändig\w{{0,2}}|finns))|(?:krävs"
        rf"|kräver|behövs|behöver|"
        rf"har) (?:ingen|inget|inga|inte(?: någon| något)?) {_FRI}|{_FRI} (?:krävs|behövs) (?:inte"
        rf"|ej)"
        rf"|kan användas utan (?:{_FRI}|att (?:man )?loggar? in)|(?:krever|kræver) (?:ingen|ikke"
        rf"|intet) (?:innlogging"
        r"|login)|ei vaadi kirjautumista|keine anmeldung (?:nötig|erforderlich)",
    ),
)

# Says that there is something, not what: enough not to say that nothing is said.
_SERVICES = (  # whose passwords and accounts are those of programs
    r"elastic ?search|elastic|database|databas|db|smtp|mail|redis|postgres|mysql|sql|broker"
    r"|rabbitmq|kafka|keystore|ftp|sftp|registry|sudo|root|docker|github"
)
_PASSWORD = (
    rf"(?<!\w)(?<!elastic )(?<!search )(?<!elasticsearch )(?<!database )(?<!db )(?<!smtp )"
    rf"(?<!redis )(?<!postgres )(?<!mysql )(?<!sql )(?<!keystore )(?<!ftp )(?<!mail )passwords?"
    rf"(?! (?:for|to|of) (?:the |your |an? )?(?:{_SERVICES})\b)"
)
HINTS: tuple[Term, ...] = (
    term(
        "login",
        "unnamed-rights",
        "authorize authorized authorise authorised authorization authorisation role roles"
        " permissions roll roller användarroll användarroller",
        r"authori[sz]\w{1,8}|user roles?|permissions|(?:användar)?roll(?:er)?",
        reads=SET,
    ),
    term(
        "login",
        "unnamed",
        "login log logged logging logs sign-in signin auth authentication authenticate"
        " authenticated authenticating jwt bearer inloggning inloggad inloggade logga loggar"
        " behörighet behörigheter"
        " behörigheten konto konton password lösenord"
        " account accounts authentisering autentisering",
        rf"{_TOOL}log(?:ged|s|ging)?[ -]?in(?:to)?|sign-?in|auth|authenti\w{{1,10}}"
        r"|jwt|bearer|user accounts?|inlogg\w{1,6}|loggar? in"
        r"|behörighet\w{0,4}"
        rf"|(?:användar)?konton?|lösenord|autentisering|{_PASSWORD}",
        reads=SET,
    ),
    term(
        "login",
        "unnamed",
        "oauth oauth2 saml saml2 ldap oidc openid jwt keycloak bankid login",
        r"oauth2?|saml2?|ldap|oidc|openid|jwt|keycloak|bankid|login",
        reads=frozenset({"code", "packages"}),
    ),
)

TERMS: tuple[Term, ...] = (*LOGINS, *ACCOUNTS, *NO_LOGIN, *HINTS)
