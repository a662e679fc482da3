"""Commands that install or start the software itself, not its linters."""

import re
from collections.abc import Sequence

from harvesters.reading.markup import Line

SHORTEST_NAME = 3
FEWEST_CALLS = 3

_PROMPT = re.compile(r"^\s*(?:[$>#%]\s+|PS>\s*|C:\\>\s*)?(?:sudo\s+)?(?:[A-Z_]{2,40}=\S{0,80}\s+)?")
_STEP = (
    r"[\w:.-]{0,30}(?:start|dev|serve|build|run|up|watch|develop|setup|install|deploy|android"
    r"|ios|web)\b"
)
_STARTS = re.compile(
    r"(?:"
    r"(?:npm|pnpm|bun)\s+(?:ci|i|install|add|start)\b"
    rf"|(?:npm|pnpm|bun|yarn|deno)\s+(?:run\s+|task\s+)?{_STEP}"
    r"|yarn(?:\s+(?:add|install|start))?\s*(?:$|&&|;|\s--|[@a-z])"
    r"|composer\s+(?:install|require|create-project|update|start|dev|serve)\b"
    r"|(?:python3?\s+-m\s+)?pip3?\s+install\b|pipx\s+(?:install|run)\b"
    r"|pipenv\s+(?:install|run)\b|poetry\s+(?:install|run|add)\b|uvx?\s+(?:sync|run|add|pip|tool)\b"
    r"|conda\s+(?:env|install)\b"
    r"|(?!php\s+artisan\s+(?:make|tinker))(?:python3?|node|nodemon|php|ruby|deno\s+run)\s+(?:-\S+\s+)?[\w./-]+"
    r"|flask\s+(?:--\S+\s+\S+\s+)?run\b|uvicorn\s|gunicorn\s|streamlit\s+run\b|jupyter\s"
    r"|docker[ -]compose\s+(?:-\S+\s+\S+\s+){0,4}(?:up|run|build|start)\b"
    r"|docker\s+(?:run|build|pull|buildx)\b|podman\s+(?:run|build)\b|(?:\./)?vendor/bin/sail\s+up\b"
    r"|make(?:\s+(?:all|up|run|start|install|dev|serve|build|setup|init|demo|site))?\s*(?:$|&&|;|#)"
    r"|just\s+(?:up|run|start|install|dev|serve|build|setup)\b"
    r"|dotnet\s+(?:run|build|restore|publish|watch|add|tool)\b"
    r"|(?:\./)?mvnw?\s+(?:\S+\s+){0,4}(?:install|package|\S*:run|deploy)\b"
    r"|(?:\./)?gradlew?(?:\.bat)?\s+(?:\S+\s+){0,3}\S*(?:build|run|install|assemble)"
    r"|bundle\s+(?:install|exec(?!\s+rake\b(?!\s+(?:db|setup|install|server|start|dev|assets)\b)))\b|gem\s+install\b|rails\s+s|pod\s+install\b"
    r"|go\s+(?:run|install|build|get)\b|cargo\s+(?:run|install|build|add)\b"
    r"|wp\s+(?:plugin|theme|package)\s+install\b|helm\s+(?:install|upgrade)\b|kubectl\s+apply\b"
    r"|vagrant\s+up\b|terraform\s+apply\b|(?:serverless|sls)\s+(?:deploy|offline)\b|amplify\s+push\b"
    r"|(?:npx\s+)?(?:expo|react-native)\s+(?:start|run)|flutter\s+run\b|\./(?:[\w./-]{1,80}\.sh|(?:[\w-]{1,40}/){0,3}(?:start|run|setup|install|up|dev|build|bootstrap))\b"
    r"|(?:dep\s+deploy|cap\s+\w+\s+deploy)\b|ansible-playbook\s"
    r"|(?:lando|ddev)\s+(?:start|composer|drush|install|rebuild)\b|drush\s+(?:en|si|site|pm|sql-cli)"
    r"|terraform\s+(?:init|plan)\b|java\s+(?:-\S+\s+){0,4}-jar\b|bin/(?:setup|dev|rails|start|run)\b"
    r"|task\s+(?:up|run|start|install|dev|setup|site)|rake\s+(?:db|setup|server)|xcodebuild\s|fastlane\s"
    r"|lein\s+(?:run|ring|deps|uberjar)\b|clojure\s|clj\s|mix\s+(?:phx|deps|setup|ecto)|iex\s+-S\s+mix"
    r"|(?:mkdocs|jekyll|hugo)\s+(?:serve|build|server)\b|symfony\s+serve|sbt\s+run|swift\s+(?:build|run)\b"
    r")",
)  # fmt: skip
_TOOLING = re.compile(
    r"\b(?:lint|eslint|stylelint|prettier|phpcs|phpcbf|phpstan|psalm|rector|pint|black|flake8|ruff|isort"
    r"|mypy|pylint|pre-commit|husky|commitlint|(?:\w{1,40}_)?tests?|test_\w{1,40}|jest|vitest|jasmine|karma|mocha|rspec|phpunit|pytest|tox|cypress"
    r"|playwright|virtualenv|venv|coverage|format|audit|outdated|semantic-release|storybook"
    r"|nvm|n|yarn|gulp-cli|serverless|typescript|expo-cli)\b"
)
_RUN = re.compile(r"^(?:npm|pnpm|yarn|bun)\s+(?:install|i|ci|start|add)?\s*(?:$|&&|;)")
_ALL_AT_ONCE = re.compile(
    r"docker[ -]compose\s+(?:-\S+\s+\S+\s+){0,4}up\b|vagrant\s+up\b|sail\s+up\b"
    r"|make\s+(?:up|run|start|dev|serve|demo)\b|just\s+(?:up|run|start|dev|serve|demo)\b"
)
_PACKAGE = re.compile(
    r"(?:npm\s+(?:install|i|add)|yarn\s+add|pnpm\s+add|(?:python3?\s+-m\s+)?pip3?\s+install|pipx\s+install"
    r"|composer\s+(?:require|create-project)|gem\s+install|dotnet\s+add\s+package|go\s+(?:get|install)"
    r"|cargo\s+(?:add|install)|npx|uvx|uv\s+add|poetry\s+add|conda\s+install|Install-Package"
    r"|wp\s+plugin\s+install)\s+(?:--?(?!r\b|e\b|requirement|editable)\S+\s+)*([@\w][\w@./-]{1,100})"
)
_DECLARED = re.compile(  # as a dependency of a build with Maven or Gradle
    r"\s*(?:<artifactId>([\w.-]{3,100})</artifactId>"
    r"|(?:implementation|api|compile)\b[\s(]{0,4}[\"'][\w.-]{2,100}:([\w.-]{3,100}))"
)
_ACTION = re.compile(r"(?:-\s+)?uses:\s+[\w.-]{1,60}/([\w./-]{1,100})@")
_RUN_IMAGE = re.compile(r"(?:-\s+)?image:\s+[\"']?([\w./-]{3,100})")  # of a compose file or a chart
_IMAGE = re.compile(r"(?:docker|podman)\s+run\s.{0,300}?([\w./-]{3,100})(?::[\w.-]{1,60})?\s*$")
_NEEDS = re.compile(  # what a container has to be given: settings, files, others beside it
    r"\s(?:-e|--env(?:-file)?|--link|--net(?:work)?|-v|--volume|--mount|--env)\b|[$<{]|:local\b"
)
_SERVICE = re.compile(  # what the software needs beside it, not the software
    r"(?:docker|podman)\s+(?:run|pull)\s.{0,200}?(?:^|[\s/])(?:redis|postgres|postgis|mariadb|mysql"
    r"|mongo|elasticsearch|opensearch|rabbitmq|memcached|minio|mailhog|mailpit|keycloak)(?:[:\s]|$)"
)
_RUNNER = re.compile(r"^(?:npx|bunx|pnpx|pnpm exec|yarn exec|pipenv run|poetry run|uv run)\s+")
_QUOTED = re.compile(r"``([^`]{3,200})``|`([^`]{3,200})`|<code>([^<]{3,200})</code>")
_SAID = re.compile(r"``([^`]{3,200})``|`([^`]{3,200})`")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|#\.)\s")
_ONLY_CODE = re.compile(
    r"\s*(?:[-*+]\s+)?(?:`{1,2}([^`]{3,200})`{1,2}|_([^_`]{3,200})_)[\s.:;]*(?:<br ?/?>)?\s*$"
)
_CODE_CELL = re.compile(r"\s*\|\s*`([^`]{3,200})`\s*\|")
_PROMPTED = re.compile(r"(?:^|\s)\$>\s*([\w./-][^`]{2,200})$")  # a prompt within a sentence
_PROGRAM = re.compile(r"[\w./-]{3,80}")
_CALLED = re.compile(r"([\w.-]{2,60})(?:\s+([a-zA-Z][\w:.-]{1,60}))?(?:\s|$)")
_RUNNERS = frozenset({"paster", "ckan", "manage.py", "django-admin", "drush", "wp", "npx", "uvx"})
_OTHERS_TOOLS = frozenset({
    "git", "cd", "cp", "mv", "rm", "mkdir", "docker", "docker-compose", "podman", "kubectl", "helm",
    "npm", "pnpm", "yarn", "bun", "node", "php", "composer", "python", "python3", "pip", "pip3",
    "poetry", "uv", "pipenv", "ruby", "bundle", "gem", "rails", "rake", "make", "just", "task",
    "go", "cargo", "java", "javac", "mvn", "gradle", "dotnet", "curl", "wget", "sudo", "apt",
    "apt-get", "brew", "ssh", "scp", "psql", "mysql", "terraform", "ansible-playbook", "aws", "az",
    "gcloud", "export", "source", "echo", "cat", "import", "from", "const", "let", "var", "use",
    "using",
})  # fmt: skip
_LETTERS = re.compile(r"[^a-z0-9]")


