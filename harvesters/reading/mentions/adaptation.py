"""How a body adapts the software: an interface for settings, points of extension, parts."""

import re
from collections.abc import Iterator

from catalog.models.facts import MentionSeen
from harvesters.reading.listing import Listing
from harvesters.reading.mentions.terms import SAID, Term, term

# Settings of other things than the software: the code platform, an editor, a cloud.
_OTHERS = (
    r"file\W{1,4}settings|settings\W{1,6}(?:plugins|general)\b|certificate|simulator|preferences"
    r"|github|gitlab|bitbucket|repositor|\brepo\b|secrets|branch|pull request|intellij|phpstorm"
    r"|vs ?code"
    r"|visual studio|docker desktop|x-?code|android studio|google|azure|aws|firebase|chrome"
    r"|firefox|browser"
    r"|windows|macos|iphone|ipad|phone|eslint|prettier|postman|sonar|netlify|vercel|heroku|npmjs"
    r"|packagist"
    r"|slack|jira|figma|transifex|crowdin|xdebug|pipeline|workflow|sentry|integration token"
    r"|cloudflare|s3|keycloak|\bclass(?:es)?\b|abstract|boilerplate|scaffold|\w(?:Page|Controller|FieldGroup|Provider)\b"
)
_VERBS = (
    r"(?:go to|gå till|navigate to|visit|open|log in|configur\w{0,8}|konfigurer\w{1,4}"
    r"|chang\w{1,4}|enter\w{0,3}|add\w{0,4}"
    r"|ställ\w{0,3}|ange[rs]?|enabl\w{1,4}|activat\w{1,4}|aktiver\w{1,3}|select\w{0,3}"
    r"|choos\w{1,3}|välj\w{0,3}|specif\w{1,6}"
    r"|edit\w{0,4}|ändra\w{0,2}|adjust\w{0,4}|customi[sz]\w{1,6}|set|setting|controlled|defined"
    r"|fill|provide[sd]?|accessible|under)"
)
_PAGE = (
    r"(?:(?:settings|options|configuration|innstillings|indstillings)[- ]?(?:page|panel|screen"
    r"|menu|tab|form|side|siden)s?\b"
    r"|inställningssid(?:a|an|or|orna)\b|administrationsgränssnitt\w{0,3}\b)"
)
_ADMIN = (
    r"\b(?:in|from|through|via|using|under|i|via|genom) (?:the |our |a )?(?:wordpress |wp[- ]"
    r"|django |drupal |web |theme )?"
    r"(?:admin(?:istration)?(?:[- ](?:ui|panel|interface|area|pages?|section|gränssnittet))?"
    r"|customi[sz]er|control panel)\b"
)
_ADAPT = (
    r"\b(?:settings?|configur\w{1,8}|customi[sz]\w{1,8}|options?|inställning\w{0,4}"
    r"|konfigurer\w{1,4})\b"
)
_SETTINGS = (
    r"\b(?:settings|inställningar|innstillinger|indstillinger)\b[\"'*_`»]{0,3}\s{0,2}(?:->|→|>"
    r"|&gt;|»)\s{0,2}[\"'*_`]{0,3}\w{1,60}"
    rf"|\b{_VERBS}\b.{{0,80}}\b{_PAGE}|\b{_PAGE}.{{0,80}}\b{_VERBS}\b"
    rf"|{_ADAPT}.{{0,60}}{_ADMIN}|{_ADMIN}.{{0,60}}{_ADAPT}"
    r"|\b(?:appearance|utseende)\s{0,2}(?:->|→|>|&gt;|»)\s{0,2}(?:customi[sz]e|anpassa)"
    rf"|^\W{{0,9}}(?:[\w'-]{{1,30}} ){{0,3}}{_PAGE}[^\w.]{{0,5}}$"
    r"|\b(?:settings|configuration)\b.{0,80}[\s(`]/admin/(?:config|settings|structure)/[\w/-]{2,80}"
    r"|[\s(`]/admin/(?:config|settings)/[\w/-]{2,80}`?\)?.{0,60}"
    r"\b(?:settings|configur\w{1,8}|define|set up)\b"
)
_HOOKS = (
    r"(?:apply|add)[_ ]filters?\s{0,2}\(\s{0,2}[\"'][\w-]{1,60}(?=[/\\.:])"
    r"|(?:do|add)[_ ]action\s{0,2}\(\s{0,2}[\"'][\w-]{1,60}(?=[/\\.:])"
)
_CLASS = r"(?-i:(?:\w{1,40}[.\\]{1,2}){0,8}(?=\w{0,60}[a-z])[A-Z]\w{0,40}[A-Z]\w{1,40})"
_MAKE = (
    r"(?:writ|creat|develop|build|mak)(?:e|ing|ting)\s{1,2}(?:a |an |your |custom |new |own ){0,3}"
)

