"""The title coach's sentences, and the lists of words it knows."""

from __future__ import annotations

import re

from app.language import Language, Text

TEXTS: dict[str, Text] = {
    "empty": Text(
        "“{words}” does not say yet what it is about. Name the subject, and the right people will find it.",
        "‘{words}’ zegt nog niet waar het over gaat. Noem het onderwerp, dan vinden de juiste mensen het.",
    ),
    "short": Text(
        "A few more words help others see whether this is for them.",
        "Met een paar woorden meer zien anderen of dit iets voor hen is.",
    ),
    "long": Text(
        "This is a long title. The first {most} characters are read best; the rest can go in your text.",
        "Dit is een lange titel. De eerste {most} tekens worden het best gelezen; de rest kan in je tekst.",
    ),
    "question-mark": Text(
        "Ask it as a question: then others see that you would like an answer.",
        "Stel het als vraag: dan zien anderen dat je graag een antwoord wilt.",
    ),
    "question-mark-only": Text(
        "With a question mark, others see at once that you would like an answer.",
        "Met een vraagteken zien anderen meteen dat je graag een antwoord wilt.",
    ),
    "abbreviation": Text(
        "Not everyone knows “{words}”. Written in full, people from elsewhere can join in.",
        "Niet iedereen kent ‘{words}’. Voluit geschreven kunnen ook mensen van buiten meedoen.",
    ),
    "shouting": Text(
        "Ordinary letters read more calmly than capitals.",
        "Gewone letters lezen rustiger dan hoofdletters.",
    ),
    "shouting-marks": Text(
        "One mark at the end is enough, and reads more calmly.",
        "Eén leesteken aan het eind is genoeg, en leest rustiger.",
    ),
    "officialese": Text(
        "“{words}” sounds like a letter from an office. A plain word reads more easily.",
        "‘{words}’ klinkt als een ambtelijke brief. Een gewoon woord leest makkelijker.",
    ),
    "passive": Text(
        "Say who does it, for example “we”: that reads more easily.",
        "Zeg wie het doet, bijvoorbeeld ‘wij’: dat leest makkelijker.",
    ),
    "hard": Text(
        "Many long words together take time to read. A shorter word, such as for “{words}”, helps.",
        "Veel lange woorden bij elkaar lezen langzaam. Een korter woord, bijvoorbeeld voor ‘{words}’, helpt.",
    ),
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EMPTY = _words(
    "vraag vragen vraagje update updates belangrijk info informatie mededeling mededelingen help "
    "hulp gezocht gevraagd nodig let op oproep oproepje nieuws nieuwtje bericht berichtje hallo "
    "hoi test ter tip tips link linkje interessant leestip ervaring ervaringen delen idee ideeën "
    "aankondiging uitnodiging reminder herinnering probleem problemen een de het even korte "
    "snelle kleine aan allen iedereen voor jullie question questions quick short important "
    "information announcement announcements news message hello hi hey please needed wanted "
    "interesting fyi attention notice reading experience experiences sharing idea ideas "
    "invitation problem problems issue issues a an the for all everyone of new nieuwe some"
)
"""Words that name no subject: a title of these alone says nothing yet."""

FAMILIAR = _words(
    "NL EU VN UN US USA VS UK BE BV NV PDF FAQ ICT IT AI TV PC HR OK ID WC GPS SMS USB WIFI CV "
    "APP URL NS ANWB NOS KNMI RIVM GGD GGZ BTW MBO HBO VWO HAVO AOW BSN AVG GDPR CAO OV ZZP EHBO "
    "NAVO NATO COVID HTML CO2 CEO BBC NHS DIY AM PM VIP DNA LED QR ADHD LHBTI LGBT TIP DVD CD WK "
    "EK ATM PIN EUR CBS UNESCO UNICEF WHO MBA PHD LGBTQ ISO TL DR"
)
"""Abbreviations that people know without explanation, whatever their work."""

SHOUTED = _words(
    "HELP HULP LET NIET NIEUW NIEUWE BELANGRIJK URGENT SPOED VRAAG GRATIS NU GEEN ALLE WIE WAT "
    "HOE GRAAG STOP NOT NEW FREE NOW NEVER ALL MUST READ LEES UPDATE IMPORTANT PLEASE WARNING "
    "ATTENTION ANYONE WHAT HOW WHY ALTIJD ALWAYS NOOIT DRINGEND WEL ECHT REALLY VERY ZEER INFO "
    "ALLEEN ONLY"
)
"""Words that are written in capitals only to be louder."""

DOTTED: dict[str, str | None] = {
    "nav": "na", "mbt": "over", "tbv": "voor", "ivm": "vanwege", "dmv": "met", "tav": "over", "zsm": "snel",
    "ihkv": "voor", "ism": "samen met", "ipv": "in plaats van", "oa": "onder andere", "aub": "alsjeblieft",
    "svp": "alsjeblieft", "obv": "op basis van", "mn": "vooral", "tgv": "door", "tov": "vergeleken met",
    "ed": "en meer", "eg": "for example", "ie": "that is", "wrt": "about", "asap": "soon",
    "nvt": "niet van toepassing", "dd": "van", "iov": "namens", "olv": "onder leiding van", "cq": "of",
    "phd": None, "am": None, "pm": None,
}  # fmt: skip
"""Abbreviations with full stops, by their letters, and plain words for them; None where all know them."""


def _rules(*pairs: tuple[str, str | None]) -> tuple[tuple[re.Pattern[str], str | None], ...]:
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), plain) for pattern, plain in pairs)