def starts(command: str, title: str) -> bool:
    """Tell whether a line of code installs or starts the software.

    A named package counts only when the title names it: others are what one needs beforehand.
    """
    prompted = command.lstrip().startswith("$ ")
    command = _bare(command)
    if package := _PACKAGE.match(command) or _ACTION.match(command) or _RUN_IMAGE.match(command):
        return same_name(package[1], title)
    if prompted and (program := _PROGRAM.match(command)) and same_name(program[0], title):
        return True
    if not _STARTS.match(command) or _SERVICE.match(command):
        return False
    arguments = command.partition(" ")[2]  # "yarn" first runs things, "install yarn" is a tool
    return bool(_RUN.match(command)) or not _TOOLING.search(arguments)


def starts_all(command: str, title: str) -> bool:
    """Tell whether one line starts all of it, or installs the package that the title names."""
    command = _bare(command)
    if _ALL_AT_ONCE.match(command):
        return not _TOOLING.search(command)
    if package := _PACKAGE.match(command) or _IMAGE.match(command):
        return same_name(package[1], title)
    return False


def installs(command: str, title: str) -> bool:
    """Tell whether a command installs the package that the title names."""
    if declared := _DECLARED.match(command):
        return same_name(declared[1] or declared[2], title)
    if (image := _IMAGE.match(_bare(command))) and not _NEEDS.search(command):
        return "/" in image[1].strip("./") and same_name(image[1], title)
    package = _PACKAGE.match(_bare(command))
    if package is None or "create-project" in package[0]:  # that makes a program out of it
        return False
    return same_name(package[1], title)


