"""What draws a graphical interface, and whether a few of its files carry texts of their own."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.facts import PlaceSeen, ScreensSeen
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

_Finder: TypeAlias = Callable[[str], int | None]

LOOKED_FOR = (
    "*.html", "*.jsx", "*.tsx", "*.vue", "*.svelte", "*.twig", "*.blade.php", "*.erb", "*.cshtml",
    "*.jsp", "*.xaml", "*.storyboard", "res/layout/", "*.php and *.js with markup",
)  # fmt: skip
SAMPLE = 12  # files whose text is read
EXAMPLES = 3

_ENDINGS = frozenset(  # these draw a screen and nothing else
    (  # noqa: SIM905 - 50 short words
        "jsx tsx vue svelte astro twig latte erb haml slim cshtml vbhtml razor aspx ascx jsp jspx"
        " ftl"
        " ftlh gsp mustache hbs handlebars ejs pug jade njk liquid phtml tpl leaf heex xhtml htm"
        " html"
        " xaml qml fxml storyboard xib"
    ).split()
)
_NAMED = re.compile(
    r"\.blade\.php$|(?:^|/)res/layout[\w-]{0,20}/[\w.-]{1,80}\.xml$"
    r"|(?:^|/)lib/(?:.{1,200}/)?(?:\w{0,40}_)?(?:screen|page|view|widget)s?\.dart$"
    r"|(?:^|/)\w{1,60}(?:View|Screen|Page|ViewController)\.swift$"
    r"|(?:^|/)\w{1,60}(?:Screen|Fragment|Activity|Composable)s?\.kt$"
)
_SOMETIMES = frozenset({"php", "xml", "dart", "swift", "kt"})
_PROGRAMS = frozenset({"php", "js", "mjs"})
_OTHER = re.compile(  # what nobody who uses the software sees
    r"(?:^|/)(?:tests?|__tests__|specs?|e2e|cypress|playwright|fixtures?|__mocks__|mocks?|docs?"
    r"|documentation"
    r"|dokumentation|javadoc|apidocs?|api-docs|coverage|reports?|swagger[\w-]{0,20}|redoc"
    r"|node_modules"
    r"|[\w-]{0,30}-?[tT]ests?|[\w-]{0,30}pdf[\w-]{0,30}/(?:.{1,60}/)?templates?|errors?"
    r"|[\w-]{1,40}-(?:review|preview|playground|sandbox)|pdfs?|letters?|templates/documents?|documents?/templates?|e?mails?"
    r"|[\w-]{0,30}[-_]e?mails?|e?mail[-_]?templates?|newsletters?|\.[\w-]{1,40}|examples?"
    r"|samples?|stories"
    r"|\.storybook|loaderio\w{0,20}|templates/admin|build|out|target|helm|charts?|terraform"
    r"|ansible|migrations?|stubs?|generators?)/"
    r"|\.(?:stories|test|spec|config)\.|(?:^|/)(?:[\w-]{1,60}[-_])?e?mail[\w-]{0,30}"
    r"\.(?:html?|txt|twig|njk|jinja2?)$"
    r"|(?:^|/)templates/(?:base\.html\.twig$|(?:rest_framework|drf[-_]yasg|drf_spectacular|markdownx"
    r"|ckeditor\d?|tinymce)/)"  # what a framework starts with, or draws by itself
    r"|(?:^|/)(?:e?mail|notification)[\w-]{0,30}\.|(?:^"
    r"|/)(?:google|loaderio-)\w{16,40}\.html$|Tests?\.php$",
    re.IGNORECASE,
)
_MESSAGES = re.compile(
    r"^(?!.*(?:^|/)(?:[\w-]{0,40}tests?|fixtures?|mocks?|examples?|docs?)/)"
    r".*(?:^|/)(?:e?mails?|letters?|[\w-]{0,30}[-_]e?mails?|e?mail[-_]?templates?)/",
    re.IGNORECASE,
)
FEWEST_MESSAGES = 3  # one or two may be a library's sample
_LIKELY = re.compile(
    r"(?:page|view|screen|form|login|header|footer|menu|admin|settings|dashboard|home|start|app"
    r"|index|main|template)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"(?:^|/)(?:components?|pages?|views?|screens?|templates?|partials?|layouts?|admin|frontend)/",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"(?:^|/)[\w.-]{0,40}(?:accessibility[-_]?statement|tillg[aä]nglighetsredog[oö]relse"
    r"|tilg(?:æ|ae)ngelighedserkl(?:æ|ae)ring|tilgjengelighetserkl(?:æ|ae)ring"
    r"|toegankelijkheidsverklaring"
    r"|saavutettavuusseloste|barrierefreiheitserkl(?:ä|ae)rung"
    r"|dichiarazione[-_]accessibilita)[\w.-]{0,40}(?:/|\.\w{1,5}$)"
    r"|(?:^|/)(?:pages?|static[-_]pages)/(?:accessibility|accessibilite|tillganglighet"
    r"|tilgjengelighet|tilgaengelighed|toegankelijkheid|saavutettavuus|barrierefreiheit"
    r"|accessibilita)(?:/(?:index|page))?(?:\.\w{1,8}){1,3}$"
    r"|(?:^|/)(?:tillganglighet|tilgjengelighet|toegankelijkheid|saavutettavuus|barrierefreiheit)"
    r"/(?:index|page)\.(?:[jt]sx?|vue|svelte|astro|html?|md)$",
    re.IGNORECASE,
)
_TESTED = re.compile(
    r"\.(?:test|spec|stories|cy)\.|(?:^|/)(?:tests?|__tests__|specs?|e2e)/", re.IGNORECASE
)

_MARKUP = re.compile(  # a page, a form, a program in a page; whoever builds mails writes <p> too
    r"<(?:!DOCTYPE html|html|body|form|input|button|nav|header|footer|main|section|select"
    r"|textarea|fieldset)\b"
    r"|\bclassName=|\bdocument\.(?:getElementBy|querySelector|createElement|addEventListener)"
    r"|\.innerHTML\b"
    r"|\bReactDOM\b|\bjQuery\(|<(?:View|Text|ScrollView|TouchableOpacity)\b|\badd_(?:menu|submenu"
    r"|options)_page\("
    r"|<div (?:class|id)=",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"<(?:form|nav|textarea|select)\b|<script\b[^>]{0,200}\bsrc=|\bv-(?:model|on:)|\bonsubmit=",
    re.IGNORECASE,
)
_LETTERS = r"[A-Za-zÅÄÖÆØÉÜåäöæøéü]"
_ELEMENT = re.compile(
    r"<(?:h[1-6]|p|label|button|span|a|li|th|td|title|strong|option|legend|summary|dt|dd"
    r"|figcaption|div|Text"
    r"|Typography|Button|Heading|Link|Label|TextBlock)\b[^<>{}]{0,300}>"
    rf"\s{{0,60}}(?P<text>{_LETTERS}[^<>{{}}$@%#\[\]]{{2,200}})\s{{0,20}}</"
)
_ATTRIBUTE = re.compile(
    r"\b(?:placeholder|aria-label|title|alt|label|headerText|android:text|android:hint|Content"
    r"|tooltip)="
    rf"[\"'](?P<text>{_LETTERS}[^\"'<>{{}}$@%]{{4,120}})[\"']"
)
_FLUTTER = re.compile(rf"\bText\(\s{{0,4}}['\"](?P<text>{_LETTERS}[^'\"$]{{3,120}})['\"]")
_TEXTS = (_ELEMENT, _ATTRIBUTE, _FLUTTER)
_WORD = re.compile(rf"{_LETTERS}{{2,}}")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_BOILERPLATE = re.compile(  # what a tool writes into a new project
    r"(?:React App|Learn React|Vite \+ \w+|You need to enable JavaScript|Hello World"
    r"|Welcome to \w+!?)\W*$",
    re.IGNORECASE,
)
FEWEST_WORDS = 2
LONGEST = 60_000  # characters of a file
_TRANSLATED = re.compile(
    r"(?<![\w.$])(?:__|_e|_x|_n|_ex|esc_html(?:__|_e|_x)|esc_attr(?:__|_e|_x)|gettext|ngettext"
    r"|trans|trans_choice|translate"
    r"|t|i18n\.t|\$t|\$tc|\$_|I18n\.t|this\.\$t|i18next\.t|this\.t|Lang::get|msgid"
    r"|tr)\(\s{0,4}['\"`$]"
    r"|\{\{?\s{0,4}\$?t\(|\{%-?\s{0,4}(?:trans|translate|blocktrans|blocktranslate)\b"
    r"|\|\s{0,4}(?:trans|translate|t)\b"
    r"|@lang\(|<FormattedMessage|formatMessage\(|useTranslations?\(|useIntl\(|\bTrans\b\s|<i18n"
    r"|<fmt:message|#\{msg"
    r"|th:text=\"#\{|@string/|R\.string\.|stringResource\(|NSLocalizedString|String\(localized:"
    r"|AppLocalizations"
    r"|\bS\.of\(|\.tr\(\)|Localizer\[|L\[\"|@?Resources?\.\w|\$lang\[|\bi18n(?:\.|=|:)|\$LL\b"
    r"|f:translate|sprakfil|\bintl\."
    r"|getText\(|<g:message|(?<![\w.])messages\.(?!(?:map|for[eE]ach|filter|length|push|pop|find"
    r"|some|every|includes|append|add|get|all|error|success|info|warning|debug|slice|concat|reduce"
    r"|join|shift|splice|values|keys|entries|models|views|objects|count|first|last)\b)\w|\$translate|data-i18n|\bTranslate\b|\bt`|\bLL\."
)


def candidates(listing: Listing) -> list[Entry]:
    """List the few files whose texts are read: what draws screens, spread over the folders."""
    return _sample(listing, _drawing(listing))


def _sample(listing: Listing, drawing: list[Entry]) -> list[Entry]:
    chosen = _spread(drawing)
    if len(chosen) == SAMPLE:
        return chosen
    programs = [e for e in listing.own if _ending(e.path) in _PROGRAMS]
    programs = [e for e in programs if not _OTHER.search(e.path)]
    programs.sort(key=lambda e: (not _SHOWS.search(e.path), not _LIKELY.search(e.name)))
    if drawing:  # pages that programs fill: those that draw say more than those that serve
        programs = [e for e in programs if _SHOWS.search(e.path)]
    return list(dict.fromkeys([*chosen, *programs]))[:SAMPLE]


def read(contents: Contents) -> Evidence[ScreensSeen]:
    """Count what draws screens, and read a few of them. PHP and JavaScript count with markup."""
    drawing = _drawing(contents.listing)
    sample = _sample(contents.listing, drawing)
    texts = [(entry, contents.text(entry)) for entry in sample]
    had = [(entry, text.content[:LONGEST]) for entry, text in texts if text]
    sure = set(drawing)
    shown = [(entry, text) for entry, text in had if entry in sure or _MARKUP.search(text)]
    if not drawing and not shown:
        unreadable = any(text is None for _, text in texts)
        return Unseen(unseen="unreadable") if unreadable else _messages(contents.listing)
    files = [entry.path for entry in drawing] or [entry.path for entry, _ in shown]
    return Found(
        found=ScreensSeen(
            files=len(files),
            examples=tuple(files[:EXAMPLES]),
            sampled=len(shown),
            built_in=_places(shown, _built_in),
            translated=_places(shown, _translated),
            statement=_statement(contents.listing),
            page=next(iter(_places(shown, _acts)), None),
        )
    )


def _messages(listing: Listing) -> Evidence[ScreensSeen]:
    """Name templates of the messages it sends, where nothing draws a screen."""
    files = [e.path for e in listing.own if _draws(e.path) and _MESSAGES.search(e.path)]
    if len(files) < FEWEST_MESSAGES:
        return Absent(absent=LOOKED_FOR)
    return Found(found=ScreensSeen(files=0, examples=(), messages=tuple(files[:EXAMPLES])))


def _drawing(listing: Listing) -> list[Entry]:
    return [e for e in listing.own if _draws(e.path) and not _OTHER.search(e.path)]


def _draws(path: str) -> bool:
    ending = _ending(path)
    return ending in _ENDINGS or (ending in _SOMETIMES and bool(_NAMED.search(path)))


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _spread(entries: list[Entry]) -> list[Entry]:
    """Choose the likeliest file of each folder first, then seconds."""
    by_folder: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: not _LIKELY.search(e.name)):
        by_folder.setdefault(entry.folder, []).append(entry)
    return list(_in_turn(list(by_folder.values())[:SAMPLE]))[:SAMPLE]


def _in_turn(columns: list[list[Entry]]) -> Iterator[Entry]:
    """Yield the first of every column, then the second, and so on."""
    for place in range(SAMPLE):
        yield from (column[place] for column in columns if place < len(column))


def _places(shown: Iterable[tuple[Entry, str]], finder: _Finder) -> tuple[PlaceSeen, ...]:
    found = ((entry.path, text, finder(text)) for entry, text in shown)
    places = [(path, _line(text, at)) for path, text, at in found if at is not None]
    return tuple(PlaceSeen(path=path, line=line) for path, line in places[:EXAMPLES])


def _line(text: str, at: int) -> int:
    return len(_NEWLINE.findall(text, 0, at)) + 1


def _translated(text: str) -> int | None:
    hit = _TRANSLATED.search(text)
    return hit.start() if hit else None


def _built_in(text: str) -> int | None:
    """Find a text of two words for people."""
    hits = (hit for pattern in _TEXTS for hit in pattern.finditer(text))
    places = (hit.start("text") for hit in hits if _is_text(hit["text"]))
    return next(places, None)


def _acts(text: str) -> int | None:
    """Find what no message has: a form, or a program that the page runs."""
    hit = _ACTS.search(text)
    return hit.start() if hit else None


def _is_text(text: str) -> bool:
    return len(_WORD.findall(text)) >= FEWEST_WORDS and not _BOILERPLATE.match(text.strip())


def _statement(listing: Listing) -> str | None:
    named = (e.path for e in listing.own if _STATEMENT.search(e.path[-200:]))
    return next((path for path in named if not _TESTED.search(path)), None)
