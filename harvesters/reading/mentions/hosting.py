"""Words on hosting: what it runs on, which database, in what form, and how large."""

from harvesters.reading.mentions.terms import NEEDED, SAID, SET, Term, Zone, term

_ALL: frozenset[Zone] = SAID | NEEDED
_VERSION = (
    r"(?: ?(?:version|v\.?|ver\.?|>=?|≥|~|\^|≤|<=?|\(|:|,|-)){0,3}"
    r" ?v?\d{1,3}(?:\.[\dx]{1,3}){0,3}\+?"
)
_MADE = (
    r"(?:written|built|developed|implemented|programmed|made|coded|runs?|running|based|powered"
    r"|byggd|byggt|skriven"
    r"|skrivet|utvecklad|utvecklat|körs|kör|baserad|baserat|bygget|skrevet|udviklet|laget|scritto"
    r"|sviluppato"
    r"|entwickelt|geschrieben|gebouwd) (?:in|with|on|using|upon|by|i|med|på|av|van|met|mit) (?:top"
    r" of )?(?:the )?"
)
_NEEDS = (
    r"(?:requires?(?: at least)?|needs?|depends on|minimum|at least|make sure (?:that )?you have"
    r"|install|kräver|behöver"
    r"|minst|förutsätter|krever|kræver|vereist|benötigt|richiede) (?:you (?:to )?have )?(?:the"
    r" )?(?:latest |lts )?"
)


def _runtime(name: str, triggers: str, written: str) -> tuple[Term, ...]:
    """Make a language or platform: with its version, as what it is made in, or as a requirement."""
    stated = rf"(?:{written}){_VERSION}|{_MADE}(?:{written})|{_NEEDS}(?:{written})"
    return (
        term("runtime", name, triggers, stated, reads=_ALL),
        term("runtime", name, triggers, written, reads=NEEDED),
    )


def _database(name: str, triggers: str, written: str | None = None) -> Term:
    return term("database", name, triggers, written, reads=SET | NEEDED)


def _hosting(name: str, triggers: str, written: str | None = None) -> Term:
    return term("hosting", name, triggers, written, reads=_ALL)


