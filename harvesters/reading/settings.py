"""Settings that documents and example files name, and how many of them have an explanation."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalog.models.evidence import Evidence
from catalog.models.facts import SettingsSeen
from harvesters.reading import apart, sections, setting_texts
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.mentions import places
from harvesters.reading.structured import yaml_mapping
from harvesters.reading.text import Text

LOOKED_FOR = ("README*", "docs/", "*.md", ".env.example", "values.yaml", "action.yml")
MOST_EXAMPLES = 8
MOST_REAL = 4
MOST = 500  # settings of one file

_EXAMPLE = re.compile(
    r"\.?env(?:[._-][\w-]{1,30})?[._-](?:example|sample|dist|template|tpl|defaults?)$"
    r"|(?:example|sample)s?[._-]\.?env$|\.env$"
    r"|(?:config|settings|parameters)[\w.-]{0,30}[._-](?:example|sample|dist|template)"
    r"(?:\.(?:ya?ml|ini|toml|conf|properties))?$"
    r"|(?:example|sample)[._-](?:config|settings)\.(?:ya?ml|ini|toml|conf|properties)$",
    re.IGNORECASE,
)
_REAL = re.compile(  # settings that come with the code; their comments are the programmers' own
    r"(?:.{1,200}/)?(?:application(?:-[\w-]{1,30})?\.(?:ya?ml|properties)"
    r"|appsettings(?:\.\w{1,30})?\.json"
    r"|(?:local_?)?settings\.(?:py|ya?ml|toml|json)|config(?:uration)?\.(?:ya?ml|toml|ini|json"
    r"|php|py|[jt]s)"
    r"|config/(?:config|default|settings|app|application|parameters|services|base)\.(?:ya?ml|json"
    r"|php|py|[jt]s|toml)"
    r"|(?:[\w-]{0,40}[-_])?(?:Settings|SettingsPage|Options|OptionsPage|settings[-_]?page"
    r"|options[-_]?page|admin[-_]settings)"
    r"(?:Controller|Form)?\.(?:php|tsx?|vue|cs))$"
)
_MAY_BE_REAL = re.compile(
    r"application|settings|config|default|options|app|parameters|services|base", re.IGNORECASE
)
_NOT_OWN = re.compile(
    r"(?:^|/)(?:fastlane|tests?|__tests__|spec|fixtures?|e2e|browser-tests|cypress|examples?"
    r"|\.devcontainer|\.github"
    r"|\.[\w-]{1,40}|locales?|i18n|translations|public|assets|libraries|stories|internals"
    r"|policies)/",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"(?!config|settings)[\w.-]{1,60}\.(?:php|py|pl|rb|sh|ps1|[cm]?js)$")
_SET_IN_SCRIPT = re.compile(  # an address, an account, a secret as a constant
    r"\s{0,8}(?:const |let |var |my )?\$?\w{0,30}(?:host(?:name)?|server|url"
    r"|port|user(?:name)?|pass(?:word)?|token|key|database|base_?dn|domain|folder|path)"
    r"\s{0,4}=\s{0,4}[\"'][^\"']{1,200}[\"']\s{0,4}(?:;|,|$)",
    re.IGNORECASE,
)
_SILENCED = re.compile(r"^\s{0,24}(?://|#)\s{0,4}add_action\(", re.MULTILINE)
_CALLED = re.compile(r"^\s{0,24}\\?add_(?:action|filter)\(", re.MULTILINE)
_PLUMBING = re.compile(  # of a chart: where and how many of a container run, not what it does
    r"(?:.*[._-])?(?:image|registry|replica|revision|tag$|pull|namespace|resources?$|limits?$"
    r"|requests?$|cpu$|memory$|node_?selector|tolerations|affinity|service_?account|autoscaling"
    r"|(?:pod|container)_?(?:security|annotations|labels)|security_?context|(?:full)?name_?override)",
    re.IGNORECASE,
)
MOST_SCRIPTS = 3
FEW_FILES = 30  # in the whole tree: then a script at its root may be all of it
FEWEST_SET = 3
_FOR_MACHINES = re.compile(
    r"(?:^|/)(?:AGENTS|CLAUDE|GEMINI|copilot-instructions)\.md$|\.agent\.md$"
)
_VALUES = re.compile(r"values\.ya?ml$")
_ACTION = re.compile(r"(?:[^/]{1,60}/){0,2}action\.ya?ml$")

_VARIABLE = r"[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}"
_KEY = r"[A-Za-z][\w-]{0,40}(?:\.[\w-]{1,40}){0,6}"
_CELL = re.compile(
    rf"\s{{0,4}}[*_]{{0,3}}(?:`(?:\$|--)?(?P<key>{_KEY})`|\$?(?P<variable>{_VARIABLE}))"
)
_MODULE_INPUT = re.compile(r"\s{0,4}<a name=\"input_(?P<key>\w{1,60})\"></a>")  # terraform-docs
_WITHIN = re.compile(rf"`\$?\{{?(?P<variable>{_VARIABLE})\}}?(?:=[^`]{{0,80}})?`")
_OTHER_TABLE = re.compile(  # tables, events, roles and the like have names in capitals too
    r"\b(?:tab(?:le|ell)|column|kolumn|status|errors?|events?|roles?|permissions?|behörighet|enum"
    r"|codes?|endpoint)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"\s{{0,8}}(?:[-*+]|\d{{1,2}}[.)])\s{{1,4}}[*_]{{0,3}}"
    rf"(?:`(?:\$|--)?(?P<key>{_KEY})(?:=[^`]{{0,80}})?`|\$?(?P<variable>{_VARIABLE}))"
    r"[*_]{0,3}\s{0,3}(?:\([^)]{0,60}\)\s{0,3})?[*_]{0,3}(?::|=>?|\u2013|\u2014|-{1,2}|\bis\b"
    r"|$)(?P<rest>.{0,300})"
)
_HEADED = re.compile(rf"#{{2,6}}\s{{1,4}}`?\$?(?P<variable>{_VARIABLE})`?\s{{0,4}}$")
_DEFINED = re.compile(
    rf"\s{{0,8}}(?:export\s{{1,4}}|set\s{{1,4}}|-\s{{1,4}}"
    rf"|define\(\s{{0,4}}['\"])?(?P<variable>{_VARIABLE})['\"]?\s{{0,4}}[=:,]"
    r"(?P<rest>.{0,300})"
)
_YAML = re.compile(rf"\s{{0,24}}(?P<key>{_KEY}):(?:\s.{{0,300}})?$")
_OUT_COMMENTED = re.compile(
    rf"\s{{0,8}}(?:#|;|//)\s{{0,4}}(?:export )?(?P<variable>{_VARIABLE})\s{{0,4}}="
)
_COMMENT = re.compile(r"\s{0,24}(?:#|;|//|/?\*)")
_CODE = re.compile(r"\s{0,24}#\s{0,6}[\w.-]{1,60}(?::|=)\s{0,4}\S{0,200}\s{0,4}$")
_TRAILING = re.compile(r"\s(?:#|//)\s{0,4}(?P<text>.{3,200})$")
_WORD = re.compile(r"(?<![\w/$.])[A-Za-zÅÄÖÆØåäöæøéü]{2,}(?![\w/=(])")
_MARK = re.compile(
    r"[#>*<=~+-]{2,}\s{0,4}[\w./-]{1,80}\s{0,4}[#>*<=~+-]{2,}"
)  # Symfony's ###> x ###
_RULE = re.compile(r"\s{0,4}\|?[\s:|-]{3,}$")
_HEADING = re.compile(r"(?P<level>#{1,6})\s")
_OTHERS = re.compile(  # settings of what builds and releases it
    r"\b(?:secrets?|signing|ci(?:/cd)?|gitops|travis|pipelines?|github actions?|workflows?"
    r"|profil(?:ing|er)|debug(?:ging|ger)?|releas(?:e|es|ing)"
    r"|publishing)\b",
    re.IGNORECASE,
)
_RECIPE = re.compile(r"\s{0,4}###([<>]) [\w.-]{1,60}/[\w.-]{1,60} ###")  # Symfony's, of a package
_FENCE = re.compile(r"\s{0,8}(?:```|~~~)")
_NEITHER = re.compile(  # constants that are no settings
    r"(?:GET|POST|PUT|PATCH|DELETE)_|(?:HTTP|ERR|ERROR|STATUS)_\d|READ_?ME$"
)
FEWEST_WORDS = 2
FEWEST_OF_COMMENT = 4  # "Database connection settings" is a heading


_FOR_INSTANCE = re.compile(
    r"\W{0,6}(?:e\.g\.|for (?:example|instance)|example|t\.ex\.|till exempel|bijv\w{0,11})"
    r"\b.{0,200}$",
    re.IGNORECASE,
)


class _Setting(NamedTuple):
    line: int
    explained: bool
    name: str = ""


def candidates(listing: Listing) -> list[Entry]:
    """List the documents, example configuration, charts' values and the inputs of actions."""
    found = [e for e in listing.own if _EXAMPLE.match(e.name) or _is_values(listing, e)]
    examples = [entry for entry in found if not _NOT_OWN.search(entry.path)]
    real = [e for e in listing.own if _MAY_BE_REAL.search(e.name) and _REAL.match(e.path)]
    examples += [entry for entry in real if not _NOT_OWN.search(entry.path)][:MOST_REAL]
    actions = [e for e in listing.own if e.depth <= 2 and _ACTION.match(e.path)]  # noqa: PLR2004
    texts = [e for e in places.candidates(listing) if not places.is_template(e.path)]
    texts = [e for e in texts if not places.PUBLICCODE.match(e.name)]
    few = len(listing.own) <= FEW_FILES
    scripts = [e for e in listing.own if few and not e.depth and _SCRIPT.match(e.name)]
    scripts = [entry for entry in scripts if entry not in real]
    return [
        *texts, *examples[:MOST_EXAMPLES], *actions[:MOST_EXAMPLES], *scripts[:MOST_SCRIPTS]
    ]  # fmt: skip