OFFICIALESE: dict[Language, tuple[tuple[re.Pattern[str], str | None], ...]] = {
    "nl": _rules(
        (r"dient te", "moet"),
        (r"dienen te", "moeten"),
        (r"(?:middels|door middel van)", "met"),
        (r"(?:ten behoeve van|in het kader van)", "voor"),
        (r"(?:inzake|aangaande|omtrent|met betrekking tot|ten aanzien van)", "over"),
        (r"(?<!\bde )(?<!\bhet )betreffende", "over"),
        (r"naar aanleiding van", "na"),
        (r"teneinde", "om"),
        (r"alsmede", "en"),
        (r"(?:conform|ingevolge)", "volgens"),
        (r"uit hoofde van", "door"),
        (r"(?:derhalve|mitsdien)", "daarom"),
        (r"tevens", "ook"),
        (r"indien", "als"),
        (r"gaarne", "graag"),
        (r"reeds", "al"),
        (r"onderhavige", "deze"),
        (r"(?:voornoemde?|bovengenoemde?|bewerkstelligen|desbetreffende|verzoeke|hierbij deel ik)", None),
    ),
    "en": _rules(
        (r"(?:with regards? to|with respect to|in relation to|in respect of|concerning|regarding)", "about"),
        (r"(?:pursuant to|in accordance with)", "under"),
        (r"(?:in order to|so as to)", "to"),
        (r"(?:for the purposes? of|on account of)", "for"),
        (r"(?:utilisation|utilization) of", "use of"),
        (r"utili[sz]e", "use"),
        (r"utili[sz]ing", "using"),
        (r"prior to", "before"),
        (r"subsequent to", "after"),
        (r"by means of", "with"),
        (r"in lieu of", "instead of"),
        (r"notwithstanding", "despite"),
        (r"aforementioned", "this"),
        (r"commence", "start"),
        (r"commencement of", "start of"),
        (r"(?:hereby|herewith|thereof|heretofore|hereinafter)", None),
    ),
}
"""Words of office letters, and the plain word to put in their place; None where the sentence must change."""

PASSIVE: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\ber (?:wordt|worden|werd|werden)(?: \S+){0,8}? (?:\w*ge|be|ver|ont|her)\w{2,}(?:d|t|en)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:it (?:is|was)(?: hereby)? \w+ed that|(?:is|are)(?: hereby)? (?:requested|required|asked) to"
        r"|(?:is|are) to be \w+(?:ed|en))\b",
        re.IGNORECASE,
    ),
}
"""Sentences in which nobody does anything: "er wordt ... gevraagd", "it is requested"."""

FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    "nl": _words(
        "de het een en van voor met op naar bij uit aan om te ten ter dat die dit deze wie wat "
        "waar hoe waarom wanneer welke heeft hebben kan kunnen moet moeten wil wordt worden zijn "
        "niet geen ook maar als dan nog iemand jullie jij je jouw wij ons onze mijn ik hij zij "
        "er door tussen tegen zonder omgaan"
    ),
    "en": _words(
        "the a an and for with to from by on at as or but if this that these those who what "
        "where how why when which has have can could should must will would is are were be been "
        "not no also then yet anyone someone you your our my they them there between against "
        "without about do does did i it"
    ),
}
"""The little words that give a language away. Words of both languages (in, over, of, we, was) stay out."""

SPELLINGS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"ij|aa|uu|oe\w|eu|sch|cht|[ëéèêï]|tie\b|heid\b|ingen\b|[^s]en\b"),
    "en": re.compile(r"th|tion|sh|ck|ght|wh|ea|ould|y\b"),
}
"""Letters that are frequent in one language and rare in the other, for titles without little words."""
