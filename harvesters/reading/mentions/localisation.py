"""That the interface can be translated, as a document says; a claim needs a file to count."""

from harvesters.reading.mentions.terms import Term, term

TERMS: tuple[Term, ...] = (
    term(
        "localisable", "translation",
        "translation translations translate translated localization localisation i18n l10n"
        " multilingual"
        " internationalization internationalisation översättning översättningar översättas"
        " flerspråkig"
        " flerspråkigt transifex crowdin weblate lokalise poeditor oversettelse oversættelse"
        " gettext",
        r"translations?(?: files?)?|translated into|locali[sz]ation|i18n|l10n|multi-?lingual"
        r"|internationali[sz]ation"
        r"|översättning(?:en|ar|arna)?|översättas|flerspråkigt?|Transifex|Crowdin|Weblate"
        r"|Lokalise|POEditor"
        r"|oversettelser?|oversættelser?|gettext",
    ),
)  # fmt: skip
