"""What the commands about groups and their readers say."""

from __future__ import annotations

from app.language import Text

# The member is not counted: they are the others who can read it.
READERS_OPEN = Text("Open. Readers: {who}.", "Open. Meelezers: {who}.")
READERS_CLOSED = Text("Closed. Readers: {who}.", "Besloten. Meelezers: {who}.")
READERS_IN = Text("{others} in {organisations}", "{others} uit {organisations}")
AT_LEAST = Text("at least {who}", "minstens {who}")
NOBODY_ELSE = Text("nobody else", "niemand anders")
ONE_OTHER, OTHERS = Text("1 other", "1 ander"), Text("{count} others", "{count} anderen")
ONE_ORGANISATION = Text("1 organisation", "1 organisatie")
ORGANISATIONS = Text("{count} organisations", "{count} organisaties")
ONE_MEMBER, MEMBERS = Text("1 member", "1 lid"), Text("{count} members", "{count} leden")
READERS_UNKNOWN_OPEN = Text(
    "Open: the whole community can read it.", "Open: de hele community kan het lezen."
)
READERS_UNKNOWN_CLOSED = Text(
    "Closed: who reads along is not known on this computer yet.",
    "Besloten: wie meeleest is op deze computer nog niet bekend.",
)
LIST_OF = Text("List of {when}. You are not counted.", "Lijst van {when}. Jij bent niet meegeteld.")
LIST_COMES_WITH_SYNC = Text(
    "Their names come with a round: stamtafel sync", "De namen komen mee met een ronde: stamtafel sync"
)
LIST_IS_FOR_MEMBERS = Text(
    "You are not in this group. Who reads along is told to its members only.",
    "Jij zit niet in deze groep. Wie meeleest, horen alleen de leden.",
)
TEAM = Text("Community team, manages the group", "Communityteam, beheert de groep")
NO_ORGANISATION = Text("Organisation not known", "Organisatie onbekend")
READS_BY_PARENT = Text("through the group above it", "via de groep erboven")
READER_NEW = Text("new since you last looked", "nieuw sinds je laatst keek")
GROUP_STATES = {
    "member": Text("member", "lid"),
    "open": Text("open to join", "je kunt lid worden"),
    "asks": Text("you can ask to join", "je kunt toegang vragen"),
    "asked": Text("asked to join", "toegang gevraagd"),
    "joining": Text("joining waits to be sent", "lid worden wacht op versturen"),
    "leaving": Text("leaving waits to be sent", "verlaten wacht op versturen"),
}
GROUP_VISITED = Text("last visit {when}", "laatst bezocht {when}")