def read(contents: Contents) -> Evidence[tuple[SettingsSeen, ...]]:
    """Count the settings of every document and example file that names any."""
    return gathered(contents, candidates(contents.listing), seen, LOOKED_FOR)


def seen(entry: Entry, text: Text) -> SettingsSeen | None:
    """Count one file's settings; None where it names none and has no section on them."""
    if _ACTION.match(entry.path):
        return _of_action(entry, text)
    if _REAL.match(entry.path):
        there = text.content.strip() and not _is_never_shown(text.content)
        return SettingsSeen(path=entry.path, line=1, shipped=True) if there else None
    if not entry.depth and _SCRIPT.match(entry.name):
        return _of_script(entry, text)
    lines = text.lines
    found = list(_in_example(lines, entry) if _is_example(entry) else _in_document(lines))[:MOST]
    if not _is_example(entry) and not _FOR_MACHINES.search(entry.path):
        known = {setting.name for setting in found if setting.explained}
        told = [one for one in setting_texts.explained(lines) if one.name not in known]
        found = [*found, *(_Setting(one.line, explained=True, name=one.name) for one in told)]
    if found:
        explained = [setting.line for setting in found if setting.explained]
        first = explained[0] if explained else found[0].line
        return SettingsSeen(path=entry.path, line=first, named=len(found), explained=len(explained))
    section = None if _is_example(entry) else _section(lines)
    return SettingsSeen(path=entry.path, line=section) if section else None


