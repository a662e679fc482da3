"""What a document says of accessibility: claims, statements, tests and tools."""

from harvesters.reading.mentions.terms import Term, term

TERMS: tuple[Term, ...] = (
    term("accessibility-claim", "wcag", "wcag wcag2.1 wcag2.2 wcag2", r"WCAG(?: ?v?2(?:\.\d)?)?"),
    term("accessibility-claim", "en-301-549", "301 549", r"EN[ -]?301[ -]?549"),
    term(
        "accessibility-claim", "accessibility",
        "accessibility a11y tillgänglighet webbtillgänglighet tillgänglighetsanpassad"
        " tilgængelighed"
        " tilgjengelighet saavutettavuus toegankelijkheid barrierefreiheit accessibilità"
        " accessible",
        r"^\W{0,9}(?:web )?(?:accessibility|a11y|(?:webb)?tillgänglighet|tilgængelighed"
        r"|tilgjengelighet"
        r"|saavutettavuus|toegankelijkheid|barrierefreiheit|accessibilità)\W{0,5}$"
        r"|(?:web|digital) accessibility|tillgänglighetsanpassa\w{1,3}|tillgänglighetskrav\w{0,3}"
        r"|webbtillgänglighet\w{0,5}"
        r"|accessibility (?:standards?|requirements?|guidelines?|compliance|compliant)"
        r"|accessible (?:components?|design|by default|(?:to|for) (?:all|every|people|users"
        r"|screen))"
        r"|(?:fully|web) accessible"
        r"|(?:consistent|responsive|usable|inclusive|semantic|modern|simple"
        r"|friendly),? (?:and )?accessible",
    ),
    term(
        "accessibility-statement", "accessibility-statement",
        "accessibility tillgänglighetsredogörelse tillgänglighetsredogörelsen"
        " tilgængelighedserklæring"
        " tilgjengelighetserklæring saavutettavuusseloste toegankelijkheidsverklaring"
        " barrierefreiheitserklärung accessibilità",
        r"accessibility[ -]statement|tillgänglighetsredogörelse\w{0,4}"
        r"|tilgængelighedserklæring\w{0,2}"
        r"|tilgjengelighetserklæring\w{0,2}|saavutettavuusseloste|toegankelijkheidsverklaring"
        r"|barrierefreiheitserklärung|dichiarazione di accessibilità",
    ),
    term(
        "accessibility-tool", "tool",
        "axe axe-core jest-axe cypress-axe pa11y pa11y-ci lighthouse jsx-a11y"
        " eslint-plugin-jsx-a11y nvda"
        " voiceover jaws addon-a11y wave",
        r"axe(?:-core|-cli| DevTools)|@?axe-core/\w{1,20}|jest-axe|cypress-axe|pa11y(?:-ci)?"
        r"|eslint-plugin-jsx-a11y|jsx-a11y|NVDA|VoiceOver|(?-i:JAWS)|addon-a11y"
        r"|Lighthouse (?:accessibility|a11y)"
        r"|Accessibility Insights",
    ),
    term(
        "accessibility-test", "test",
        "accessibility tillgänglighetsgranskning tillgänglighetstest tillgänglighetstester a11y",
        r"(?:accessibility|a11y)[ -](?:tests?|testing|tested|audits?|review(?:ed)?|checks?)"
        r"|tillgänglighets(?:granskning|granskad|test|testad|tester|testning)\w{0,3}",
    ),
)  # fmt: skip