def inline(line: str) -> list[str]:
    """Return code written inline where it is an instruction: a step, a line or a row of its own."""
    if prompted := _PROMPTED.search(line):
        return [prompted[1]]
    if _NUMBERED.match(line):
        return [found[1] or found[2] or found[3] for found in _QUOTED.finditer(line)]
    if alone := _ONLY_CODE.match(line):
        return [alone[1] or alone[2]]
    cell = _CODE_CELL.match(line)
    return [cell[1]] if cell else []


def _says(text: str, title: str) -> bool:
    """Tell whether a sentence gives the command that installs the package of that name."""
    return "`" in text and any(
        installs(found[1] or found[2], title) for found in _SAID.finditer(text)
    )


def first(lines: Sequence[Line], title: str) -> dict[str, int | None]:
    """Return the first line that starts the software, and the first that starts all of it."""
    code = [
        (line.number, part)
        for line in lines
        for part in ([line.text.strip()] if line.kind == "code" else inline(line.text))
    ]
    package = next((number for number, part in code if installs(part, title)), None)
    said = (li.number for li in lines if li.kind in {"text", "item"} and _says(li.text, title))
    package = package or next(said, None)
    return {
        "calls_line": _calls([(number, part) for number, part in code if _is_call(part, title)]),
        "package_line": package,
        "commands_line": next((n for n, part in code if starts(part, title)), package),
        "one_command_line": next(
            (number for number, part in code if starts_all(part, title)), package
        ),
    }


def _calls(found: list[tuple[int, str]]) -> int | None:
    """Return the first of at least three different commands of the software's own."""
    different = {" ".join(part.split()[:4]) for _, part in found}
    return found[0][0] if len(different) >= FEWEST_CALLS else None


def _is_call(command: str, title: str) -> bool:
    """Tell whether a command runs the software itself: by its name, first or after what runs it."""
    words = _CALLED.match(_bare(command))
    if words is None or words[1].lower() in _OTHERS_TOOLS:
        return False
    name = words[2] if words[1].lower() in _RUNNERS else words[1]
    return bool(name) and same_name(name, title)


def _bare(command: str) -> str:
    command = _PROMPT.sub("", command, count=1)
    return _RUNNER.sub("", command, count=1) if _STARTS.match(_RUNNER.sub("", command)) else command


def same_name(package: str, title: str) -> bool:
    """Tell whether a package is called what the title says."""
    last = _LETTERS.sub("", package.rpartition("/")[2].partition("@")[0].lower())
    words = _LETTERS.sub("", title.lower())
    return len(last) >= SHORTEST_NAME and bool(words) and (last in words or words in last)
