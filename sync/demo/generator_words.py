"""Word lists and sentence patterns of the generator: Dutch as communication professionals write it."""

from __future__ import annotations

import random

FIRST_NAMES = [
    "Anouk",
    "Bas",
    "Carmen",
    "Daan",
    "Eline",
    "Farid",
    "Greetje",
    "Hassan",
    "Ilse",
    "Jeroen",
    "Karima",
    "Lars",
    "Maaike",
    "Naomi",
    "Oscar",
    "Petra",
    "Quinten",
    "Ruud",
    "Samira",
    "Thijs",
    "Ursula",
    "Vincent",
    "Wendy",
    "Xander",
    "Yara",
    "Zoë",
    "Bram",
    "Chantal",
    "Dewi",
    "Emre",
    "Floor",
    "Gijs",
    "Hanneke",
    "Imane",
    "Joost",
    "Kees",
    "Lotte",
    "Mees",
    "Nienke",
    "Omar",
    "Pim",
    "Roos",
    "Sven",
    "Tessa",
    "Wouter",
    "Aicha",
    "Boris",
    "Cato",
    "Dirk",
    "Esther",
]
LAST_NAMES = [
    "Jansen",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Dekker",
    "Dijkstra",
    "Kok",
    "Jacobs",
    "Haan",
    "Vermeulen",
    "Schouten",
    "Willems",
    "Hoekstra",
    "Koster",
    "Prins",
    "Huisman",
    "Postma",
    "Kuiper",
    "Kramer",
    "Scholten",
    "Veenstra",
    "Yilmaz",
    "El Amrani",
    "Bouzid",
    "Kaya",
    "Ramdin",
    "Santos",
    "Wolters",
    "Groen",
    "Molenaar",
    "Timmerman",
    "Sanders",
    "Brouwer",
    "Gerritsen",
]
JOB_TITLES = (
    "Communicatieadviseur",
    "Senior communicatieadviseur",
    "Woordvoerder",
    "Redacteur intranet",
    "Webredacteur",
    "Strategisch communicatieadviseur",
    "Adviseur interne communicatie",
    "Campagneleider",
    "Contentmaker",
    "Adviseur participatie",
    "Online adviseur",
    "Coördinator publieksvoorlichting",
)
TAGS = (
    "intranet",
    "campagne",
    "participatie",
    "toegankelijkheid",
    "b1",
    "crisis",
    "sociale-media",
    "onderzoek",
)
KINDS = {
    "question": 34,
    "experience": 22,
    "link": 14,
    "announcement": 12,
    "discussion": 10,
    "spotlight": 8,
}
_THINGS = [
    "de nieuwsbrief",
    "het intranet",
    "de jaarlijkse campagne",
    "een webinar voor gemeenten",
    "de woonbrief",
    "een participatietraject",
    "de huisstijl",
    "een persbericht",
    "de beeldbank",
    "een podcastreeks",
    "het jaarverslag",
    "de bewonersavond",
    "een uitlegvideo",
    "de zoekfunctie",
    "het crisisdraaiboek",
    "een Q&A over stikstofbeleid",
    "de toespraak van de bewindspersoon",
    "een praatplaat",
    "het onboardingprogramma",
    "een inwonerspanel",
    "de Woo-pagina",
    "de chatbot",
    "een informatiepunt",
    "het klimaatakkoord",
    "de vertaling naar klare taal",
    "een medewerkersonderzoek",
]
_AUDIENCES = [
    "jongeren",
    "ouderen",
    "ondernemers",
    "collega's in de uitvoering",
    "laaggeletterde inwoners",
    "gemeenten",
    "de Kamer",
    "journalisten",
    "nieuwe medewerkers",
    "mensen met een beperking",
    "inwoners van de regio",
    "managers",
    "vrijwilligers",
]
_AIMS = [
    "beter te bereiken",
    "mee te laten denken",
    "op tijd te informeren",
    "niet te overvragen",
    "serieus te nemen",
    "enthousiast te maken",
    "gerust te stellen",
    "de weg te wijzen",
    "vooraf te betrekken",
]
_SYSTEMS = [
    "het intranet",
    "de beeldbank",
    "de zoekfunctie",
    "de chatbot",
    "het samenwerkplatform",
    "de nieuwsbriefmodule",
    "het redactiesysteem",
    "de formulierenmotor",
    "het abonneeportaal",
    "de vertaaldienst",
    "de statistiekenpagina",
]
_PLACES = [
    "Den Haag",
    "Utrecht",
    "Apeldoorn",
    "Zwolle",
    "Groningen",
    "Arnhem",
    "Lelystad",
    "Assen",
    "Middelburg",
    "Maastricht",
]
_TITLES = {
    "question": (
        "Hoe pak jij {thing} aan voor {audience}?",
        "Wie heeft een goed voorbeeld van {thing}?",
        "Wat werkt bij jullie om {audience} {aim}?",
        "Heeft iemand ervaring met {thing} in {place}?",
        "Welke valkuilen zien jullie bij {thing}?",
    ),
    "experience": (
        "Wat wij leerden van {thing} voor {audience}",
        "Zo lukte het ons om {audience} {aim}",
        "Drie lessen na een jaar {thing}",
        "Van mislukt naar bruikbaar: {thing} opnieuw bekeken",
    ),
    "link": (
        "Handige pagina over {thing}",
        "Leestip: {audience} {aim} begint met luisteren",
        "Nieuw onderzoek over {thing} en {audience}",
    ),
    "announcement": (
        "Let op: onderhoud aan {system} op donderdagavond",
        "Vanaf volgende maand nieuwe afspraken over {system}",
        "Inschrijving geopend: bijeenkomst over {thing} in {place}",
        "Herinnering: lever je kopij voor {thing} op tijd in",
    ),
    "discussion": (
        "Moeten we stoppen met {thing}?",
        "Is {thing} nog van deze tijd voor {audience}?",
        "Stelling: {thing} hoort bij de vakafdeling",
    ),
    "spotlight": (
        "Applaus voor de collega's achter {thing}",
        "In het zonnetje: het team dat {audience} wist {aim}",
    ),
}
_OPENINGS = {
    "question": (
        "Wij werken aan {thing} en lopen vast op de vraag hoe we {audience} kunnen helpen."
        " Vorige keer kwam er weinig reactie.",
        "Volgende maand moet {thing} klaar zijn. De opdrachtgever wil snelheid, ik wil graag"
        " eerst {audience} spreken.",
        "Ik zoek praktijkvoorbeelden. Het gaat om {thing}, vooral bedoeld voor {audience}.",
    ),
    "experience": (
        "Het afgelopen half jaar hebben we {thing} helemaal anders aangepakt. De kern: eerst"
        " vragen, dan pas maken.",
        "In {place} probeerden we iets nieuws. We lieten {audience} zelf meeschrijven, en dat"
        " scheelde twee rondes correctie.",
    ),
    "link": (
        "Deze pagina kwam ik tegen bij het voorbereiden van"
        " {thing}:\n\nhttps://www.communicatierijk.nl/vakkennis/{slug}",
        "Kort en goed leesbaar, zeker als je voor {audience}"
        " schrijft:\n\nhttps://www.gebruikercentraal.nl/{slug}",
    ),
    "announcement": (
        "Door onderhoud is {system} donderdag tussen 18.00 en 22.00 uur niet bereikbaar.",
        "De afspraken over {system} zijn vastgesteld. Je vindt ze op het samenwerkplatform.",
        "We praten een middag door over {thing}. Er zijn dertig plaatsen, met koffie en een broodje.",
        "Kopij ontvangen we graag vóór vrijdag twaalf uur. Later kan, maar dan schuift het een nummer door.",
    ),
    "discussion": (
        "Bij de laatste evaluatie bleek dat {audience} er nauwelijks iets van merkt. Waarom gaan"
        " we er dan mee door?",
        "Ik hoor graag ook het tegengeluid. Mijn ervaring met {thing} in {place} is in elk geval gemengd.",
    ),
    "spotlight": (
        "Zonder veel ophef hebben collega's {thing} neergezet. De reacties van {audience} spreken boekdelen.",
        "Kijk eens wat dit team in {place} voor elkaar kreeg. Dat verdient een podium.",
    ),
}
_MORE = (
    "We hebben daarvoor drie gesprekken gevoerd en een korte vragenlijst uitgezet.",
    "De doorlooptijd was zes weken, inclusief akkoord van de directie.",
    "Achteraf had ik eerder contact gezocht met het klantcontactcentrum.",
    "Het budget was klein, dus we hebben veel zelf gemaakt.",
    "Vooral de toon was lastig: niet te ambtelijk, niet te vrolijk.",
    "Wat hielp: elke week een half uur samen schrijven, met de jurist erbij.",
    "De cijfers: 42% opende het bericht, 9% klikte door en 31 mensen reageerden.",
    "Voor de toegankelijkheid hebben we alles door twee ervaringsdeskundigen laten lezen.",
    "Ik deel de planning en het sjabloon graag, stuur me gerust een bericht.",
    "We twijfelen nog over het kanaal: een brief, een bijeenkomst of toch een filmpje.",
    "- begin met één heldere vraag\n- kies daarna pas het middel\n- spreek af wie antwoord geeft",
    "> De eerste zin bepaalt of iemand doorleest.\n\nDat bleek hier weer.",
)
_REPLIES = {
    "any": (
        "Herkenbaar. Bij ons speelde hetzelfde met {thing}.",
        "Dank voor het delen, dit neem ik mee naar mijn team.",
        "Heb je ook gekeken wat {audience} er zelf van vinden?",
        "Mooi! Is er een versie die we mogen hergebruiken?",
        "Wij deden dit in {place} met een klein groepje {audience}. Dat gaf meer op dan een grote enquête.",
        "Ik zou het kleiner maken: eerst proberen op één plek, dan pas breed.",
        "Tip: betrek de jurist vanaf het begin, dat scheelt een ronde.",
        "Goed punt. Ik sluit graag een keer aan, dinsdag of donderdag kan ik.",
        "Bij ons staat er een korte handleiding over {thing}, ik zoek hem op.",
        "Eens, al zou ik {thing} niet helemaal loslaten.",
    ),
    "question": (
        "Wat bij ons werkte: drie mensen uit de doelgroep bellen en hun woorden letterlijk overnemen.",
        "Kijk eens naar het sjabloon van de Rijksbrede werkgroep, daar staat een stappenplan in.",
        "Wij hebben {thing} vorig jaar herschreven op B1. Ik stuur je de voor- en naversie.",
        "Mijn advies: begin bij {audience} en werk terug naar het middel.",
    ),
    "spotlight": ("Terecht! Gefeliciteerd allemaal.", "Wat een mooi resultaat, petje af.", "Verdiend :clap:"),
}


