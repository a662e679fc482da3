"""Words on personal data, and on what an adopter can reuse of the owner's work on them."""

from harvesters.reading.mentions.terms import NEEDED, SAID, Term, Zone, term

_ALL: frozenset[Zone] = SAID | NEEDED

TERMS: tuple[Term, ...] = (
    term(
        "personal-data",
        "GDPR",
        "gdpr dataskyddsförordningen dataskydd dataskyddslagen rgpd dsgvo avg tietosuoja"
        " personvern databeskyttelse",
        r"gdpr|dataskydd(?:sförordningen|slagen|sombud\w{0,4})?|rgpd|dsgvo|(?-i:AVG)"
        r"|tietosuoja\w{0,12}|personvern\w{0,10}|databeskyttelse\w{0,10}|gdpr: (?:true|yes|sì)",
        reads=_ALL,
    ),
    term(
        "personal-data",
        "personal-data",
        "personal personally pii personuppgift personuppgifter personuppgifterna"
        " personuppgiftsansvarig personnummer"
        " personuppgiftsbiträde personuppgiftsbiträdesavtal personopplysninger personoplysninger"
        " persondata henkilötietoja"
        " henkilötiedot henkilötietojen persoonsgegevens personenbezogene personenbezogenen"
        " personali personnelles personnel personals cpr fødselsnummer",
        r"personal(?:ly)?[ -](?:data|information|identifiable (?:information|data)|details"
        r"|identity number|number)|(?-i:PII)"
        r"|personuppgift\w{0,24}|personnummer|personop+lysning\w{0,4}|persondata"
        r"|henkilötie\w{1,8}|persoonsgegevens"
        r"|personenbezogenen? daten|dati personali|données (?:à caractère )?personnel\w{0,3}"
        r"|dades personals|fødselsnummer",
        reads=_ALL,
    ),
    term(
        "personal-data",
        "privacy",
        "protection vie privacy integritet integritetspolicy integritetsskydd sekretess"
        " integritetskänslig"
        " integritetskänsliga confidential sekretesskyddad skyddad datenschutz confidentiality",
        r"privacy(?! badger)|protection des données|(?:respect|protection) de la vie privée"
        r"|integritet(?:spolicy\w{0,2}|sskydd\w{0,2}|skänslig\w{0,2})"
        r"|sekretess\w{0,12}|skyddad identitet"
        r"|datenschutz\w{0,10}|(?:personlig|användar\w{1,6}) integritet",
        reads=_ALL,
    ),
    term(
        "personal-data",
        "sensitive-data",
        "sensitive känsliga känslig anonymized anonymised anonymize anonymise anonymiseras"
        " anonymisering anonymiserade"
        " pseudonymized pseudonymised pseudonymisering anonymization anonymisation"
        " anonymizing anonymous anonymously minimization minimisation data-minimization"
        " data-minimisation dataminimering uppgiftsminimering",
        r"data[ -]minimi[sz]ation|dataminimering|uppgiftsminimering"
        r"|anonymous(?:ly)? (?:\w{2,20} ){0,2}(?:data|statistics|ratings?|responses?|answers?)"
        r"|sensitive personal (?:data|information)|känslig\w{0,2} personuppgift\w{0,3}"
        r"|(?:data|information|users?|persons?|personal|ip|visitors?|answers?|responses?|logs?"
        r"|statistics)\b[^.;]{0,40}\banonymi[sz](?:ed?|es|ing|ation)\b"
        r"|anonymi[sz](?:ed?|es|ing|ation) (?:of )?(?:\w{2,20} ){0,2}(?:data|information|users?"
        r"|persons?|personal|ip|visitors?|logs?|statistics)|anonymiser(?:as|ade|ad|at|ing\w{0,2})|pseudonymi[sz]\w{1,7}",
        reads=_ALL,
    ),
    term(
        "personal-data",
        "information-classification",
        "informationsklassning informationsklassificering klassa informationssäkerhetsklassning"
        " classification",
        r"informations(?:säkerhets)?klass(?:ning|ificering)\w{0,2}|(?-i:KLASSA)|information(?:"
        r" security)? classification",
        reads=_ALL,
    ),
    term(
        "data-material",
        "impact-assessment",
        "dpia konsekvensbedömning konsekvensbedömningen pia riskanalys impact konsekvensanalys",
        r"dpia|konsekvensbedömning(?:en|ar)?|data protection impact assessment|privacy impact"
        r" assessment",
        reads=_ALL,
    ),
    term(
        "data-material",
        "retention",
        "gallring gallras gallringsplan gallringsfrist gallringstid bevarande retention retained"
        " slettes arkivering data-retention"
        " raderas deleted erased purged removed informationshanteringsplan dokumenthanteringsplan",
        r"gallring(?:splan|sfrist|stid|en|srutin)?\w{0,3}|gallras|(?:informations"
        r"|dokument)hanteringsplan(?:en)?"
        r"|(?:data|records?|personal data|user data)[ -]retention|retention of (?:personal|user)"
        r" data|(?:personuppgift\w{0,6}|uppgift\w{0,4}|data|users?|personal data|records?)"
        r"\b[^.;]{0,40}\b(?:raderas|tas bort|deleted|erased|purged|retained|stored|lagras"
        r"|sparas)\b[^.;]{0,30}\b(?:after|efter|for|i|within)"
        r" \d{1,4} (?:days?|dagar|months?|månader|years?|år|hours?|timmar)",
        reads=_ALL,
    ),
    term(
        "data-material",
        "records-template",
        "registerförteckning behandlingsregister personuppgiftsbiträdesavtal biträdesavtal"
        " processing processor",
        r"registerförteckning\w{0,3}|behandlingsregister|(?:personuppgifts)?biträdesavtal(?:et)?"
        r"|records? of processing|data processing agreement",
        reads=_ALL,
    ),
    term(
        "data-material",
        "categories",
        "kategorier categories slags personuppgifter personal",
        r"kategorier (?:av )?personuppgifter|slags personuppgifter|categories of personal (?:data"
        r"|information)"
        r"|(?:följande|dessa) personuppgifter|(?:the following|these) (?:personal (?:data"
        r"|information|details)|pii)",
        reads=_ALL,
    ),
    term(
        "no-personal-data",
        "no-personal-data",
        "personuppgifter personal pii",
        r"(?:inga personuppgifter (?:behandlas|lagras|sparas|hanteras|samlas)|(?:behandlar|lagrar"
        r"|sparar|hanterar|samlar in|innehåller) inga"
        r" personuppgifter)|no personal(?:ly identifiable)? (?:data|information) (?:is|are)"
        r" (?:stored|collected|processed|saved|handled|kept"
        r"|required)|(?:does not|doesn['\u2019]t|do not|don['\u2019]t) (?:store|collect|process"
        r"|handle|contain|save) (?:any )?personal(?:ly identifiable)? (?:data|information)",
        reads=_ALL,
    ),
)
