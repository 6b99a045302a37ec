"""What the commands about sharing and the outbox say."""

from __future__ import annotations

from app.language import Text

NOT_IN_GROUP = Text("You are not in that group.", "Jij zit niet in die groep.")
CANNOT_WRITE_THERE = Text(
    "You may read in that group, not write.", "In die groep mag je lezen, niet schrijven."
)
TITLE_NEEDED = Text("Give a title.", "Geef een titel.")
IN_OUTBOX = Text("In the outbox as {id}: {title} → {group}", "In het uitvak als {id}: {title} → {group}")
FROM_CLOSED_GROUP = Text(
    "It holds text from the closed group {origin}, which others can read in {target}."
    " Not meant so? stamtafel outbox discard {id}",
    "Er staat tekst in uit de besloten groep {origin}, die anderen in {target} kunnen lezen."
    " Niet de bedoeling? stamtafel outbox discard {id}",
)

NO_SUCH_ITEM = Text(
    "That is not in the outbox. See: stamtafel outbox", "Dat ligt niet in het uitvak. Zie: stamtafel outbox"
)
ITEM_IS_OUT = Text(
    "It is on its way or has arrived, so this is no longer possible.",
    "Het is onderweg of aangekomen, dus dit kan niet meer.",
)
OUTBOX_NEEDS_YOU = Text(
    "{count} in the outbox need you. See: stamtafel outbox",
    "{count} in het uitvak vragen om jou. Zie: stamtafel outbox",
)

STATES = {
    "queued": Text("waits to be sent", "wacht op versturen"),
    "sending": Text("on its way", "onderweg"),
    "sent": Text("arrived", "aangekomen"),
    "unknown": Text(
        "not known whether it arrived; being looked up", "niet bekend of het aankwam; wordt opgezocht"
    ),
    "rejected": Text("came back", "kwam terug"),
    "discarded": Text("thrown away", "weggegooid"),
}
HELD = Text("held for you", "vastgehouden voor jou")
DEEDS = {
    "topic": Text("new topic", "nieuw onderwerp"),
    "reply": Text("reply", "antwoord"),
    "edit": Text("change", "wijziging"),
    "delete": Text("take back", "terughalen"),
    "like": Text("like", "waardering"),
    "unlike": Text("like taken back", "waardering teruggenomen"),
    "join": Text("join", "lid worden"),
    "leave": Text("leave", "groep verlaten"),
    "ask": Text("ask to join", "lidmaatschap vragen"),
}
REASONS = {
    "moderation": Text("A moderator looks at it first.", "Een moderator bekijkt het eerst."),
    "ambiguous": Text(
        "It may have arrived. Look in the community before you send it again.",
        "Het kan aangekomen zijn. Kijk in de community voor je het opnieuw verstuurt.",
    ),
    "audience": Text(
        "More people read along than when you wrote it.", "Er lezen meer mensen mee dan toen je het schreef."
    ),
    "group_left": Text("You are no longer in this group.", "Je zit niet meer in deze groep."),
    "denied": Text("You may not write there.", "Je mag daar niet schrijven."),
    "topic_gone": Text("The topic is gone.", "Het onderwerp is weg."),
    "parent_gone": Text("What you answered is gone.", "Waar je op antwoordde is weg."),
    "closed": Text("The topic no longer takes replies.", "Het onderwerp neemt geen antwoorden meer aan."),
    "moved": Text(
        "The topic is in another group now, with other readers.",
        "Het onderwerp staat nu in een andere groep, met andere lezers.",
    ),
    "gone": Text("It is no longer there.", "Het is er niet meer."),
    "edited_elsewhere": Text("Someone changed it meanwhile.", "Iemand heeft het intussen gewijzigd."),
    "refused": Text("The community did not accept it:", "De community nam het niet aan:"),
    "file_lost": Text("A file that goes with it is gone.", "Een bestand dat erbij hoort is weg."),
    "file_refused": Text("The community did not accept a file:", "De community nam een bestand niet aan:"),
}
JOINED_SINCE = Text("Joined since: {people}.", "Kwamen er sindsdien bij: {people}.")
