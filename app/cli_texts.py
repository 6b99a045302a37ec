"""What the command line says in more than one command, and about accounts, reading and upkeep."""

from __future__ import annotations

from app.language import Text

NO_ACCOUNT = Text(
    "No account yet. Add one with: stamtafel account add discourse https://...",
    "Nog geen account. Voeg er een toe met: stamtafel account add discourse https://...",
)
NO_SUCH_ACCOUNT = Text("There is no account with that name.", "Er is geen account met die naam.")
NO_SUCH_TOPIC = Text("That topic is not on this computer.", "Dat onderwerp staat niet op deze computer.")
NO_SUCH_VIEW = Text("There is no view or group with that name.", "Er is geen weergave of groep met die naam.")
NO_SUCH_SETTING = Text(
    "There is no such setting. See: stamtafel settings list",
    "Die instelling is er niet. Zie: stamtafel settings list",
)
INVALID_VALUE = Text(
    "That value does not fit. Possible: {possible}", "Die waarde past niet. Mogelijk: {possible}"
)
FILE_UNREADABLE = Text("The file cannot be read: {reason}", "Het bestand is niet te lezen: {reason}")
FILE_UNWRITABLE = Text("The file cannot be written: {reason}", "Het bestand is niet te schrijven: {reason}")

ACTIONS = {
    "hide": Text("hide", "verbergen"),
    "dim": Text("dim", "dimmen"),
    "highlight": Text("highlight", "uitlichten"),
    "read": Text("mark as read", "markeren als gelezen"),
    "keep": Text("keep", "houden"),
    "notify": Text("notify", "melden"),
}

NO_SUCH_GROUP = Text(
    "There is no group with that name here. See: stamtafel groups",
    "Er is hier geen groep met die naam. Zie: stamtafel groups",
)

ASK_KEY = Text("User API key of the community: ", "User-API-sleutel van de community: ")
KEY_NOT_KEPT = Text(
    "The key could not be put in the keyring. Set STAMTAFEL_KEY for each command.",
    "De sleutel kon niet in de sleutelhanger. Geef STAMTAFEL_KEY mee bij elke opdracht.",
)
ADDED = Text("Added: {name} ({username} at {url})", "Toegevoegd: {name} ({username} bij {url})")
REMOVED = Text("Removed from this computer: {name}", "Van deze computer gehaald: {name}")
UNSENT_GOES = Text(
    "This would be lost, for it was never sent: {count} drafts and other things in Drafts and Outbox. In the "
    "window you can write them to a file. To remove them too, type: {name}",
    "Dit gaat dan verloren, want het is nooit verstuurd: {count} concepten en andere dingen in Concepten en "
    "Uitvak. In het venster kun je ze naar een bestand schrijven. Ook weghalen? Typ dan: {name}",
)
NOT_REMOVED = Text("Nothing was removed.", "Er is niets weggehaald.")
CACHE_STAYED = Text(
    "The account is removed, but another program holds its cache. Close the window and remove: {folder}",
    "Het account is weg, maar een ander programma houdt de cache vast. Sluit het venster en haal weg: {folder}",
)
NOTHING = Text("Nothing here yet.", "Hier is nog niets.")
SYNCED = Text(
    "{posts_new} new, {posts_changed} changed, {posts_removed} gone, in {requests} requests and {seconds} s.",
    "{posts_new} nieuw, {posts_changed} gewijzigd, {posts_removed} weg, in {requests} verzoeken en {seconds} s.",
)
SYNCING = Text("{posts} contributions fetched ...", "{posts} bijdragen opgehaald ...")
INTERRUPTED = Text("Stopped. What was fetched is kept.", "Gestopt. Wat is opgehaald, is bewaard.")
REPAIRED = Text(
    "The file on this computer was damaged and has been repaired. What is missing is fetched again by a sync.",
    "Het bestand op deze computer was beschadigd en is hersteld. Wat ontbreekt, haalt een sync opnieuw op.",
)
CLOSED = Text("closed", "besloten")
REPLIES = Text("{count} replies", "{count} antwoorden")
ONE_REPLY = Text("1 reply", "1 antwoord")
ACCEPTED = Text("the answer that helped", "het antwoord dat hielp")
DEMO_STARTING = Text("Starting the demo community ...", "De voorbeeldcommunity start ...")
DEMO_PICTURE = Text("The window, as a picture: {path}", "Het venster, als plaatje: {path}")
NO_DISPLAY = Text(
    "There is no display here, so no window can open. The commands work without one; see: stamtafel --help",
    "Hier is geen beeldscherm, dus kan er geen venster open. De opdrachten werken zonder; zie: stamtafel --help",
)
WRONG_USAGE = Text("This command is not right: {message}", "Deze opdracht klopt niet: {message}")
SEE_HELP = Text("See: {program} --help", "Zie: {program} --help")

KINDS = {
    "question": Text("question", "vraag"),
    "experience": Text("experience", "ervaring"),
    "link": Text("link", "link"),
    "spotlight": Text("spotlight", "zonnetje"),
    "event": Text("event", "agenda"),
    "announcement": Text("announcement", "mededeling"),
    "discussion": Text("discussion", "gesprek"),
}