def _is_never_shown(content: str) -> bool:
    """Tell whether a page of settings is one that a template left, and that nothing calls."""
    return bool(_SILENCED.search(content)) and not _CALLED.search(content)


def _is_values(listing: Listing, entry: Entry) -> bool:
    chart = f"{entry.folder}/Chart.yaml".lstrip("/")
    return bool(_VALUES.match(entry.name)) and chart in listing.by_path


def _is_example(entry: Entry) -> bool:
    return bool(_EXAMPLE.match(entry.name) or _VALUES.match(entry.name))


def _in_document(lines: list[str]) -> Iterator[_Setting]:
    """Find settings in tables and lists, and in blocks of code with comments.

    Names of environment variables are settings wherever they stand. Other names are below a
    heading on configuration only: elsewhere they are properties and functions.
    """
    configures = fenced = False
    others = apart.Apart(_OTHERS)
    table = _Table()
    above: int = 0
    for number, line in enumerate(lines, 1):
        if _FENCE.match(line):
            fenced, above = not fenced, 0
        elif fenced:
            found, above = _line_of_code(line, number, above, _DEFINED)
            if found:
                yield found
        elif _HEADING.match(line) and not _HEADED.match(line):
            configures = bool(sections.HEADINGS["configuration"].search(line))
            others.below(line)
        elif table.is_of_others(line) or others.here:
            continue
        elif found := _described(line, number, lines, keys=configures):
            yield found


class _Table:
    """Follows the rows of a table: its first says what it lists."""

    def __init__(self) -> None:
        self._of_others: bool | None = None

    def is_of_others(self, line: str) -> bool:
        """Tell whether a line is a row of a table that lists other things than settings."""
        if not line.strip():
            return False
        if not line.lstrip().startswith("|"):
            self._of_others = None
        elif self._of_others is None and not _RULE.match(line) and "===" not in line:
            self._of_others = bool(_OTHER_TABLE.search(line))
        return bool(self._of_others)


