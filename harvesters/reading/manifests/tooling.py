"""Which dependencies are only tools for formatting, linting and committing."""

import re
from collections.abc import Iterable

MOST_DEPENDENCIES = 300
_MOST_TOOLS = 10

_TOOL = re.compile(
    r"(?:@[\w-]+/)?(?:.{0,40}[-/])?(?:eslint|stylelint|prettier|husky|commitlint|lint-staged"
    r"|editorconfig"
    r"|php_codesniffer|phpcs|php-cs-fixer|phpstan|psalm|pint|grumphp|markdownlint|black|flake8"
    r"|ruff"
    r"|isort|mypy|pylint|pre-commit|commitizen|cspell|semantic-release|rubocop|wpcs|tslint)"
    r"(?:[-/].{0,60}|-cli)?$",
    re.IGNORECASE,
)
_ACCESSIBILITY = re.compile(
    r"(?:axe-core|@axe-core/.{1,40}|(?:jest|vitest|react|vue|cypress|chai|playwright|testcafe"
    r"|protractor)-axe"
    r"|axe-(?:core-\w{1,20}|playwright(?:-python)?|puppeteer|webdriverjs|selenium-python|matchers"
    r"|cli|storybook-testing)"
    r"|@sa11y/.{1,30}|pa11y(?:-ci)?|lighthouse|lighthouse-ci|@lhci/cli|cypress-lighthouse"
    r"|@storybook/addon-a11y"
    r"|storybook-addon-a11y|eslint-plugin-jsx-a11y|eslint-plugin-vuejs-accessibility"
    r"|eslint-plugin-lit-a11y"
    r"|@angular-eslint/template-accessibility|vue-axe|accessibility-checker|html_codesniffer"
    r"|html-validate"
    r"|com\.deque\.html\.axe-core:.{1,40}|Deque\.AxeCore\..{1,40}|Selenium\.Axe"
    r"|django-accessibility\w{0,10}"
    r"|[\w-]{1,30}/accessibility[\w-]{0,20})$",
    re.IGNORECASE,
)
_LOCALISATION = re.compile(
    r"(?:i18next|(?:react|next|vue|svelte|solid|@\w{1,20}/)?-?i18next|i18next-.{1,40}"
    r"|react-(?:i18n|i18nify|intl\w{0,12})|next-(?:intl|translate|i18n\w{0,10})"
    r"|@formatjs/.{1,40}|vue-i18n(?:-.{1,30})?|@nuxtjs/i18n|@ngx-translate/.{1,40}"
    r"|@angular/localize|@jsverse/transloco|@ngneat/transloco"
    r"|svelte-i18n|sveltekit-i18n|typesafe-i18n|@inlang/.{1,40}|@lingui/.{1,40}|i18n|i18n-js"
    r"|i18n-tasks|rails-i18n|node-polyglot|polyglot"
    r"|expo-localization|react-native-localize|flutter_localizations|intl|easy_localization|babel"
    r"|flask-babel\w{0,4}|fast-gettext|gettext_i18n_\w{1,10}"
    r"|symfony/(?:translation|intl)|@wordpress/i18n|wp-pot-cli|gulp-wp-pot|grunt-wp-i18n"
    r"|astro-i18n\w{0,6}|@astrolicious/i18n|rosetta"
    r"|django-(?:modeltranslation|parler|rosetta)|Microsoft\.Extensions\.Localization.{0,30}"
    r"|globalize|mobility|fluent-react|@fluent/.{1,20})$",
    re.IGNORECASE,
)


def accessibility_tools(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are tools to test how accessible an interface is."""
    return listed(name for name in names if _ACCESSIBILITY.match(name))[:_MOST_TOOLS]


def localisation_tools(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are libraries and tools to translate an interface."""
    return listed(name for name in names if _LOCALISATION.match(name))[:_MOST_TOOLS]


def only_tools(names: Iterable[str]) -> bool:
    """Tell whether there are any names and all are tools that say nothing of the software."""
    listed = list(names)
    return bool(listed) and all(_TOOL.match(name) for name in listed)


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """Return names once each, ordered, at most 300."""
    return tuple(sorted({name for name in names if name})[:MOST_DEPENDENCIES])
