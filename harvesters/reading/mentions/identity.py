"""Protocols and products that one logs in by, and national services for it."""

from harvesters.reading.mentions.accounts import LOG_IN
from harvesters.reading.mentions.terms import SET, Term, term


def _protocol(name: str, triggers: str, pattern: str | None = None) -> Term:
    """Make a protocol or product; it also counts in example configuration."""
    return term("protocol", name, triggers, pattern, reads=SET)


PROTOCOLS: tuple[Term, ...] = (
    _protocol(
        "SAML", "saml saml2 saml2.0 simplesamlphp", r"saml ?2?(?:\.0)?(?![.-]?js)|simplesamlphp"
    ),
    _protocol("OpenID Connect", "oidc openid openidconnect", r"oidc|openid(?:[ -]?connect)?"),
    _protocol(
        "OAuth 2.0",
        "oauth oauth2 oauth2.0",
        r"oauth ?2?(?:\.0)?(?=[^.]{0,60}\b(?:log-?in|logs? in|sign|users?|sso|authoriz?sation code"
        r"|pkce|användar\w*|inlogg\w*)\b)|(?:log-?in|logs? in|sign(?:s|ed)? in|sso|users?|inlogg\w*"
        r"|användar\w*)\b[^.]{0,60}\boauth ?2?(?:\.0)?",
    ),
    _protocol(  # in French
        "OAuth 2.0",
        "oauth oauth2",
        r"(?:connexion|connecter?|authentification|identification)\b[^.]{0,60}\boauth ?2?(?:\.0)?"
        r"|oauth ?2?(?:\.0)?(?=[^.]{0,60}\b(?:connexion|connecter?|authentification)\b)",
    ),
    _protocol("LDAP", "ldap ldaps", r"ldaps?(?!\.?js)|openldap"),
    _protocol(
        "Active Directory",
        "active ad ad-konto ad-konton ad-grupper ad-grupp ad-inloggning",
        r"active[ -]?directory(?! federation)|(?-i:AD)[ -](?:konto\w*|grupp\w*|inlogg\w*|accounts?"
        r"|groups?|users?|användare)",
    ),
    _protocol("AD FS", "adfs fs federation", r"(?-i:ADFS|AD FS)|adfs|active directory federation"),
    _protocol(
        "Microsoft Entra ID",
        "entra azure aad b2c azuread msal",
        r"(?:microsoft )?entra(?: ?id)?|azure[ -]?(?:ad|active directory|b2c)|(?-i:AAD)"
        r"|msal(?![.-]?js)",
    ),
    _protocol(
        "Microsoft-konto",
        "microsoft office 365 o365",
        rf"{LOG_IN} (?:with|using|via|through) (?:your |a )?(?:microsoft|office ?365|o365)"
        r"|(?:microsoft|office ?365|o365)[ -](?:log-?in|sign-?in|inloggning|sso)",
    ),
    _protocol(
        "Google",
        "google",
        rf"{LOG_IN} (?:with|using|via|through) (?:your |a )?google|google[ -](?:log-?in|sign-?in"
        r"|sso|oauth|inloggning|workspace log-?in)|logga\w* in (?:med|via) google",
    ),
    _protocol("Keycloak", "keycloak"),
    _protocol("Shibboleth", "shibboleth"),
    _protocol("WS-Federation", "ws-fed ws-federation wsfed ws", r"ws-?fed(?:eration)?"),
    _protocol("CAS", "cas", r"(?-i:CAS)[ -](?:server|log-?in|authentication|sso|protocol)"),
    _protocol("Kerberos", "kerberos"),
    _protocol("JWT", "jwt jwts", r"jwts?(?! ?(?:library|package|decode))|json web tokens?"),
    _protocol("Auth0", "auth0"),
    _protocol("Okta", "okta"),
    _protocol("Amazon Cognito", "cognito"),
    _protocol("Firebase Authentication", "firebase", r"firebase[ -]auth(?:entication)?"),
    _protocol("NextAuth", "nextauth nextauth.js auth.js", r"nextauth(?:\.js)?"),
    _protocol("Authentik", "authentik"),
    _protocol("WSO2 Identity Server", "wso2", r"wso2 (?:identity server|is)"),
    _protocol("WebAuthn", "webauthn passkey passkeys fido2", r"webauthn|passkeys?|fido ?2"),
    _protocol(
        "Visma Federation Services",
        "visma",
        r"visma (?:federation|connect|ciceron id)\w*(?: services)?",
    ),
)
NATIONAL: tuple[Term, ...] = (
    _protocol("BankID", "bankid", r"(?:mobilt )?bank-?id"),
    _protocol("Freja", "freja freya", r"freja(?: ?\+| ?eid| org\w* ?eid)?|(?-i:Freya)"),
    _protocol("SITHS", "siths hsa-id", r"siths|hsa-id"),
    _protocol("eduID", "eduid"),
    _protocol("Skolfederation", "skolfederation skolfederationen", r"skolfederation(?:en)?"),
    _protocol("Sambi", "sambi"),
    _protocol("SWAMID", "swamid edugain", r"swamid|edugain"),
    _protocol("Sweden Connect", "sweden", r"sweden ?connect"),
    _protocol("eIDAS", "eidas"),
    _protocol(
        "e-legitimation",
        "legitimation e-legitimation e-leg elegitimation",
        r"e-?legitimation(?:en|er)?|e-?leg",
    ),
    _protocol("GrandID", "grandid"),
    _protocol("Signicat", "signicat"),
    _protocol(
        "MitID", "mitid nemid nemlog nemlog-in os2faktor", r"mitid|nemid|nemlog-?in|os2faktor"
    ),
    _protocol("ID-porten", "porten id-porten idporten", r"id-?porten"),
    _protocol("Feide", "feide"),
    _protocol(
        "Suomi.fi",
        "suomi.fi suomifi suomi",
        r"suomi\.?fi[- ](?:identification|authentication|tunnistau\w*|tunnistus)",
    ),
    _protocol("Helsinki-tunnistus", "tunnistamo", r"tunnistamo"),
    _protocol("DigiD", "digid"),
    _protocol("eHerkenning", "eherkenning"),
    _protocol("SPID", "spid", r"(?-i:SPID)(?!/)|spid: (?:true|yes|sì|si)"),
    _protocol("CIE", "cie", r"(?-i:CIE)(?: ?id)?|cie: (?:true|yes|sì|si)"),
    _protocol(
        "FranceConnect",
        "franceconnect agentconnect proconnect",
        r"franceconnect|agentconnect|proconnect",
    ),
    _protocol("itsme", "itsme"),
    _protocol("BundID", "bundid"),
    _protocol("GOV.UK Signon", "signon gds-sso", r"(?:gov\.?uk )?(?<!single )signon|gds-sso"),
    _protocol("GOV.UK One Login", "login", r"(?:gov\.?uk )?one login"),
    _protocol("Login.gov", "login.gov"),
    _protocol("Singpass", "singpass corppass sgid", r"singpass|corppass|sgid"),
)
_USED_FOR = (
    r"(?=[^.;]{0,40}\b(?:for|för|til|voor) (?:user )?(?:authentication|log-?ins?|sign-?in|sso"
    r"|single sign-?on|inloggning|autentisering|pålogging))"
)
AMONG_PACKAGES: tuple[Term, ...] = tuple(  # a list of what it needs, headed "Dependencies"
    term("protocol", name, triggers, rf"(?:{written}){_USED_FOR}", reads=frozenset({"packages"}))
    for name, triggers, written in (
        ("LDAP", "ldap", r"ldaps?"),
        ("SAML", "saml saml2 saml2.0", r"saml ?2?(?:\.0)?"),
        ("OpenID Connect", "oidc openid", r"oidc|openid(?:[ -]?connect)?"),
        ("AD FS", "adfs fs", r"(?-i:ADFS|AD FS)|adfs"),
        ("Active Directory", "active", r"active[ -]?directory"),
        ("Keycloak", "keycloak", r"keycloak"),
    )
)
TERMS: tuple[Term, ...] = (*PROTOCOLS, *NATIONAL, *AMONG_PACKAGES)
