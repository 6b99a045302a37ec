"""What the command line says, in Dutch and English."""

from __future__ import annotations

from app.language import Text

ABOUT = Text(
    "A calm client for your professional community. Without a command it opens the window.",
    "Een rustig programma voor je vakcommunity. Zonder opdracht opent het venster.",
)
EXIT_STATUS = Text(
    "Exit status: 0 done, 2 wrong usage, 3 community not reached, 4 sign-in needed, "
    "5 cache or outbox needs attention, 1 anything else.",
    "Afsluitcode: 0 klaar, 2 verkeerd gebruik, 3 community niet bereikt, 4 aanmelden nodig, "
    "5 cache of uitvak vraagt aandacht, 1 al het andere.",
)

OPTIONS = {
    "profile": Text(
        "keep everything (cache, settings, log) under DIR",
        "bewaar alles (cache, instellingen, log) onder DIR",
    ),
    "json": Text("write the result as one JSON document", "schrijf de uitkomst als één JSON-document"),
    "full": Text(
        "check every page and index of the cache; takes longer",
        "controleer elke pagina en index van de cache; duurt langer",
    ),
    "account": Text("the account to use; the first one otherwise", "het account; anders het eerste"),
    "version": Text("show the version", "toon de versie"),
    "help": Text("show this help", "toon deze hulp"),
    "port": Text("port on this computer; 0 takes a free one", "poort op deze computer; 0 kiest een vrije"),
    "seed": Text("the same seed gives the same community", "hetzelfde getal geeft dezelfde community"),
    "topics": Text("add made-up topics until there are N", "vul aan met verzonnen onderwerpen tot er N zijn"),
    "requests_per_minute": Text(
        "requests a member may make per minute; 0 is no limit",
        "verzoeken per lid per minuut; 0 is geen grens",
    ),
    "faults": Text("JSON file with the faults to show", "JSON-bestand met de storingen die je wilt zien"),
    "no_window": Text(
        "no window: fetch, print the timeline and draw the window as PNG",
        "geen venster: haal op, print de tijdlijn en teken het venster als PNG",
    ),
    "view": Text(
        "timeline, questions, saved, the name of a group or of a view of your own",
        "timeline, questions, saved, de naam van een groep of van een eigen weergave",
    ),
    "limit": Text("at most N rows", "hooguit N regels"),
    "all": Text("also what rules hide", "ook wat regels verbergen"),
    "topic": Text("the number of a topic", "het nummer van een onderwerp"),
    "query": Text(
        'words, a "phrase in quotes", or fields such as kind:question',
        'woorden, een "stuk tekst tussen aanhalingstekens", of velden zoals soort:vraag',
    ),
    "kind": Text("kind of community", "soort community"),
    "url": Text("address of the community", "adres van de community"),
    "name": Text("the name", "de naam"),
    "text": Text("the text of a rule, as in search", "de tekst van een regel, zoals bij zoeken"),
    "when": Text("which topics: a text as in search", "welke onderwerpen: een tekst zoals bij zoeken"),
    "action": Text("what the rule does with them", "wat de regel ermee doet"),
    "until": Text("the last day of the rule, as 2026-01-31", "de laatste dag van de regel, zoals 2026-01-31"),
    "note": Text("why the rule is there", "waarom de regel er is"),
    "file": Text("a JSON file, or - for this screen", "een JSON-bestand, of - voor dit scherm"),
    "take": Text(
        "for conflicts: keep what you have (mine), take the file's, or have both",
        "bij conflicten: houd wat je hebt (mine), neem die van het bestand (theirs), of beide (both)",
    ),
    "dry_run": Text("only tell what would happen", "vertel alleen wat er zou gebeuren"),
    "pack": Text(
        "make it a pack with this name, to share", "maak er een pakket van met deze naam, om te delen"
    ),
    "by": Text("who made the pack", "wie het pakket maakte"),
    "about": Text("what the pack is for", "waar het pakket voor is"),
    "title": Text("the title", "de titel"),
    "share_text": Text(
        "file with the text, or - for standard input; without it the title is the text",
        "bestand met de tekst, of - voor de standaardinvoer; zonder is de titel ook de tekst",
    ),
    "group": Text("short name, name or number of a group", "korte naam, naam of nummer van een groep"),
    "share_kind": Text("kind of contribution", "soort bijdrage"),
    "tag": Text("a label; may be given more than once", "een label; mag vaker"),
    "item": Text("the number in the outbox", "het nummer in het uitvak"),
    "folder": Text("folder for the pictures", "map voor de plaatjes"),
    "theme": Text("only this theme", "alleen dit thema"),
    "language": Text("only this language", "alleen deze taal"),
    "key": Text("name of the setting", "naam van de instelling"),
    "value": Text("new value", "nieuwe waarde"),
}

