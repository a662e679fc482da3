"""Systems, services and interfaces of others, by name."""

from harvesters.reading.mentions.terms import NEEDED, SET, Term, term


def _system(name: str, triggers: str, pattern: str | None = None) -> Term:
    """Make a system that is named; it also counts in example configuration."""
    return term("integration", name, triggers, pattern, reads=SET | NEEDED)


SWEDISH: tuple[Term, ...] = (
    _system("SS 12000", "12000 ss12000 egil", r"ss[ -]?12000(?::\d{4})?|egil"),
    _system("Navet", "navet", r"(?-i:Navet)"),
    _system("Skatteverket", "skatteverket skatteverkets", r"skatteverkets?"),
    _system("Bolagsverket", "bolagsverket bolagsverkets", r"bolagsverkets?"),
    _system("Lantmäteriet", "lantmäteriet lantmäteriets lantmateriet", r"lantm[äa]teriets?"),
    _system("Trafikverket", "trafikverket trafikverkets trafiklab", r"trafikverkets?|trafiklab"),
    _system("SMHI", "smhi"),
    _system("Kolada", "kolada"),
    _system("SCB", "scb", r"(?-i:SCB)"),
    _system(
        "Arbetsförmedlingen",
        "jobtech arbetsförmedlingens arbetsförmedlingen platsbanken",
        r"jobtech|arbetsförmedlingens?|platsbanken",
    ),
    _system("Skolverket", "skolverket skolverkets", r"skolverkets?"),
    _system("Mina meddelanden", "meddelanden kivra", r"mina meddelanden|kivra"),
    _system("SDK", "sdk", r"säker digital kommunikation"),
    _system(
        "Lifecare",
        "lifecare procapita treserva viva ifo",
        r"lifecare|procapita|treserva|viva(?= ?(?:api|adapter|ifo|$))",
    ),
    _system(
        "ärendehanteringssystem",
        "platina public360 w3d3 evolution lex ciceron ephorte castor diabas ärendehanteringssystem",
        r"platina|public ?360|w3d3|ephorte|castor|ciceron|ärendehanteringssystem\w{0,3}",
    ),
    _system("Open ePlatform", "eplatform eplattform opene", r"open ?-?e(?:[ -]?platt?form(?:en)?)"),
    _system("Raindance", "raindance agresso ubw visma", r"raindance|agresso|(?-i:UBW)"),
    _system("Personec", "personec heroma", r"personec|heroma"),
    _system("Varbi", "varbi visma reachmee", r"varbi|reachmee|visma recruit"),
    _system("Swish", "swish", r"(?-i:Swish)(?! ?ui)"),
    _system("Skyfish", "skyfish"),
    _system("WSO2", "wso2"),
    _system("Artvise", "artvise"),
    _system("ServiceNow", "servicenow"),
)
ABROAD: tuple[Term, ...] = (
    _system("X-Road", "road x-road xroad", r"x-?road"),
    _system(
        "Digital Post", "digipost eboks e-boks digital", r"digipost|e-?boks|digital post(?:kasse)?"
    ),
    _system(
        "KOMBIT",
        "kombit serviceplatformen fordelingskomponenten",
        r"kombit|serviceplatformen|fordelingskomponent\w*",
    ),
    _system(
        "CPR",
        "cpr cvr datafordeler datafordeleren dawa",
        r"(?-i:CPR|CVR)|datafordeler\w{0,3}|(?-i:DAWA)",
    ),
    _system("Altinn", "altinn maskinporten fiks", r"altinn|maskinporten|ks fiks"),
    _system("Folkeregisteret", "folkeregisteret folkeregister", r"folkeregister(?:et)?"),
    _system("GOV.UK Notify", "notify govuk-notify", r"gov\.?uk notify|govuk-notify"),
    _system("GOV.UK Pay", "pay", r"gov\.?uk pay"),
    _system("pagoPA", "pagopa anpr anncsu", r"pagopa(?!: no)|(?-i:ANPR)"),
    _system("Haal Centraal", "centraal brp kvk", r"haal centraal|(?-i:BRP|KVK|BAG)(?= ?api)"),
    _system("Suomi.fi-viestit", "viestit suomi.fi", r"suomi\.fi[- ](?:viestit|messages|palvelut)"),
    _system("Helsinki Profile", "profile", r"helsinki[ -]profile"),
    _system("Jira", "jira leantime", r"jira|leantime"),
)
MAPS: tuple[Term, ...] = (
    _system(
        "OpenStreetMap",
        "openstreetmap osm nominatim overpass mapbox leaflet",
        r"open ?street ?maps?|nominatim|overpass|(?-i:OSM)",
    ),
    _system(
        "Google Maps",
        "google maps",
        r"google[ -]?maps?(?: api| platform)?|google places|maps javascript api",
    ),
    _system("Mapbox", "mapbox", r"mapbox(?!-gl)"),
    _system("ArcGIS", "arcgis esri", r"arcgis|esri"),
    _system("GeoServer", "geoserver wms wfs wmts origo", r"geoserver|(?-i:WMS|WFS|WMTS)"),
    _system("GTFS", "gtfs netex siri", r"gtfs(?:-rt)?|netex|(?-i:SIRI)"),
    _system("DCAT-AP", "dcat dcat-ap ckan", r"dcat(?:-ap)?(?:-se)?|ckan"),
    _system("FIWARE", "fiware ngsi ngsi-ld orion", r"fiware|ngsi(?:-ld)?"),
    _system("MQTT", "mqtt lorawan lora", r"mqtt|lorawan"),
)
SERVICES: tuple[Term, ...] = (
    _system(
        "SMTP",
        "smtp mailgun sendgrid postmark mailjet sparkpost mailhog mail",
        r"smtp|mailgun|sendgrid|postmark|mailjet|sparkpost|mail (?:host|server|from|mailer|dsn)",
    ),
    _system("Mailchimp", "mailchimp"),
    _system("Get a Newsletter", "newsletter getanewsletter", r"get a newsletter|getanewsletter"),
    _system(
        "SMS",
        "sms twilio cellsynt 46elks pixie",
        r"twilio|cellsynt|46elks|sms[ -](?:gateway|service|provider|tjänst\w{0,4}|leverantör)",
    ),
    _system(
        "Amazon S3",
        "s3 minio",
        r"(?:aws |amazon )?s3(?: (?:bucket|storage|compatible|endpoint))|minio|amazon s3|aws s3",
    ),
    _system("Azure Blob Storage", "blob", r"azure (?:blob|storage)\w*(?: storage)?|blob storage"),
    _system("RSS", "rss", r"rss[ -](?:feeds?|import\w{0,3}|flöde\w{0,2})"),
    _system(
        "Elasticsearch",
        "elasticsearch opensearch elastic solr elasticpress",
        r"elasticpress|elastic ?search|opensearch|(?:apache )?solr",
    ),
    _system("Typesense", "typesense"),
    _system("Algolia", "algolia"),
    _system("Redis", "redis memcached valkey", r"redis|memcached|valkey"),
    _system("RabbitMQ", "rabbitmq kafka amqp", r"rabbitmq|(?:apache )?kafka|amqp"),
    _system("Sentry", "sentry"),
    _system("Matomo", "matomo piwik", r"matomo|piwik"),
    _system("Google Analytics", "analytics gtm tag", r"google[ -]analytics|google tag manager|gtm"),
    _system(
        "reCAPTCHA", "recaptcha hcaptcha turnstile", r"re ?captcha|hcaptcha|cloudflare turnstile"
    ),
    _system(
        "Stripe",
        "stripe klarna nets adyen paytrail payex dibs mollie",
        r"stripe|klarna|adyen|paytrail|payex|mollie|(?-i:Nets)(?= )",
    ),
    _system("OpenAI", "openai chatgpt gpt azure", r"(?:azure )?openai|chatgpt"),
    _system("Anthropic", "anthropic claude", r"anthropic(?: api)?"),
    _system("Intric", "intric eneo", r"intric|eneo"),
    _system("IBM Watson", "watson", r"(?:ibm )?watson"),
    _system(
        "Google Cloud",
        "google",
        r"google (?:translate|speech|sheets?|drive|calendar|translation|vision|text-to-speech)(?:"
        r" api)?",
    ),
    _system(
        "Microsoft Graph",
        "graph exchange sharepoint teams outlook",
        r"(?:microsoft|ms) graph|(?:microsoft )?exchange (?:server|online)|sharepoint|microsoft"
        r" teams",
    ),
    _system("Power BI", "bi powerbi", r"power ?bi"),
    _system("Slack", "slack", r"slack (?:webhook|api|app|integration|bot|token|channel notif\w*)"),
    _system("YouTube", "youtube vimeo", r"(?:youtube|vimeo)(?: data)? api(?: key)?"),
    _system(
        "Facebook",
        "facebook instagram twitter linkedin",
        r"(?:facebook|instagram|twitter|linkedin)(?: graph)? (?:api|feed|app id|integration|access"
        r" token)",
    ),
    _system("Readspeaker", "readspeaker"),
    _system("Siteimprove", "siteimprove cludo vergic", r"siteimprove|cludo|vergic"),
    _system(
        "Firebase",
        "firebase fcm",
        r"firebase (?:cloud messaging|notifications|storage|project)|(?-i:FCM)",
    ),
    _system(
        "WordPress REST API",
        "wp-json wordpress",
        r"wordpress rest[ -]api|wp-json|wordpress['\u2019]? (?:json )?api",
    ),
    _system(
        "Strapi",
        "strapi contentful sanity prismic storyblok",
        r"strapi|contentful|sanity(?: cms|\.io)|prismic|storyblok",
    ),
    _system(
        "CardDAV",
        "carddav caldav ical icalendar",
        r"carddav|caldav|i-?cal(?:endar)?(?= (?:feed|url|import|sync|export))",
    ),
    _system("SFTP", "sftp", r"sftp"),
    _system("Alfresco", "alfresco nextcloud", r"alfresco"),
    _system("Library systems", "libris koha sierra quria", r"libris|koha(?= )|quria"),
)
TERMS: tuple[Term, ...] = (*SWEDISH, *ABROAD, *MAPS, *SERVICES)
