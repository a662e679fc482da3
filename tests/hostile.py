"""A catalogue in which every field that can hold words or an address holds an attack."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.models.curated import CuratedData
from catalog.models.facts import RepositoryFacts, Tombstone
from catalog.models.run import RunReport
from catalog.store.snapshot import readme_of, snapshot_folder, write_report
from tests.facts import write_facts

WAYS_OUT = "https://evil.example"  # no page may ask anything of it
WORDS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "'><svg onload=alert(3)><script>alert(4)</script></svg>",
    "</title></head><body></p></td></table></main></body><footer>",
    "{{7*7}} {% raw %} ${7*7} <%= 7*7 %>",
    "\u202eesrever\u202c \u2067x\u2066 \u200f",
    "&lt;script&gt;alert(5)&lt;/script&gt; &#60;b&#62; &nbsp;&unknown;",
    f"<style>*{{background:url({WAYS_OUT}/s)}}</style> url({WAYS_OUT}/t)",
    "unbreakable" * 60,
    f"<iframe src={WAYS_OUT}></iframe><base href={WAYS_OUT}/>",
    '" onmouseover="alert(6)" autofocus onfocus="alert(7)',
    "<!-- --!> <![CDATA[ ]]> <textarea><plaintext>",
    f"[a](javascript:alert(8)) ![b]({WAYS_OUT}/i.png)",
    "\\u003cscript\\u003e \\x3cscript\\x3e `${alert(9)}`",
    "nul\0 backspace\b escape\x1b[31m delete\x7f\x9b separator\u2028\ufeff",
    "مرحبا بالعالم " * 12,
)
ADDRESSES = (
    "javascript:alert(10)",
    "data:text/html,<script>alert(11)</script>",
    f'{WAYS_OUT}/"><script>alert(12)</script>',
    f"{WAYS_OUT}/{'long' * 200}",
    "vbscript:msgbox(1)",
    f"{WAYS_OUT}/' onclick='alert(13)",
    "JaVaScRiPt:alert(14)",
    "//evil.example/x",
)
README = f"""\
# <script>alert(20)</script> Hostile {{{{7*7}}}}

#### Far below
<h1 id="content">raw</h1></div></section></main></body></html><footer>out</footer>
<svg><script>alert(21)</script></svg><style>*{{background:url({WAYS_OUT}/a)}}</style>
<img src="{WAYS_OUT}/b.png" onerror="alert(22)"> ![c]({WAYS_OUT}/c.png) ![d](javascript:alert(23))
[e](javascript:alert(24)) [f](data:text/html,x) <a href="jav&#x09;ascript:alert(25)">g</a>
<iframe src="{WAYS_OUT}"></iframe><form action="{WAYS_OUT}"><input autofocus onfocus="alert(26)">
<p style="position:fixed;inset:0" onclick="alert(27)">h</p><base href="{WAYS_OUT}">
<ul>loose<p>i</p></ul><li>alone<dt>j<dd>k<table><td>l<table><td>m<th>
{"unbreakable" * 90} `{"code" * 300}` \u202eesrever <details ontoggle=alert(28) open>n</details>

|{"o|" * 80}
|{"-|" * 80}
{f"|{'wide |' * 80}{chr(10)}" * 20}

