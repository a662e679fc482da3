"""What people write about identity, hosting, integrations, personal data and effort."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Found
from harvesters.reading import mentions
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


def told(contents: Contents) -> set[tuple[str, str]]:
    """Read subjects and terms, without those that only hint."""
    found = mentions.read(contents)
    every = found.found if isinstance(found, Found) else ()
    return {(seen.subject, seen.term) for seen in every if seen.term != "unnamed"}


@pytest.mark.parametrize(
    ("text", "subject", "term"),
    [
        ("Inloggning sker med BankID eller Freja eID.", "protocol", "BankID"),
        ("Inloggning sker med BankID eller Freja eID.", "protocol", "Freja"),
        ("Inloggning sker med BankID.", "login", "login"),
        ("Medarbetare loggar in via AD FS.", "protocol", "AD FS"),
        ("Tjänsten kräver att användaren loggar in.", "login", "login"),
        ("Keycloak is used as the authentication service.", "login", "login"),
        ("Users need to exist in the database first.", "accounts", "account-source"),
        ("De gebruiker logt in, een user wordt aangemaakt.", "accounts", "account-source"),
        ("## Logins:\n\nadmin/admin", "login", "listed-logins"),
        ("Setup your Apache/MySQL/PHP stack.", "runtime", "PHP"),
        ("Setup your Apache/MySQL/PHP stack.", "database", "MySQL"),
        ("### Built With\n\n* PHP", "runtime", "PHP"),
        ("The client library for integrating with Exempel.", "integration", "one-service"),
        ("You need appropriate AWS credentials.", "platform", "aws"),
        ("Users sign in with Azure AD.", "protocol", "Microsoft Entra ID"),
        ("Entra ID is used.", "protocol", "Microsoft Entra ID"),
        ("Sign in with Google", "protocol", "Google"),
        ("Authentication is handled by Keycloak.", "protocol", "Keycloak"),
        ("Authentication is handled by Keycloak.", "login", "login"),
        ("Users authenticate with OAuth 2.0.", "protocol", "OAuth 2.0"),
        ("Lors de la connexion par le biais de l'OAuth avec X.", "protocol", "OAuth 2.0"),
        ("Lors de la connexion par le biais de l'OAuth avec X.", "login", "login"),
        ("La création d'un contact lors de la connexion.", "accounts", "account-source"),
        ("Les comptes sont importés depuis l'annuaire.", "accounts", "account-source"),
        ("The module is used to authenticate users.", "login", "login"),
        ("Configure an LDAP server to authenticate users with.", "accounts", "account-source"),
        ("```php\n// Set roles from map IdP roles on login.\n```", "accounts", "account-source"),
        ("## Dependencies\n\n- LDAP or SAML for authentication", "protocol", "SAML"),
        ("## Dependencies\n\n- LDAP or SAML for authentication", "protocol", "LDAP"),
        ("## Dependencies\n\n- LDAP or SAML for authentication", "login", "login"),
        ("## Dependencies\n\n- LDAP directory for employee attributes",
         "accounts", "account-source"),
        ("Permissions are managed in Signon.", "protocol", "GOV.UK Signon"),
        ("## Protection des données\n\nL'adresse est chiffrée.", "personal-data", "privacy"),
        ("Deployed on Clever Cloud.", "platform", "clever-cloud"),
        ("Modules which create resources within AWS.", "platform", "aws"),
        ("It speaks OpenID Connect.", "protocol", "OpenID Connect"),
        ("Ansluten till Skolfederation och Sambi.", "protocol", "Skolfederation"),
        ("Ansluten till Skolfederation och Sambi.", "protocol", "Sambi"),
        ("Stöd för SITHS-kort.", "protocol", "SITHS"),
        ("Brukere logger inn med ID-porten.", "protocol", "ID-porten"),
        ("Log ind med MitID.", "protocol", "MitID"),
        ("Inloggen met DigiD.", "protocol", "DigiD"),
        ("Accesso tramite SPID e CIE.", "protocol", "CIE"),
        ("Accesso tramite SPID e CIE.", "login", "login"),
        ("Kirjautuminen: Suomi.fi-tunnistautuminen.", "protocol", "Suomi.fi"),
        ("Citizens log in through FranceConnect.", "protocol", "FranceConnect"),
        ("Konton och roller hämtas från AD-grupper.", "accounts", "account-source"),
        ("Konton och roller hämtas från AD-grupper.", "protocol", "Active Directory"),
        ("Roles are mapped from groups in the directory.", "accounts", "account-source"),
        ("User accounts are provisioned automatically from the identity provider.",
         "accounts", "account-source"),
        ("Users are provisioned with SCIM 2.0.", "accounts", "SCIM"),
        ("No login is required.", "no-login", "no-login"),
        ("Ingen inloggning krävs.", "no-login", "no-login"),
        ("Tjänsten kräver ingen inloggning.", "no-login", "no-login"),
        ("The application does not require authentication.", "no-login", "no-login"),
        ("Det krävs inget konto.", "no-login", "no-login"),
        ("Requires PHP: 7.4", "runtime", "PHP"),
        ("PHP >= 8.1", "runtime", "PHP"),
        ("Node v22+", "runtime", "Node.js"),
        ("Byggd i Python.", "runtime", "Python"),
        ("Java 25 or higher", "runtime", "Java"),
        ("Needs .NET 8", "runtime", ".NET"),
        ("# K\n\n## Krav\n\n- PHP\n- MariaDB\n", "runtime", "PHP"),
        ("# K\n\n## Krav\n\n- PHP\n- MariaDB\n", "database", "MariaDB"),
        ("Data lagras i PostgreSQL.", "database", "PostgreSQL"),
        ("Microsoft SQL Server 2019", "database", "SQL Server"),
        ("Ingen databas behövs.", "no-database", "no-database"),
        ("It does not use a database.", "no-database", "no-database"),
        ("Körs i Kubernetes.", "hosting", "Kubernetes"),
        ("Run it with docker compose.", "hosting", "Docker"),
        ("A WordPress plugin for events.", "hosting", "WordPress"),
        ("Ett tillägg för WordPress.", "hosting", "WordPress"),
        ("Serve it with nginx.", "hosting", "nginx"),
        ("Published on GitHub Pages.", "hosting", "GitHub Pages"),
        ("A server with 8 GB RAM is enough.", "sizing", "size"),
        ("Ta säkerhetskopior varje natt.", "backup", "backup"),
        ("Elever hämtas via SS 12000.", "integration", "SS 12000"),
        ("Adresser kommer från Lantmäteriet.", "integration", "Lantmäteriet"),
        ("Mail is sent over SMTP.", "integration", "SMTP"),
        ("Maps from OpenStreetMap.", "integration", "OpenStreetMap"),
        ("Inga externa integrationer krävs.", "no-integration", "no-integration"),
        ("# K\n\n## Dependencies\n\n- **Citizen** fetches from Skatteverket\n",
         "integration", "Skatteverket"),
        ("Behandlar personuppgifter enligt GDPR.", "personal-data", "personal-data"),
        ("Behandlar personuppgifter enligt GDPR.", "personal-data", "GDPR"),
        ("En mall för konsekvensbedömning finns.", "data-material", "impact-assessment"),
        ("Uppgifterna raderas efter 30 dagar.", "data-material", "retention"),
        ("Kategorier av personuppgifter: namn.", "data-material", "categories"),
        ("Inga personuppgifter lagras.", "no-personal-data", "no-personal-data"),
        ("It does not store any personal data.", "no-personal-data", "no-personal-data"),
        ("Wij verwerken persoonsgegevens.", "personal-data", "personal-data"),
        ("Ett införande tar 40 timmar.", "effort", "time"),
        ("Implementation took about 3 weeks.", "effort", "time"),
        ("Införandet kräver kompetens om Linux.", "effort", "skills"),
    ],
)  # fmt: skip
def test_said(plant: Plant, text: str, subject: str, term: str) -> None:
    """People's ways of saying it are understood, in several languages."""
    assert (subject, term) in told(plant({"README.md": text}))


