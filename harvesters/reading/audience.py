"""Words that name who software is for, in Swedish and English."""

import re

_SWEDISH = (
    r"elever(?:na)?|elevers|lärare|pedagoger|rektorer|skolpersonal|vårdpersonal|vårdnadshavare|föräldrar"
    r"|förskolor|skolor|studenter|barn|ungdomar|äldre|seniorer|handläggare|socialsekreterare"
    r"|(?:webb)?redaktörer(?:na)?|kommunikatörer|medborgare|(?:kommun)?invånare|invånarna|medborgarna"
    r"|kommuner|regioner|myndigheter|besökare|turister|anställda|medarbetare|chefer|tjänstepersoner"
    r"|tjänstemän|förvaltare|administratörer|företagare|föreningar|bibliotekarier|brukare|patienter"
    r"|målgruppen?|utvecklare|allmänheten|politiker|väljare|ledamöter|boende|cyklister|pendlare|hyresgäster"
)
_ENGLISH = (
    r"pupils|students|teachers|educators|parents|guardians|children|kids|youths?|elderly|seniors"
    r"|case ?workers|case handlers|social workers|editors|content (?:creators|managers|authors)"
    r"|citizens|residents|inhabitants|visitors|tourists|locals|commuters|cyclists|employees|co-workers"
    r"|coworkers|civil servants|public servants|officials|municipalities|municipal (?:staff"
    r"|employees)"
    r"|public (?:bodies|organi[sz]ations|sector)|local governments|authorities|government agencies"
    r"|city planners|planners|librarians|nurses|caregivers|patients|volunteers|politicians"
    r"|councillors"
    r"|administrators|site owners|system owners|researchers|journalists|entrepreneurs|businesses"
    r"|associations|customers|developers|data scientists|analysts|general public|the public(?!-)"
    r"|target audience|wider community|(?:other|product|service|delivery|project) teams"
)
_NORDIC = (
    r"brukere|brugere|borgere|innbyggere|saksbehandlere|sagsbehandlere|medarbejdere|ansatte"
    r"|utviklere|udviklere|lærere|elever|foreldre|forældre|myndigheder|virksomheter"
)
_AUDIENCE = re.compile(rf"\b(?:{_SWEDISH}|{_ENGLISH}|{_NORDIC})\b", re.IGNORECASE)


def audience(text: str) -> str | None:
    """Return the first word of a text that names users, as written but in lower case."""
    found = _AUDIENCE.search(text)
    return found[0].lower() if found else None