```html
<script>alert(29)</script>{"x" * 500}
```
- [ ] p
- [x] [](https://evil.example) ![]()

{">" * 300} deep

<!-- not ended <script>alert(30)</script>
"""


# An address that a careful reader takes must be whole; this is as bad as one can be.
HARMFUL = f"{WAYS_OUT}/'onclick='alert(1)'?a=b&lt;c&quot;d#{{{{7*7}}}}"
DAY = "2026-08-01"
HOST = "https://github.com/evil"
CODE, LONE = f"{HOST}/code", f"{HOST}/{'n' * 90}"
LONE_ID = f"evil-{'n' * 90}"  # a repository that nobody has described is a project by itself
SLUG, WEB, ANY_WEB = r"^[a-z0-9]+(-[a-z0-9]+)*$", "^https://", r"^(?:https|local)://\S+$"
_PATTERNS: dict[str, str] = {
    SLUG: "minutes", r"^[A-Z][A-Z0-9_]*$": "TOKEN", "^[A-Z]{2}$": "SE", "^[A-Z]{3}$": "SEK",
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "sv", r"^\d{4}$": "0000",
    r"^\d{6}-\d{4}$": "212000-1157",
    r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$": "kontakt\"onclick='alert(1)'@evil.example",
    r"^[^\s/:@]+\.[^\s/:@]+$": "evil<b>.example",
    ANY_WEB: HARMFUL, WEB: HARMFUL,
}  # fmt: skip


class Filler:
    """Makes values of JSON schemas, all fields given, with the next attack in each."""

    def __init__(self, schema: dict[str, Any], given: dict[str, Any]) -> None:
        """``given`` are the values of keys that are not free to choose."""
        self.definitions = schema.get("$defs", {})
        self.schema = schema
        self.given = given
        self.words: Iterator[str] = itertools.cycle(WORDS)
        self.addresses: Iterator[str] = itertools.cycle(ADDRESSES)

    def filled(self, schema: dict[str, Any] | None = None, key: str = "") -> Any:
        """Return a value of the schema that stands under a key."""
        schema = self.schema if schema is None else schema
        if key in self.given:
            return self.given[key]
        if "$ref" in schema:
            return self.filled(self.definitions[schema["$ref"].rpartition("/")[2]], key)
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        for kind in ("anyOf", "oneOf"):
            if kind in schema:
                return self.filled(schema[kind][0], key)
        return self._typed(schema, key)

    def _typed(self, schema: dict[str, Any], key: str) -> Any:
        match schema.get("type"):
            case "object":
                return self._object(schema)
            case "array":
                kinds = schema.get("prefixItems") or [schema.get("items", {"type": "string"})] * 2
                return [self.filled(kind, key) for kind in kinds]
            case "integer" | "number":
                return schema.get("minimum", 1) or 1
            case "boolean":
                return True
            case "null":
                return None
        return self._string(schema, key)

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        filled = (
            {name: self.filled(kind, name) for name, kind in schema["properties"].items()}
            if ("properties" in schema)
            else {}
        )
        more = schema.get("additionalProperties")
        if isinstance(more, dict):
            names = schema.get("propertyNames", {}).get("enum", ())
            filled |= {name: self.filled(more, name) for name in names}
        return filled

    def _string(self, schema: dict[str, Any], key: str) -> str:
        if schema.get("format") == "date":
            return DAY
        if "pattern" in schema:
            return _PATTERNS[schema["pattern"]]
        if any(part in key.lower() for part in ("url", "href", "repo", "address", "link")):
            return next(self.addresses)
        return next(self.words)


def facts_of(url: str) -> RepositoryFacts:
    """Make facts in which everything was found, and every word of it is hostile."""
    whole = {"source": "evil", "stale_since": None, "missing_since": None, "formerly": [HARMFUL]}
    filled = Filler(RepositoryFacts.model_json_schema(), whole).filled()
    return RepositoryFacts.model_validate(filled | {"url": url})


def curated() -> dict[str, Any]:
    """Make curated data of one entry of each kind, with all its keys."""
    given: dict[str, Any] = {
        "body": "evil", "owner": "evil", "project": "hostile", "ref": "minutes", "org": "evil",
        "forge": "github", "tokenEnv": None, "readme": "full", "folder": None, "contractors": [],
        "replaces": [], "count": None, "until": "2027-01-01", "reviewBy": "2027-01-01",
        "deadline": "2027-01-01", "former": ["hostile-before"],
    }  # fmt: skip
    data: dict[str, Any] = Filler(CuratedData.model_json_schema(by_alias=True), given).filled()
    names = {"references": "minutes", "bodies": "evil", "sources": "evil", "projects": "hostile",
             "adoptions": "used", "calls": "asked"}  # fmt: skip
    made = {kind: [data[kind][0] | {"id": name}] for kind, name in names.items()}
    made["projects"][0]["catalog"] |= {"repos": [{"repo": CODE, "role": "primary"}]}
    return made


def write_catalogue(folder: Path) -> None:
    """Write a whole catalogue of it, with READMEs."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "projects.yaml").write_text(json.dumps(curated()), encoding="utf-8")
    graves = [
        Tombstone(url=f"{HOST}/gone", source="evil", gone_since=DAY, reason="gone", to=HARMFUL)
    ]
    write_facts(folder, facts_of(CODE), facts_of(LONE), *graves)
    for url in (CODE, LONE):
        (snapshot_folder(folder) / readme_of(url)).write_text(README, encoding="utf-8")
    report = Filler(RunReport.model_json_schema(), {}).filled()
    write_report(folder, RunReport.model_validate(report))