class Subject:
    """One subject (thing, audience, aim, place) so that a title and its posts talk about the same."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._variant = dice.randrange(60)
        self._words = {
            "thing": dice.choice(_THINGS),
            "system": dice.choice(_SYSTEMS),
            "audience": dice.choice(_AUDIENCES),
            "aim": dice.choice(_AIMS),
            "place": dice.choice(_PLACES),
        }
        self._words["slug"] = self._words["thing"].lower().replace(" ", "-").replace("&", "en")

    def title(self, kind: str) -> str:
        """A title of this kind about the subject."""
        return self._variant_of(_TITLES[kind])

    def opening(self, kind: str) -> str:
        """The first post: an opening and some paragraphs."""
        more = self._dice.sample(_MORE, self._dice.randrange(1, 4))
        return "\n\n".join([self._variant_of(_OPENINGS[kind]), *more])

    def reply(self, kind: str) -> str:
        """A reply, now and then with a second paragraph."""
        text = self._say((*_REPLIES["any"], *_REPLIES.get(kind, ())))
        return f"{text}\n\n{self._dice.choice(_MORE)}" if self._dice.random() < 0.35 else text

    def _variant_of(self, patterns: tuple[str, ...]) -> str:
        """Titles and openings of announcements stand in the same order, so that they are about the same."""
        return patterns[self._variant % len(patterns)].format(**self._words)

    def _say(self, patterns: tuple[str, ...]) -> str:
        return self._dice.choice(patterns).format(**self._words)
