"""Words that name who software is for, in the languages that public bodies here write in."""

import re

_SWEDISH = (
    r"elever(?:na)?|elevers|lärare|pedagoger|rektorer|skolpersonal|vårdpersonal|vårdnadshavare"
    r"|föräldrar"
    r"|förskolor|skolor|studenter|barn|ungdomar|äldre|seniorer|handläggare|socialsekreterare"
    r"|(?:webb)?redaktörer(?:na)?|kommunikatörer|medborgare|(?:kommun)?invånare|invånarna"
    r"|medborgarna"
    r"|kommuner|regioner|myndigheter|besökare|turister|anställda|medarbetare|chefer|tjänstepersoner"
    r"|tjänstemän|förvaltare|administratörer|företagare|föreningar|bibliotekarier|brukare|patienter"
    r"|målgruppen?|utvecklare|allmänheten|politiker|väljare|ledamöter|boende|cyklister|pendlare"
    r"|hyresgäster"
)
_ENGLISH = (
    r"pupils|students|teachers|educators|parents|guardians|children|kids|youths?|elderly|seniors"
    r"|case ?workers|case handlers|social workers|editors|content (?:creators|managers|authors)"
    r"|citizens|residents|inhabitants|visitors|tourists|locals|commuters|cyclists|employees"
    r"|co-workers"
    r"|coworkers|employee|staff|service providers?|clients|organi[sz]ations|companies|publishers"
    r"|data providers"
    r"|councils|agencies|ministries|learners|schools|universities|clinicians|doctors|taxpayers"
    r"|applicants|claimants|job ?seekers|employers|farmers|drivers|passengers|travell?ers|operators"
    r"|moderators|inspectors|designers|end[- ]users|case officers|community organi[sz]ers"
    r"|municipality|public administrations?|public services|public institutions"
    r"|(?:government|public) agency"
    r"|(?:in|into|for|i) (?:your|dina?|all|other|andra|una|le) (?:existing |own )?(?:\w{2,12} )?"
    r"(?:web ?apps?|apps|applications?|applikation(?:er)?|applicazion[ei])"
    r"|government (?:platforms|services|websites|sites|departments|bodies|organi[sz]ations)"
    r"|coworkers|civil servants|public servants|officials|municipalities|municipal (?:staff"
    r"|employees)"
    r"|public (?:bodies|organi[sz]ations|sector)|local governments|authorities|government agencies"
    r"|city planners|planners|librarians|nurses|caregivers|patients|volunteers|politicians"
    r"|councillors"
    r"|administrators|site owners|system owners|researchers|journalists|entrepreneurs|businesses"
    r"|associations|customers|developers|data scientists|analysts|general public|the public(?!-)"
    r"|public officers|officers|(?:city|county|town|borough|district|parish) council"
    r"|(?:business|technical|non-technical|professional|internal|external) users"
    r"|target audience|wider community"
    r"|(?:other|product|service|delivery|project|development|software) teams"
)
_NORDIC = (
    r"brukere|brugere|borgere|innbyggere|saksbehandlere|sagsbehandlere|medarbejdere|ansatte"
    r"|utviklere|udviklere|lærere|elever|foreldre|forældre|myndigheder|virksomheter"
)
_OTHERS = (
    r"cittadini|pubblic(?:a|he) amministrazion[ei]|comuni|sviluppatori|enti pubblici"
    r"|gemeenten|burgers|inwoners|overheden|overheidsorganisaties|ambtenaren|ontwikkelaars"
    r"|medewerkers"
    r"|ciudadan(?:os|as|ía)|ayuntamientos|administraciones|municipios|desarrolladores"
    r"|ciutadan(?:s|ia)|ajuntaments|administracions"
    r"|citoyens|collectivités|administrations|usagers|agents publics|développeurs"
    r"|bürger(?:innen)?|kommunen|behörden|verwaltungen|gemeinden|entwickler(?:innen)?"
    r"|kuntalais\w{2,6}|asukkaat|asukkaille|kansalaisi?\w{2,6}|kunnat|kunnille|kehittäj\w{2,6}"
)
_ONE_OF_THEM = (  # "an application developer can", not "the developer guide"
    r"(?:an?|any|each|every) (?:[\w-]{2,20} )?(?:developer|editor|administrator|citizen|teacher"
    r"|pupil|student|employee|case worker|civil servant|municipality|authority|visitor|resident"
    r"|patient|researcher)(?= (?:can|may|must|needs?|wants?|has|is|will|who|to)\b|[,.])"
)
_AUDIENCE = re.compile(
    rf"\b(?:{_SWEDISH}|{_ENGLISH}|{_NORDIC}|{_OTHERS}|{_ONE_OF_THEM})\b", re.IGNORECASE
)
_NAMED = re.compile(  # "for Example Agency websites", "for websites within Example Town"
    r"\b(?:[Ff]or|[Ff]ör) (?:the |all |our |its )?(?:[A-ZÅÄÖ][\w.&-]{1,40},? (?:(?:of|and|och"
    r"|federal"
    r"|government) ){0,2}){1,5}(applications|services|websites|sites|teams|webbplatser|tjänster)\b"
    r"|\b[Ff]or (?:the |all )?(applications|services|websites|sites) (?:within|of|at"
    r"|in) (?:the )?[A-ZÅÄÖ]"
)


def audience(text: str) -> str | None:
    """Return the first word of a text that names users, as written but in lower case."""
    if found := _AUDIENCE.search(text):
        return found[0].lower()
    named = _NAMED.search(text)
    return (named[1] or named[2]) if named else None
