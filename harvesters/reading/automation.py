"""Automatic work of any kind: which system, and whether it runs tests."""

import re
from collections.abc import Iterator

from catalog.models.evidence import Evidence
from catalog.models.facts import CiSeen
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.text import Text

LOOKED_FOR = (
    ".github/workflows/", ".gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml", ".travis.yml",
    ".circleci/config.yml", "bitbucket-pipelines.yml", ".woodpecker/", ".forgejo/workflows/",
    ".gitea/workflows/", ".drone.yml", "appveyor.yml", "buildspec.yml", "bitrise.yml",
)  # fmt: skip
MOST = 60

_SYSTEMS = tuple(
    (system, re.compile(path))
    for system, path in (
        ("github-actions", r"\.github/workflows/[^/]+\.ya?ml$"),
        ("forgejo-actions", r"\.(?:forgejo|gitea)/workflows/[^/]+\.ya?ml$"),
        ("gitlab-ci", r"\.gitlab-ci\.ya?ml$|\.gitlab/ci/[^/]+\.ya?ml$"),
        ("jenkins", r"Jenkinsfile(?:\.\w+)?$"),
        (
            "azure-pipelines",
            r"(?:\.?azure-pipelines?/)?[\w-]{0,40}azure[-_]pipelines?[\w.-]{0,40}\.ya?ml$",
        ),
        ("travis", r"\.travis\.ya?ml$"),
        ("circleci", r"\.circleci/config\.ya?ml$"),
        ("bitbucket-pipelines", r"bitbucket-pipelines\.ya?ml$"),
        ("woodpecker", r"\.woodpecker\.ya?ml$|\.woodpecker/[^/]+\.ya?ml$"),
        ("drone", r"\.drone\.(?:ya?ml|star|jsonnet)$"),
        ("appveyor", r"\.?appveyor\.ya?ml$"),
        ("aws-codebuild", r"buildspec[\w.-]{0,20}\.ya?ml$"),
        ("bitrise", r"bitrise\.ya?ml$"),
    )
)
_TESTS = re.compile(
    r"\b(?:(?:npm|pnpm|yarn|bun|deno)\s+(?:run\s+|task\s+)?(?:[\w.]{1,20}[:-]){0,2}(?:t|tests?"
    r"|jest|vitest|coverage|e2e)(?:[:-][\w:-]{1,30})?(?=$|[\s;&|\"'])"
    r"|(?:composer|make|just|task|nox|hatch|grunt|gulp|ant)\s+(?:run\s+|run-script\s+)?"
    r"(?:(?:(?:run|go|unit|integration|e2e|ci|all|docker|backend|frontend)[-_]){0,2}tests?"
    r"|phpunit|check)\b(?::\w+)?"
    r"|phpunit|paratest|behat|codecept\w{0,6}|phpspec|vendor/bin/pest|artisan\s+test"
    r"|pytest|tox|nosetests|python3?\s+-m\s+unittest|manage\.py\s+test"
    r"|(?:bundle\s+exec|yarn(?:\s+run)?|npx|rails)\s+(?:\./)?(?:bin/)?(?:cucumber|jasmine|minitest)"
    r"|(?:\./)?bin/(?:[\w-]{1,30}[-_])?(?:minitest|cucumber|rspec|tests?)"
    r"(?:[-_][\w-]{1,20})?"
    r"|jest|vitest|mocha|karma\s+start|ng\s+test|cypress\s+run|cypress-io/github-action"
    r"|playwright\s+test|newman\s+run"
    r"|dotnet\s+(?:test|vstest)|go\s+test|gotestsum|cargo\s+(?:test|nextest)|swift\s+test"
    r"|flutter\s+test"
    r"|(?:mvnw?|mvn\.cmd)\s+.{0,80}?\b(?:test|verify|install|package)"
    r"|gradlew?\s+.{0,80}?(?:[tT]est\w{0,20}|check|build)\b"
    r"|rspec|rake\s+(?:test|spec)|rails\s+test|xcodebuild\s.{0,200}?\btest|bats|shunit2|ctest"
    r"|(?:[\w.-]{1,60}/){0,6}(?:(?:run|unit|feature|integration|e2e|smoke|all|ci)[-_]?)?tests?\.sh"
    r"|opa\s+test|conftest\s+(?:test|verify)|helm\s+(?:unittest|test))"
)
_NO_TEST = re.compile(r"\blint|--no-tests?\b|-DskipTests|-x\s+test|--passWithNoTests\s*\|\|")
_CALLS = re.compile(
    r"\s*(?:-\s+)?uses:\s*[\"']?[\w.-]{1,60}/[\w.-]{1,100}/\.(?:github|forgejo|gitea)/workflows/"
    r"(?![\w.-]{0,60}(?:push|image|deploy|publish|security|dependency|codeql))"
    r"(?:[\w.-]{0,60}[-_.])?(?:ci|tests?|build|checks?|verify|validate|quality|pr|pull-?request)"
    r"(?:[-_.][\w.-]{0,60})?@",
    re.IGNORECASE,
)
_CALLS_TESTS = re.compile(
    r"\s*(?:-\s+)?uses:\s*[\"']?[\w.-]{1,60}/[\w.-]{1,100}/\.(?:github|forgejo|gitea)/workflows/"
    r"(?:(?!deploy|release|publish|push|promote|notify)[A-Za-z0-9]{0,30}[-_.]){0,6}(?:tests?|phpunit|pytest|jest|vitest|playwright"
    r"|cypress|jasmine|cucumber|minitest|rspec)"
    r"(?:[-_.][\w.-]{0,80})?@",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\s{1,8}workflow_call:|on:.{0,60}\bworkflow_call\b")
_ON = re.compile(r"[\"']?on[\"']?:\s*([^#]{0,200})")
_EVENT = re.compile(r"(\s{1,8})(?:-\s+)?[\"']?([a-z_]{2,40})[\"']?:?")
_WORD = re.compile(r"[a-z_]{2,40}")
_BY_HAND = frozenset({"workflow_call", "workflow_dispatch"})
_CALLS_OWN = re.compile(
    r"\s*(?:-\s+)?uses:\s*[\"']?\./(\.(?:github|forgejo|gitea)/workflows/[\w.-]{1,100}\.ya?ml)"
)
_SETTING = re.compile(
    r"\s*(?:-\s+)?(?:name|tools|path|key|paths|description|if|run-name|image|cache|title|id"
    r"|files?|extensions)\s*:"
)
_INSTALLS = re.compile(
    r"\b(?:pip3?|npm|apt(?:-get)?|composer|gem|brew|yarn)\s+(?:install|i|add|require"
    r"|global)\b(?![^&;|]{0,200}(?:&&|;))"
)
_COMMENT = re.compile(r"\s*(?:#|//)")
_IMAGE = re.compile(
    r"\bdocker(?:-compose)?\s+(?:compose\s+)?build|docker/build-push-action|kaniko"
    r"|buildx\s+(?:build|bake)|buildah"
)
_OTHER_WORK = re.compile(
    r"\b(?:npm|pnpm|yarn|composer|pip3?|poetry|uv|mvn|gradlew?|dotnet|go|cargo|make|bundle)\s+"
    r"(?:ci|install|run|build|test|publish|sync|package|vet)\b"
)
_ACCESSIBILITY = re.compile(
    r"\b(?:pa11y(?:-ci)?|axe-core|axe-cli|@axe-core/\w+|jest-axe|cypress-axe|lhci|lighthouse-ci"
    r"|treosh/lighthouse"
    r"|lighthouse(?:-ci)?-action|playwright-axe|accessibility-insights|a11y"
    r"|accessibility[-_ :]?(?:tests?|checks?|audit|scan)"
    r"|(?:test|check|lint)[:_-]accessibility)\b",
    re.IGNORECASE,
)


def candidates(listing: Listing) -> list[Entry]:
    """List the definitions."""
    return [entry for entry in listing.own if _system(entry.path)][:MOST]


def read(contents: Contents) -> Evidence[tuple[CiSeen, ...]]:
    """Read every definition of automatic work."""
    return gathered(contents, candidates(contents.listing), seen, LOOKED_FOR)


def seen(entry: Entry, text: Text) -> CiSeen:
    """Find the line that runs tests; a linter's is no test. What is called elsewhere is noted."""
    lines = text.lines
    tests_line = next((n for n, line in enumerate(lines, 1) if _runs_tests(line)), None)
    builds_image = any(_IMAGE.search(line) for line in lines)
    other = tests_line is not None or any(_OTHER_WORK.search(line) for line in lines)
    return CiSeen(
        path=entry.path,
        system=_system(entry.path) or "unknown",
        tests_line=tests_line,
        builds_image_only=builds_image and not other,
        calls_line=_first(_CALLS, lines),
        offered_line=_first(_OFFERED, lines),
        waits=_waits(lines),
        calls=tuple(dict.fromkeys(hit[1] for hit in map(_CALLS_OWN.match, lines) if hit)),
        accessibility_line=next((n for n, li in enumerate(lines, 1) if _tests_access(li)), None),
    )


def _first(pattern: re.Pattern[str], lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), None)


