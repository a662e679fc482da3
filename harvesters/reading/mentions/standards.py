"""Open standards for data and log-in that a document names."""

import re

from harvesters.reading.mentions.terms import Term, term

_NAMED: tuple[tuple[str, str, str], ...] = (
    # our name, words one of which the text must have, how it is written
    ("saml", "saml saml2 saml2.0 oiosaml", r"SAML(?:[ -]?v?[12](?:\.[01])?)?|OIOSAML"),
    ("oidc", "oidc openid", r"OIDC|Open ?ID[ -]Connect"),
    ("oauth2", "oauth oauth2 oauth2.0", r"OAuth[ -]?2(?:\.[01])?"),
    ("oauth", "oauth", r"OAuth(?! ?\d)(?! (?:apps?|tokens?|scopes?|consent|credentials|client))"),
    ("scim", "scim scim2", r"SCIM(?: ?2(?:\.0)?)?"),
    ("ldap", "ldap ldaps", r"LDAPS?"),
    ("seid", "seid seidv1 seidv2", r"(?-i:SEID)(?: ?v?[12])?"),
    ("webauthn", "webauthn fido2", r"WebAuthn|FIDO ?2"),
    ("ss12000", "12000 ss12000", r"SS[ -]?12 ?000"),
    ("oneroster", "oneroster", r"OneRoster"),
    ("lti", "lti", r"LTI(?: 1\.[0-3])?"),
    ("xapi", "xapi", r"xAPI"),
    ("scorm", "scorm", r"SCORM"),
    ("qti", "qti", r"QTI"),
    ("icalendar", "icalendar ical ics", r"iCalendar|iCal(?= (?:format|feed|export))"),
    ("caldav", "caldav", r"CalDAV"),
    ("carddav", "carddav", r"CardDAV"),
    ("vcard", "vcard", r"vCard"),
    ("webdav", "webdav", r"WebDAV"),
    ("cmis", "cmis", r"CMIS"),
    ("dcat", "dcat dcat-ap dcat-ap-se", r"DCAT(?:-AP)?(?:-[A-Z]{2})?"),
    ("schema.org", "schema.org", r"schema\.org"),
    ("json-ld", "json-ld jsonld", r"JSON-?LD"),
    ("rdf", "rdf", r"RDFa?(?:/XML)?"),
    ("skos", "skos", r"SKOS"),
    ("sparql", "sparql", r"SPARQL"),
    ("shacl", "shacl", r"SHACL"),
    ("csvw", "csvw csv", r"CSVW|CSV on the web"),
    ("frictionless", "frictionless", r"Frictionless Data"),
    ("oai-pmh", "oai-pmh", r"OAI-PMH"),
    ("dublin-core", "dublin", r"Dublin Core"),
    ("iiif", "iiif", r"IIIF"),
    ("ead", "ead", r"EAD ?3"),
    ("fgs", "fgs", r"FGS"),
    ("geojson", "geojson", r"GeoJSON"),
    ("wms", "wms", r"WMS"),
    ("wfs", "wfs", r"WFS"),
    ("wmts", "wmts", r"WMTS"),
    ("ogc-api", "ogc", r"OGC[ -]API(?:[ -]\w{1,20})?|OGC(?= (?:standard|WMS|WFS))"),
    ("sensorthings", "sensorthings", r"SensorThings(?: API)?"),
    ("gml", "gml citygml", r"(?:City)?GML"),
    ("geopackage", "geopackage", r"GeoPackage"),
    ("inspire", "inspire", r"(?-i:INSPIRE)"),
    ("gpx", "gpx", r"(?-i:GPX)"),
    ("kml", "kml", r"(?-i:KML)"),
    ("ngsi", "ngsi ngsi-ld ngsi-v2 ngsiv2", r"NGSI(?:-?(?:LD|v2))?"),
    ("mqtt", "mqtt mqtts", r"MQTT"),
    ("lorawan", "lorawan", r"LoRaWAN"),
    ("gtfs", "gtfs gtfs-rt", r"GTFS(?:-RT)?"),
    ("netex", "netex", r"NeTEx"),
    ("siri", "siri", r"(?-i:SIRI)"),
    ("datex", "datex", r"DATEX(?: ?II)?"),
    ("ocpp", "ocpp", r"OCPP"),
    ("ocpi", "ocpi", r"OCPI"),
    ("open311", "open311", r"Open311"),
    ("oparl", "oparl", r"OParl"),
    ("fhir", "fhir", r"(?:HL7 ?)?FHIR"),
    ("openehr", "openehr", r"openEHR"),
    ("dicom", "dicom", r"DICOM"),
    (
        "hcert",
        "hcert health digital",
        (
            r"(?:Electronic )?Health Certificates? Specification"
            r"|Digital (?:COVID|Green) Certificate (?:Schema|Specification)"
        ),
    ),
    ("cwt", "cwt", r"(?-i:CWT)(?=[ /](?:COSE|token|spec))"),
    ("cose", "cose", r"(?-i:COSE)"),
    ("peppol", "peppol", r"Peppol"),
    ("ubl", "ubl", r"(?-i:UBL)(?: 2\.\d)?"),
    ("ocds", "ocds", r"OCDS|Open Contracting Data Standard"),
    ("xbrl", "xbrl", r"XBRL"),
    ("activitypub", "activitypub", r"ActivityPub"),
    ("rss", "rss", r"(?-i:RSS)(?: ?2\.0)?"),
    ("atom", "atom", r"Atom(?= (?:feed|syndication))"),
    ("odf", "odf opendocument", r"(?-i:ODF)|OpenDocument"),
    ("stuf", "stuf stuf-zkn", r"(?-i:StUF)(?:-\w{2,6})?"),
    ("zgw", "zgw zaakgericht", r"(?-i:ZGW)|API'?s voor Zaakgericht Werken"),
    ("as4", "as4 edelivery", r"(?-i:AS4)|eDelivery"),
    ("x-road", "x-road", r"X-Road"),
    ("cloudevents", "cloudevents", r"CloudEvents"),
    ("open-referral", "referral", r"Open Referral"),
    ("popolo", "popolo", r"Popolo(?= (?:standard|spec|data|format|json))"),
    ("odata", "odata", r"OData"),
    ("matrix", "matrix", r"Matrix(?= protocol)"),
    ("xmpp", "xmpp", r"XMPP"),
    ("sarif", "sarif", r"SARIF"),
    ("spdx", "spdx", r"SPDX(?= (?:SBOM|document|format))"),
    # formats that describe an interface of one's own
    ("openapi", "openapi openapi3 swagger", r"Open ?API|Swagger(?! UI)"),
    ("asyncapi", "asyncapi", r"AsyncAPI"),
    ("graphql", "graphql", r"GraphQL"),
    ("wsdl", "wsdl soap", r"WSDL|(?-i:SOAP)"),
    ("json-schema", "json", r"JSON[ -]Schema"),
)