@pytest.mark.parametrize(
    "text",
    [
        "Run az login first.",
        "Log in to npm with npm login.",
        "Machine clients use OAuth 2.0 client credentials.",
        "Go to the page.",
        "Java beans are coffee.",
        "Ad campaigns are shown.",
        "Licensed under Apache License 2.0.",
        "We express our thanks and react quickly.",
        "Privat kommunikation med användare.",
        "The api has endpoints.",
        "You can log all (authenticated) requests.",
        "The value of the attribute should be a number.",
        "Use node modules and a node version manager.",
        "Fri användning av kod.",
        "The administration interface has no authentication.",
        "This site is built with Docusaurus, a static site generator.",
        "Do not commit sensitive information.",
    ],
)
def test_words_in_passing(plant: Plant, text: str) -> None:
    """Words that only look like it say nothing."""
    said = told(plant({"README.md": text}))
    assert set() == {found for found in said if found[0] != "standard"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It is integrated with another system.", "integration"),
        ("Data hämtas från ett annat register.", "integration"),
        ("Set the API key.", "integration"),
        ("Requests need a bearer token.", "login"),
        ("Visible to some user roles.", "login"),
    ],
)
def test_hints(plant: Plant, text: str, subject: str) -> None:
    """Words that show that there is something, not what, are told as unnamed."""
    found = mentions.read(plant({"README.md": text}))
    assert isinstance(found, Found)
    told = {(seen.subject, seen.term.removesuffix("-rights")) for seen in found.found}
    assert (subject, "unnamed") in told


@pytest.mark.parametrize(
    ("text", "subject", "term"),
    [
        ("Citizens can authorize themselves against Exempel's register.", "login", "login"),
        ("Checks users against the Census database.", "integration", "named-system"),
        ("This depends on the following services:", "integration", "listed-services"),
        ("`ADMIN_PASSWORD` of the first user", "login", "local-accounts"),
        ("A module for Drupal 10.", "runtime", "Drupal"),
        ("It collects anonymous rating data.", "personal-data", "sensitive-data"),
    ],
)
def test_words_that_were_missed(plant: Plant, text: str, subject: str, term: str) -> None:
    """Sentences of the kinds that readers found and the vocabularies did not."""
    found = mentions.read(plant({"README.md": text}))
    assert isinstance(found, Found)
    assert (subject, term) in {(seen.subject, seen.term) for seen in found.found}


@pytest.mark.parametrize(
    "text",
    [
        "Set the Elasticsearch password.",
        "If it requires authentication, create a key and a certificate.",
        "Make sure that the files are there (anonymized).",
        "# Using Docker\nTBW",
    ],
)
def test_words_that_say_nothing(plant: Plant, text: str) -> None:
    """Accounts of programs are no login; a heading above nothing says nothing."""
    found = mentions.read(plant({"README.md": text}))
    seen = found.found if isinstance(found, Found) else ()
    told = {"login", "personal-data", "hosting"}
    assert [] == [m for m in seen if m.subject in told and m.term != "unnamed"]