def _waits(lines: list[str]) -> bool:
    """Tell whether a workflow runs only where another one, or a person, calls it."""
    events = set(_events(lines))
    return "workflow_call" in events and events <= _BY_HAND


def _events(lines: list[str]) -> Iterator[str]:
    """Yield what starts a workflow, as ``on`` lists it beside itself or below."""
    number, hit = next(
        ((n, hit) for n, li in enumerate(lines) if (hit := _ON.match(li))), (0, None)
    )
    if hit is None:
        return
    yield from _WORD.findall(hit[1])
    indent = None
    for line in lines[number + 1 :]:
        if not line.strip() or _COMMENT.match(line):
            continue
        found = _EVENT.match(line)
        if found is None:
            return
        indent = indent or found[1]
        if found[1] == indent:
            yield found[2]


def _system(path: str) -> str | None:
    return next((system for system, pattern in _SYSTEMS if pattern.match(path)), None)


def _tests_access(line: str) -> bool:
    return bool(_ACCESSIBILITY.search(line)) and not _COMMENT.match(line)


def _runs_tests(line: str) -> bool:
    if _COMMENT.match(line) or _SETTING.match(line) or _INSTALLS.search(line):
        return False
    runs = _TESTS.search(line) or _CALLS_TESTS.match(line)
    return bool(runs) and not _NO_TEST.search(line)