RUNTIMES: tuple[Term, ...] = (
    *_runtime("PHP", "php", r"php(?![.-]\w)"),
    term(
        "runtime",
        "PHP",
        "php lamp lemp",
        r"(?-i:LAMP|LEMP)(?:[ -](?:stack|server|miljö))?"
        r"|(?:(?:linux|apache|nginx|mysql|mariadb|postgresql) ?[/+,] ?){1,3}php(?: stack)?",
        reads=_ALL,
    ),
    *_runtime(
        "Node.js",
        "node nodejs node.js",
        r"node(?:\.?js)?(?! version manager| ?modules?| ?packages?| env)",
    ),
    *_runtime("Python", "python python3", r"python ?3?"),
    *_runtime("Java", "java jdk openjdk jre", r"java(?: ?(?:jdk|se|runtime))?|(?:open)?jdk|jre"),
    *_runtime("Kotlin", "kotlin", r"kotlin"),
    *_runtime(
        ".NET",
        "net .net asp.net dotnet",
        r"(?:asp)?\.net(?: core| framework| sdk)?|dotnet|net core",
    ),
    *_runtime("Ruby", "ruby", r"ruby(?: on rails)?"),
    *_runtime("Go", "go golang", r"(?-i:Go)|golang"),
    *_runtime("Rust", "rust", r"rust"),
    *_runtime("Elixir", "elixir", r"elixir"),
    *_runtime("Deno", "deno", r"deno"),
    *_runtime("Bun", "bun", r"(?-i:Bun)"),
    *_runtime("Android", "android", r"android(?: api(?: level)?| sdk)?"),
    *_runtime("iOS", "ios", r"(?-i:iOS)"),
    term(
        "runtime", ".NET", "net", r"(?<!\w)\.net(?: core| framework)? ?\d{1,2}(?:\.\d)?", reads=_ALL
    ),
)
_HOST_VERSION = r"(?: core)?(?: version|:)?(?: ?(?:v\.?|>=|≥|\^|~))? ?\d{1,3}(?:\.[\dx]{1,3}){0,3}"
HOSTS: tuple[Term, ...] = tuple(  # an add-on runs on its host: the host's version is the runtime
    term("runtime", name, trigger, rf"(?:{trigger}){_HOST_VERSION}", reads=_ALL)
    for name, trigger in (
        ("Drupal", "drupal"), ("WordPress", "wordpress"), ("CKAN", "ckan"), ("Moodle", "moodle"),
        ("Nextcloud", "nextcloud"), ("QGIS", "qgis"),
    )
)  # fmt: skip
DATABASES: tuple[Term, ...] = (
    _database("PostgreSQL", "postgresql postgres postgis psql", r"postgres(?:ql)?|postgis"),
    _database("MariaDB", "mariadb", r"mariadb"),
    _database("MySQL", "mysql", r"(?:(?:apache|nginx|linux) ?[/+] ?)?mysql(?!i)"),
    _database("MongoDB", "mongodb mongo", r"mongo ?db|mongo"),
    _database(
        "SQL Server",
        "server mssql sqlserver sql",
        r"(?:ms|microsoft) ?sql(?: server)?|mssql|sql ?server|azure sql",
    ),
    _database("SQLite", "sqlite sqlite3", r"sqlite3?"),
    _database("Oracle Database", "oracle", r"oracle (?:database|db|\d\d\w?)"),
    _database("CouchDB", "couchdb"),
    _database("DynamoDB", "dynamodb"),
    _database("Cosmos DB", "cosmos cosmosdb", r"cosmos ?db"),
    _database("Firestore", "firestore firebase", r"firestore|firebase (?:realtime )?database"),
    _database("Neo4j", "neo4j"),
    _database("InfluxDB", "influxdb influx", r"influx ?db"),
    _database("ClickHouse", "clickhouse"),
    _database("Supabase", "supabase"),
    _database("Elasticsearch", "elasticsearch opensearch", r"elasticsearch|opensearch"),
    term(
        "no-database",
        "no-database",
        "database databas databasen db databaser stateless",
        r"(?:no|without(?: an?y?)?) (?:database|db) (?:is )?(?:needed|required|necessary)|(?:does"
        r" not|doesn['\u2019]t|do not"
        r"|don['\u2019]t) (?:use|need|require|have) (?:an? |any )?(?:own )?(?:database|db)"
        r"|(?:ingen|utan) (?:egen )?databas"
        r"(?:en)?(?: (?:krävs|behövs|används|finns))?|(?:kräver|behöver|har|använder) ingen"
        r" (?:egen )?databas"
        r"|stateless (?:service|application|app|api)|(?:there is|has) no database",
        reads=_ALL,
    ),
)
HOSTINGS: tuple[Term, ...] = (
    _hosting(
        "Docker",
        "docker docker-compose podman dockerfile dockerized container containers containern",
        r"docker(?:[ -]?(?:compose|swarm|image|container|engine|desktop|hub|ized))?|podman",
    ),
    _hosting("Kubernetes", "kubernetes k8s aks eks gke", r"kubernetes|k8s|(?-i:AKS|EKS|GKE)"),
    _hosting("Helm", "helm", r"helm(?: charts?)?(?! ?\.)"),
    _hosting("OpenShift", "openshift"),
    _hosting("Nais", "nais", r"nais"),
    _hosting(
        "Apache",
        "apache apache2 httpd",
        r"apache ?2?(?! ?(?:licen[sc]e|v?2\.0|-2|kafka|camel|spark|airflow|ant|maven|commons"
        r"|poi|solr|lucene|foundation|software|cordova|superset|nifi|activemq|cxf))|httpd",
    ),
    _hosting("nginx", "nginx"),
    _hosting("IIS", "iis", r"(?-i:IIS)"),
    _hosting("Tomcat", "tomcat jetty wildfly", r"tomcat|jetty|wildfly"),
    _hosting("Passenger", "passenger", r"phusion passenger"),
    _hosting("Heroku", "heroku"),
    _hosting(
        "Azure",
        "azure",
        r"azure (?:app ?services?|functions?|static web apps?|container\w*|web ?apps?|cloud"
        r"|kubernetes)",
    ),
    _hosting(
        "AWS",
        "aws amazon amplify lambda fargate ec2",
        r"aws (?:lambda|ecs|ec2|fargate|elastic beanstalk|amplify|cdk|account|cloud|s3"
        r"|cloudfront|app ?runner)"
        r"|amazon (?:ecs|ec2|web services)|amplify|elastic beanstalk|fargate",
    ),
    _hosting(
        "Google Cloud",
        "google gcp firebase",
        r"google (?:cloud(?: run)?|app engine)|cloud run|(?-i:GCP)|firebase hosting",
    ),
    _hosting("GOV.UK PaaS", "paas", r"gov\.?uk paas|cloud foundry"),
    _hosting("Vercel", "vercel"),
    _hosting("Netlify", "netlify"),
    _hosting("Cloudflare", "cloudflare", r"cloudflare (?:pages|workers)"),
    _hosting("GitHub Pages", "pages", r"git(?:hub|lab) pages"),
    _hosting(
        "static-files",
        "static statisk statiska",
        r"static(?:ally)? (?:web ?)?(?:sites?(?! gen)|hosting|hosted|website(?! gen)|files?"
        r" (?:that|which) can|html)|statisk(?:a|t)? (?:webb\w{0,8}|sajt\w{0,3}|html|filer)",
    ),
    _hosting(
        "Linux",
        "linux ubuntu debian rhel redhat centos systemd",
        r"(?:ubuntu|debian|centos|rhel|red ?hat)(?: (?:linux|server))? ?\d{1,2}(?:\.\d\d)?"
        r"|linux[ -](?:server|machine|host|system)\w{0,2}"
        r"|(?:machine|server|host|computer)s? (?:running|with) linux|systemd (?:service|unit)",
    ),
    _hosting("Windows Server", "windows", r"windows server"),
    _hosting("Platform.sh", "platform.sh"),
    _hosting(
        "virtual-machine",
        "virtual virtuell vm vagrant",
        r"(?:on|på) (?:an? |en )?(?:\w{1,20} )?(?:virtual machines?|virtuell (?:maskin|server))",
    ),
    _hosting("own-server", "on-premise on-premises onprem on-prem", r"on-?prem(?:ise)?s?"),
    _hosting(
        "WordPress",
        "wordpress wp",
        r"wordpress(?=[ -](?:plug-?in|theme|multi-?site|installation|install|site|v?\d|core"
        r"|module|instance|plugin|\(|>|tillägg|tema))"
        rf"|(?:for|in|to|i|för|till|requires?|kräver) wordpress|wordpress{_VERSION}|requires"
        rf" at least: ?\d",
    ),
    _hosting("Drupal", "drupal", r"drupal"),
    _hosting("Sitevision", "sitevision"),
    _hosting("Optimizely", "episerver optimizely", r"episerver|optimizely"),
    _hosting("Open ePlatform", "eplatform eplattform", r"open ?eplatt?form(?:en)?"),
    _hosting("Moodle", "moodle"),
    _hosting(
        "CKAN", "ckan", r"ckan (?:extension|plugin|version|installation)s?|(?:requires?|for) ckan"
    ),
    _hosting("Nextcloud", "nextcloud"),
    _hosting("QGIS", "qgis", r"qgis(?: plugin)?"),
    _hosting("Home Assistant", "assistant", r"home assistant"),
    _hosting("app-store", "app appstore store play", r"(?-i:App Store|Google Play)|play store"),
    term("hosting", "WordPress", "wordpress wp", r"wordpress", reads=NEEDED),
)
SIZES: tuple[Term, ...] = (
    term(
        "sizing",
        "size",
        "ram memory cpu cpus vcpu cores minne gb gib disk",
        r"\d{1,4} ?(?:gb|gib|mb|mib) (?:of )?(?:ram|memory|minne|internminne|disk|storage"
        r"|lagring)|(?:ram|memory|minne)[: ]{1,3}\d{1,4}"
        r" ?(?:gb|gib|mb)|\d{1,3} (?:v?cpus?|(?:cpu )?cores?|kärnor)",
        reads=_ALL,
    ),
    term(
        "backup",
        "backup",
        "backup backups säkerhetskopia säkerhetskopiering säkerhetskopior",
        r"back-?ups?|säkerhetskopi\w{1,6}",
        reads=SAID,
    ),
)

TERMS: tuple[Term, ...] = (*RUNTIMES, *HOSTS, *DATABASES, *HOSTINGS, *SIZES)
