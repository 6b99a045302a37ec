"""What the help of the command line says: about the program, its commands and their options."""

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
