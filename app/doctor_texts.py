"""What the doctor says: a heading or a name for a fact, and the words for what it found."""

from __future__ import annotations

from app.language import Text

DOCTOR = {
    "profile": Text("Profile", "Profiel"),
    "settings": Text("Settings", "Instellingen"),
    "log": Text("Log", "Log"),
    "on_network": Text(
        "The profile is on a network drive, where the cache would break. Choose a folder on this computer.",
        "Het profiel staat op een netwerkschijf, waar de cache stukgaat. Kies een map op deze computer.",
    ),
    "ignored": Text(
        "Settings that do not fit and are ignored", "Instellingen die niet passen en niet gelden"
    ),
    "accounts_damaged": Text(
        "The list of accounts cannot be read.", "De lijst met accounts is niet te lezen."
    ),
    "keyring": Text("Keyring", "Sleutelhanger"),
    "answers": Text("{name}, answers", "{name}, antwoordt"),
    "account": Text("Account {name}: {username} at {url}", "Account {name}: {username} bij {url}"),
    "community": Text("Community", "Community"),
    "reached": Text("answers ({title})", "antwoordt ({title})"),
    "proxy": Text("Proxy", "Proxy"),
    "proxy_none": Text("none", "geen"),
    "proxy_loopback": Text("not used for this computer itself", "niet gebruikt voor deze computer zelf"),
    "proxy_setting": Text("{address}, by the settings", "{address}, volgens de instellingen"),
    "proxy_environment": Text("{address}, by the environment", "{address}, volgens de omgeving"),
    "proxy_system": Text("{address}, by the system", "{address}, volgens het systeem"),
    "certificate": Text("Certificate", "Certificaat"),
    "certificate_none": Text("not used", "niet gebruikt"),
    "certificate_unknown": Text("not seen", "niet gezien"),
    "certificate_shown": Text(
        "{subject}, by {issuer}, until {expires}", "{subject}, door {issuer}, tot {expires}"
    ),
    "key": Text("Key", "Sleutel"),
    "key_environment": Text("from STAMTAFEL_KEY", "uit STAMTAFEL_KEY"),
    "key_keyring": Text("from the keyring", "uit de sleutelhanger"),
    "key_none": Text("none", "geen"),
    "key_accepted": Text("accepted", "geaccepteerd"),
    "cache": Text("Cache", "Cache"),
    "cache_none": Text("not there yet", "nog niet aanwezig"),
    "schema": Text("Schema", "Schema"),
    "schema_value": Text(
        "{schema} (this program: {schema_of_program})", "{schema} (dit programma: {schema_of_program})"
    ),
    "check_quick": Text("Quick check", "Snelle controle"),
    "check_full": Text("Full check", "Volledige controle"),
    "sound": Text("sound", "in orde"),
    "holds": Text(
        "{topics} topics, {posts} posts, {unread} unread, {members} people, {groups} groups; {megabytes} MB",
        "{topics} onderwerpen, {posts} bijdragen, {unread} ongelezen, {members} mensen, {groups} groepen; {megabytes} MB",
    ),
    "contents": Text("Contents", "Inhoud"),
    "images": Text("Pictures", "Afbeeldingen"),
    "images_value": Text(
        "{images} here ({megabytes} MB), {images_missing} wanted, {images_failed} failed and tried again later",
        "{images} hier ({megabytes} MB), {images_missing} gewenst, {images_failed} mislukt, later opnieuw",
    ),
    "to_index": Text("Waiting for the search index", "Wacht op de zoekindex"),
    "last_sync": Text("Last update", "Laatst bijgewerkt"),
    "never": Text("never", "nooit"),
    "budget": Text("Requests per minute", "Verzoeken per minuut"),
    "gap": Text("Missing", "Ontbreekt"),
    "gap_value": Text("between {older} and {newer}", "tussen {older} en {newer}"),
}