TERMS: tuple[Term, ...] = (
    term(
        "settings-interface", "settings-interface",
        "settings inställningar innstillinger indstillinger options admin administration"
        " customizer"
        " customiser panel appearance utseende inställningssida inställningssidan configuration"
        " administrationsgränssnitt administrationsgränssnittet",
        rf"^(?!.*(?:{_OTHERS})).*?(?:{_SETTINGS})",
        reads=SAID,
    ),
    term(
        "extension", "plugin-interface",
        "plugin plugins extension extensions addon addons add-on add-ons",
        r"^.{0,40}\b(?:plugin|extension|add-?on)s?[ -](?:api|system|architecture|development"
        r"|points?|interface)\W{0,5}$"
        rf"|^.{{0,20}}\b{_MAKE}(?:plugin|extension|add-?on)s\b.{{0,20}}$"
        rf"|^.{{0,20}}\b{_MAKE}(?:own|custom|new) (?:plugin|extension|add-?on)\b.{{0,20}}$"
        r"|^.{0,20}\b(?:extension points?|utbyggnadspunkt\w{0,4})\W{0,5}$",
        reads=SAID,
    ),
    term(
        "extension", "implementation", "implement implements",
        r"\b(?:should|must|can|needs? to|has to|have to) implement (?:an? |the |our )?"
        r"[\"'`\u201c]?(?:\w{1,40}\\{1,2}){0,8}[A-Z][a-z]{2,30}[A-Z]\w{2,60}(?:[\"'`\u201d]|(?<=Interface)|(?<=Provider)|(?<=Plugin))",
        reads=SAID,
    ),
    term(
        "extension", "own-implementation", "implementation implementations",
        r"\bprovid(?:e|ing) (?:your own|an?|a custom|custom|another) implementations?"
        rf" of (?:the |an? )?{_CLASS} interface\b",
        reads=SAID,
    ),
    term(
        "extension", "base-class", "extend inherit subclass",
        r"\b(?:should|must|can|need to|have to) (?:always |also )?(?:extend|inherit from|subclass)"
        rf" (?:the |an? |our )?{_CLASS} (?:base |abstract )?class\b",
        reads=SAID,
    ),
    term(
        "extension", "hook", "apply_filters add_filter do_action add_action hooks filters",
        rf"{_HOOKS}|^.{{0,30}}\b(?:hooks (?:&|and|och) filters|filters (?:&|and|och) (?:hooks"
        rf"|actions)"
        r"|actions (?:&|and|och) filters|(?:available|custom|wordpress|action|filter) (?:hooks"
        r"|filters))\W{0,5}$",
        reads=SAID | {"code", "needs"},
    ),
    term("extension", "filters", "filters hooks", r"^\W{0,5}(?:filters|hooks)\W{0,5}$", reads=SAID),
    term(
        "parts", "monorepo", "monorepo monorepository workspaces lerna turborepo",
        r"mono-?repo(?:sitory)?|(?:npm|yarn|pnpm) workspaces|lerna|turborepo",
    ),
    term(
        "parts", "microservices", "microservice microservices micro-services mikrotjänst"
        " mikrotjänster",
        r"micro-?services?(?: architecture)?|mikrotjänst\w{0,4}",
    ),
)  # fmt: skip

_HOOKS_FILE = re.compile(r"(?:.*/)?(\w{2,80})\.api\.php$")


def documented_hooks(listing: Listing) -> Iterator[MentionSeen]:
    """Yield the file in which a part of Drupal documents its hooks, by Drupal's own convention."""
    for entry in listing.own:
        hit = _HOOKS_FILE.match(entry.path)
        if hit and entry.path.removesuffix(".api.php") + ".info.yml" in listing.by_path:
            yield MentionSeen(subject="extension", term="hook", path=entry.path, line=1)