# Those that keep standards, or explain them.
_KEEPERS = re.compile(
    r"://(?:[\w-]{1,40}\.){0,3}(?:w3|ietf|rfc-editor|oasis-open|iso|ogc|opengeospatial|hl7"
    r"|wikipedia|imsglobal"
    r"|1edtech|openid|oauth|schema|json-ld|json-schema|openapis|swagger|graphql|asyncapi|geojson"
    r"|gtfs|mqtt|fiware"
    r"|etsi|cen|sis|skolverket|europa|dataportal|diggsweden|peppol|unece|openehr|ocpp"
    r"|openchargealliance|open311"
    r"|oparl|dublincore|rssboard|sparql|opencontracting|frictionlessdata|scim|simplecloud|vng"
    r"|gemmaonline|forumstandaardisatie)"
    r"\.\w{2,6}(?![\w.-])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^a-z0-9]")
_ADDRESS = re.compile(
    r"https?://(?!localhost|127\.|[\w.-]{0,40}example\.|(?:www\.)?git(?:hub"
    r"|lab)\.com)[^\s)>\]\"']{1,300}"
)
_OWN_TEXT = re.compile(  # a link to what the software itself says of its interface
    r"\[[^\[\]]{0,60}\b(?:documentation|docs|dokumentation|dokumentasjon|documentatie)\b[^\[\]]{0,40}\]"
    r"\([^\s()]{1,300}\)",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\[([^\[\]]{1,80})\]\(https?://")


def leads_to_it(line: str, name: str) -> bool:
    """Tell whether a line has an address of the standard: its name is the link, or is in it."""
    line = _OWN_TEXT.sub(lambda link: link[0] if _KEEPERS.search(link[0]) else " ", line)
    if "://" not in line or name.lower() == "oauth":  # without a version: mostly some product's
        return False
    word = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", re.IGNORECASE)
    if any(word.search(text) for text in _LINKED.findall(line)):
        return True
    letters = _LETTER.sub("", name.lower())
    addresses = _ADDRESS.findall(line)
    return any(letters in _LETTER.sub("", a.lower()) or _KEEPERS.search(a) for a in addresses)


TERMS: tuple[Term, ...] = tuple(
    term("standard", *named)._replace(leads=leads_to_it) for named in _NAMED
)