COMMANDS = {
    "demo": Text(
        "open the window on the built-in demo community",
        "open het venster op de ingebouwde voorbeeldcommunity",
    ),
    "demo-server": Text(
        "serve the demo community on this computer", "bied de voorbeeldcommunity aan op deze computer"
    ),
    "account": Text("add, list or remove accounts", "voeg accounts toe, toon ze of haal ze weg"),
    "account add": Text(
        "add an account; the key comes from STAMTAFEL_KEY, the keyring or a question",
        "voeg een account toe; de sleutel komt uit STAMTAFEL_KEY, de sleutelhanger of een vraag",
    ),
    "account list": Text("list the accounts", "toon de accounts"),
    "account remove": Text(
        "remove an account, its key and its cache from this computer",
        "haal een account, de sleutel en de cache van deze computer",
    ),
    "sync": Text("fetch what is new, one full round", "haal op wat nieuw is, één volle ronde"),
    "timeline": Text("the timeline, newest first", "de tijdlijn, nieuwste eerst"),
    "show": Text("a topic with its replies", "een onderwerp met de antwoorden"),
    "search": Text("search everything on this computer", "zoek in alles op deze computer"),
    "groups": Text("the groups, your own first", "de groepen, je eigen groepen eerst"),
    "audience": Text("who reads along in a group", "wie er meeleest in een groep"),
    "rules": Text("the rules of your timeline", "de regels van je tijdlijn"),
    "rules list": Text(
        "all rules, in the order in which they decide", "alle regels, in de volgorde waarin ze beslissen"
    ),
    "rules check": Text(
        "whether a text can be a rule, and how it is written",
        "of een tekst een regel kan zijn, en hoe je hem schrijft",
    ),
    "rules preview": Text("what a rule would change", "wat een regel zou veranderen"),
    "rules add": Text("add a rule at the end", "voeg onderaan een regel toe"),
    "rules remove": Text("take a rule away", "haal een regel weg"),
    "rules import": Text(
        "take in rules and views: from Stamtafel, Mastodon filters, or what you muted in Discourse",
        "neem regels en weergaven over: van Stamtafel, Mastodon-filters, of wat je in Discourse dempte",
    ),
    "rules export": Text(
        "write all rules and views to a file", "schrijf alle regels en weergaven naar een bestand"
    ),
    "share": Text(
        "put a new topic in the outbox; a sync sends it",
        "leg een nieuw onderwerp in het uitvak; een sync verstuurt het",
    ),
    "outbox": Text("what waits to be sent, or came back", "wat wacht op versturen, of terugkwam"),
    "outbox list": Text("everything in the outbox", "alles in het uitvak"),
    "outbox retry": Text(
        "try again with the next sync, also what was held back",
        "probeer het opnieuw bij de volgende sync, ook wat vastgehouden werd",
    ),
    "outbox discard": Text("throw it away", "gooi het weg"),
    "doctor": Text(
        "the state of everything IT asks about, without secrets",
        "de staat van alles waar IT naar vraagt, zonder geheimen",
    ),
    "pictures": Text(
        "draw every screen as PNG from the demo community",
        "teken elk scherm als PNG uit de voorbeeldcommunity",
    ),
    "settings": Text("list, read or change settings", "toon, lees of wijzig instellingen"),
    "settings list": Text("all settings with their value", "alle instellingen met hun waarde"),
    "settings get": Text("the value of a setting", "de waarde van een instelling"),
    "settings set": Text("change a setting", "wijzig een instelling"),
}

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
NO_SUCH_RULE = Text(
    "There is no such rule. See: stamtafel rules list", "Die regel is er niet. Zie: stamtafel rules list"
)
RULE_NAME_TAKEN = Text("There is already a rule with this name.", "Er is al een regel met deze naam.")
RULE_NAME_UNFIT = Text(
    "The name must be one line of at most {most} characters that can all be seen.",
    "De naam moet één regel zijn van hooguit {most} tekens die je allemaal kunt zien.",
)
NOT_A_DAY = Text("That is no day. Write it as 2026-01-31.", "Dat is geen dag. Schrijf hem als 2026-01-31.")
RULE_ADDED = Text("Added: {name}: {when} → {action}", "Toegevoegd: {name}: {when} → {action}")
RULE_REMOVED = Text("Removed: {name}", "Weggehaald: {name}")
RULE_HIDES_MUCH = Text(
    "Mind: this rule hides {percent}% of the last 30 days. To undo it: stamtafel rules remove {name}",
    "Let op: deze regel verbergt {percent}% van de laatste 30 dagen. Terugdraaien: stamtafel rules remove {name}",
)
RULE_OFF = Text("off", "uit")
RULE_UNREADABLE = Text("cannot be read, so it is off", "niet te lezen, dus uit")
RULE_UNTIL = Text("until {moment}", "tot {moment}")
RULES_IMPORTED = Text("{added} added, {replaced} replaced.", "{added} toegevoegd, {replaced} vervangen.")
RULES_NOT_IMPORTED = Text(
    "Nothing was changed. Leave out --dry-run to import.",
    "Er is niets veranderd. Zonder --dry-run importeer je.",
)
RULES_EXPORTED = Text(
    "{rules} rules and {views} views written to {file}",
    "{rules} regels en {views} weergaven geschreven in {file}",
)
FILE_UNREADABLE = Text("The file cannot be read: {reason}", "Het bestand is niet te lezen: {reason}")
FILE_UNWRITABLE = Text("The file cannot be written: {reason}", "Het bestand is niet te schrijven: {reason}")
PERIOD = Text(
    "last {days} days: about {touched} topics; {hidden} disappear, {shown} appear",
    "laatste {days} dagen: gaat over {touched} onderwerpen; {hidden} verdwijnen, {shown} verschijnen",
)

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
UNREAD = Text("unread", "ongelezen")
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

# The words that Python's argparse puts in a help text or an error itself.
ARGPARSE_DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "gegevens",
    "options": "opties",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet (kies uit %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r is geen %(type)s",
    "expected one argument": "hier hoort iets achter",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan meer betekenen: %(matches)s",
}

# What the doctor says: a heading or a name for a fact, and the words for what it found.
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