def _described(line: str, number: int, lines: list[str], *, keys: bool) -> _Setting | None:
    """Read a row of a table, an item of a list, or a heading that is a setting."""
    if "|" in line[:200] and not _RULE.match(line):
        cells = line.strip().strip("|").split("|")
        if _MODULE_INPUT.match(cells[0]):
            return _Setting(number, any(_is_text(cell) for cell in cells[1:]))
        if hit := _CELL.match(cells[0]):
            told = any(_is_text(cell) for cell in cells[1:])
            return _setting(hit, number, explained=told, keys=keys)
        return None
    if hit := _ITEM.match(line):
        return _setting(hit, number, explained=_is_text(hit["rest"]), keys=keys)
    if hit := _HEADED.match(line):
        below = next((text for text in lines[number : number + 4] if text.strip()), "")
        return _setting(hit, number, explained=_is_text(below), keys=keys)
    hit = _WITHIN.search(line)
    return _setting(hit, number, explained=False, keys=False) if hit else None


def _setting(hit: re.Match[str], number: int, *, explained: bool, keys: bool) -> _Setting | None:
    groups = hit.groupdict()
    variable = groups.get("variable")
    name = variable or groups.get("key") or ""
    counts = bool(variable) or keys or bool(re.fullmatch(_VARIABLE, name))
    return _Setting(number, explained, name) if counts and not _NEITHER.match(name) else None


def _in_example(lines: list[str], entry: Entry) -> Iterator[_Setting]:
    """Find settings and the comments above or beside them; one comment explains one setting."""
    pattern = _YAML if entry.name.endswith((".yaml", ".yml")) else _DEFINED
    plain = bool(_VALUES.match(entry.name))
    above, recipe = 0, False
    for number, line in enumerate(lines, 1):
        if mark := _RECIPE.match(line):
            recipe = mark[1] == ">"
        found, above = _line_of_code(line, number, 0 if recipe else above, pattern)
        if found and plain and _PLUMBING.match(found.name):
            yield found._replace(explained=False)
        elif found:
            yield found


def _line_of_code(
    line: str, number: int, above: int, pattern: re.Pattern[str]
) -> tuple[_Setting | None, int]:
    """Return the line's setting, and the words of comment that stand above the next line."""
    out = _OUT_COMMENTED.match(line)
    if not out and _COMMENT.match(line):
        return None, above + (
            0 if _CODE.match(line) else _words(_FOR_INSTANCE.sub(" ", _MARK.sub(" ", line)))
        )
    hit = out or pattern.match(line)
    if hit is None:
        return None, 0
    beside = _TRAILING.search(line)
    words = max(above, _words(beside["text"]) if beside else 0)
    groups = hit.groupdict()
    name = groups.get("variable") or groups.get("key") or ""
    return _Setting(number, words >= FEWEST_OF_COMMENT, name), 0


def _is_text(text: str) -> bool:
    return _words(text) >= FEWEST_WORDS


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _section(lines: list[str]) -> int | None:
    """Return the line of a heading on configuration that has something below it."""
    pattern = sections.HEADINGS["configuration"]
    for number, line in enumerate(lines, 1):
        is_it = _HEADING.match(line) and pattern.search(line)
        if is_it and _has_text(line, lines[number : number + 6]):
            return number
    return None


def _has_text(heading: str, below: list[str]) -> bool:
    """Tell whether a section holds something: words, or a deeper heading."""
    first = next((text for text in below if text.strip()), "")
    hit, own = _HEADING.match(first), _HEADING.match(heading)
    return bool(first) and not (hit and own and len(hit["level"]) <= len(own["level"]))


def _of_script(entry: Entry, text: Text) -> SettingsSeen | None:
    """Tell whether a script keeps several settings as constants."""
    lines = (n for n, line in enumerate(text.lines, 1) if _SET_IN_SCRIPT.match(line))
    found = list(lines)
    if len(found) < FEWEST_SET:
        return None
    return SettingsSeen(path=entry.path, line=found[0], shipped=True)


def _of_action(entry: Entry, text: Text) -> SettingsSeen | None:
    """Count the inputs of an action that other repositories call."""
    document = yaml_mapping(text.content) or {}
    inputs = document.get("inputs")
    if not isinstance(inputs, dict) or not inputs:
        return None
    said = [
        i
        for i in inputs.values()
        if isinstance(i, dict) and _is_text(str(i.get("description", "")))
    ]
    line = next((n for n, row in enumerate(text.lines, 1) if row.startswith("inputs:")), 1)
    return SettingsSeen(path=entry.path, line=line, named=len(inputs), explained=len(said))
