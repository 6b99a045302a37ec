"""The sentences for what can go wrong, for the window and the command line alike.

Each error of ``sync.errors`` has a title and a text in plain words: what happened, what was kept, what to do.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.language import Language, Text
from sync import errors

_KEPT = Text("Everything you had is kept.", "Alles wat je had is bewaard.")


class Sentence(NamedTuple):
    """A short title, a text below it, and facts for who wants details. All plain text."""

    title: str
    text: str
    details: str


_SENTENCES: dict[type[errors.StamtafelError], tuple[Text, Text]] = {
    errors.SignInNeeded: (
        Text("Sign in again", "Meld je opnieuw aan"),
        Text(
            "The community no longer accepts this key, or there is none. You can go on reading what is here.",
            "De community accepteert deze sleutel niet meer, of er is er geen. Wat hier staat kun je blijven lezen.",
        ),
    ),
    errors.AccessDenied: (
        Text("This is not open to you", "Hier mag je niet bij"),
        Text(
            "The community says that you may not see this. Perhaps you left the group, or it was closed.",
            "De community zegt dat je dit niet mag zien. Misschien ben je uit de groep, of is die besloten.",
        ),
    ),
    errors.NotFound: (
        Text("It is no longer there", "Dit is er niet meer"),
        Text(
            "The community cannot find it. It may have been moved or removed.",
            "De community kan dit niet vinden. Het is misschien verplaatst of weggehaald.",
        ),
    ),
    errors.Rejected: (
        Text("The community did not accept it", "De community nam dit niet aan"),
        Text(
            "Your text is kept. The community gives a reason.",
            "Je tekst is bewaard. De community geeft een reden.",
        ),
    ),
    errors.NotACommunity: (
        Text("No community at this address", "Geen community op dit adres"),
        Text(
            "The address answers, but not as a community that Stamtafel knows. Check the address.",
            "Het adres antwoordt, maar niet als een community die Stamtafel kent. Kijk het adres na.",
        ),
    ),
    errors.PlainHttpRefused: (
        Text("This address is not secure", "Dit adres is niet veilig"),
        Text(
            "Stamtafel only connects to addresses that start with https.",
            "Stamtafel maakt alleen verbinding met adressen die met https beginnen.",
        ),
    ),
    errors.Unreachable: (
        Text("The community cannot be reached", "De community is niet bereikbaar"),
        Text(
            "There is no connection, or the address is not known. Stamtafel tries again by itself.",
            "Er is geen verbinding, of het adres is niet bekend. Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.CertificateRejected: (
        Text("The connection is not trusted", "De verbinding is niet te vertrouwen"),
        Text(
            "This computer does not know the certificate. Nothing was sent. IT can help; Stamtafel never skips this.",
            "Deze computer kent het certificaat niet. Er is niets verstuurd. IT kan helpen; "
            "Stamtafel slaat dit nooit over.",
        ),
    ),
    errors.ProxyFailed: (
        Text("The proxy does not let us through", "De proxy laat ons niet door"),
        Text(
            "The proxy of your organisation refused or asks you to sign in. Check the proxy in the settings.",
            "De proxy van je organisatie weigert of vraagt om aanmelden. Kijk de proxy na bij de instellingen.",
        ),
    ),
    errors.InterceptedAnswer: (
        Text("The community does not answer as expected", "De community antwoordt niet zoals verwacht"),
        Text(
            "We got a web page, perhaps a sign-in page, instead of contributions. Stamtafel tries again by itself.",
            "We kregen een webpagina, misschien een inlogpagina, in plaats van bijdragen. "
            "Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.TimedOut: (
        Text("The community is too slow", "De community is te traag"),
        Text(
            "The answer took more than half a minute. Stamtafel tries again by itself.",
            "Het antwoord duurde langer dan een halve minuut. Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.ConnectionLost: (
        Text("The connection broke", "De verbinding viel weg"),
        Text(
            "The answer was cut off half way. Stamtafel tries again by itself.",
            "Het antwoord brak halverwege af. Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.TooManyRequests: (
        Text("The community asks us to wait", "De community vraagt ons te wachten"),
        Text(
            "We asked a lot in a short time. Stamtafel goes on by itself in {retry_after} seconds.",
            "We vroegen veel in korte tijd. Stamtafel gaat over {retry_after} seconden vanzelf verder.",
        ),
    ),
    errors.ServerFailed: (
        Text("The community has a fault", "De community heeft een storing"),
        Text(
            "The fault is on the other side. Stamtafel tries again by itself.",
            "De fout zit aan de andere kant. Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.UnreadableAnswer: (
        Text("The answer cannot be read", "Het antwoord is niet te lezen"),
        Text(
            "The community sent something that is incomplete or wrong. Stamtafel tries again by itself.",
            "De community stuurde iets dat niet compleet of niet goed is. Stamtafel probeert het vanzelf opnieuw.",
        ),
    ),
    errors.AnswerTooLarge: (
        Text("The answer is too large", "Het antwoord is te groot"),
        Text(
            "The community sent more than Stamtafel takes in at once, so we stopped reading.",
            "De community stuurde meer dan Stamtafel in één keer aanneemt. We zijn gestopt met lezen.",
        ),
    ),
    errors.CacheDamaged: (
        Text("The file on this computer is damaged", "Het bestand op deze computer is beschadigd"),
        Text(
            "Stamtafel can fetch all contributions again. What you read, saved or wrote is kept as far as possible.",
            "Stamtafel kan alle bijdragen opnieuw ophalen. Wat je las, bewaarde of schreef blijft zo veel mogelijk.",
        ),
    ),
    errors.CacheFromNewerVersion: (
        Text("This profile belongs to a newer Stamtafel", "Dit profiel hoort bij een nieuwere Stamtafel"),
        Text(
            "We changed nothing. Open it with the newer version, or choose another profile.",
            "We hebben niets veranderd. Open het met de nieuwere versie, of kies een ander profiel.",
        ),
    ),
    errors.CacheOnNetworkPath: (
        Text("The profile is on a network drive", "Het profiel staat op een netwerkschijf"),
        Text(
            "The cache would break there. Choose a folder on this computer. Nothing was written.",
            "Daar zou het bestand stukgaan. Kies een map op deze computer. Er is niets geschreven.",
        ),
    ),
    errors.CacheInUse: (
        Text("Stamtafel is already open", "Stamtafel is al open"),
        Text("Go on in the window that is open.", "Ga verder in het venster dat open is."),
    ),
    errors.DiskFull: (
        Text("The disk is full", "De schijf is vol"),
        Text(
            "There is no room to keep new contributions. Make some room; Stamtafel then goes on by itself.",
            "Er is geen ruimte om nieuwe bijdragen te bewaren. Maak ruimte; Stamtafel gaat dan vanzelf verder.",
        ),
    ),
    errors.CacheUnwritable: (
        Text("Stamtafel cannot write here", "Stamtafel kan hier niet schrijven"),
        Text(
            "The folder of your profile is not writable for you. IT can help, or choose another profile.",
            "De map van je profiel is voor jou niet beschrijfbaar. IT kan helpen, of kies een ander profiel.",
        ),
    ),
    errors.KeyringUnavailable: (
        Text("This computer has no keyring", "Deze computer heeft geen sleutelhanger"),
        Text(
            "Stamtafel never writes a key to disk. Without a keyring you sign in each time you start it.",
            "Stamtafel zet een sleutel nooit op de schijf. Zonder sleutelhanger meld je je bij elke start aan.",
        ),
    ),
    errors.KeyringLocked: (
        Text("The keyring is locked", "De sleutelhanger is op slot"),
        Text(
            "You can read what is here. Unlock the keyring to fetch new contributions.",
            "Wat hier staat kun je lezen. Maak de sleutelhanger open om nieuwe bijdragen op te halen.",
        ),
    ),
    errors.Stopped: (
        Text("Stopped", "Gestopt"),
        Text(
            "Fetching was stopped. It goes on from here next time.",
            "Ophalen is gestopt. Het gaat hier weer verder.",
        ),
    ),
}

Note = Literal["repairing", "unheard", "session-key", "key-refused", "key-unreadable"]

_NOTES: dict[Note, tuple[Text, Text]] = {
    "repairing": (
        Text("Your file was damaged", "Je bestand was beschadigd"),
        Text(
            "We are putting it in order again. What you read and saved stays.",
            "We zetten het weer in orde. Wat je las en bewaarde blijft.",
        ),
    ),
    "unheard": (
        Text("Stamtafel is open, but does not answer", "Stamtafel is al open, maar reageert niet"),
        Text(
            "Perhaps it is still closing. Wait a moment and try again. Does it stay like this? Then end the other "
            "Stamtafel first. What you read and wrote is kept.",
            "Misschien wordt het nog afgesloten. Wacht even en probeer het opnieuw. Blijft het zo? Sluit dan eerst "
            "de andere Stamtafel af. Wat je las en schreef is bewaard.",
        ),
    ),
    "session-key": (
        Text("You are signed in for this session only", "Je bent alleen voor deze sessie aangemeld"),
        Text(
            "Stamtafel cannot use the keyring of this computer. Your key stays in memory until you close Stamtafel, "
            "and never goes to disk. Next time you sign in again.",
            "Stamtafel kan de sleutelhanger van deze computer niet gebruiken. Je sleutel blijft in het geheugen tot "
            "je Stamtafel sluit, en komt nooit op de schijf. De volgende keer meld je je opnieuw aan.",
        ),
    ),
    "key-refused": (
        Text("The community did not accept this key", "De community accepteerde deze sleutel niet"),
        Text(
            "Open the sign-in page again and copy the key it shows you.",
            "Open de aanmeldpagina opnieuw en kopieer de sleutel die je daar ziet.",
        ),
    ),
    "key-unreadable": (
        Text("This is not the key from the sign-in page", "Dit is niet de sleutel van de aanmeldpagina"),
        Text(
            "Copy the whole text that the page shows you, and paste it here. A key works only once, and only for "
            "the page that you opened from here.",
            "Kopieer de hele tekst die de pagina laat zien, en plak die hier. Een sleutel werkt maar één keer, en "
            "alleen voor de pagina die je van hieruit opende.",
        ),
    ),
}

_UNKNOWN = (
    Text("Something went wrong in Stamtafel", "Er ging iets mis in Stamtafel"),
    Text("This is a fault of ours. {kind}", "Dit is een fout van ons. {kind}"),
)

_KEEPS = (errors.NetworkError, errors.CommunityError, errors.DiskFull, errors.SignInNeeded)
_DETAIL_ORDER = ("method", "path", "status", "type", "size", "proxy", "host", "reason", "time")


def error_sentence(error: BaseException, language: Language) -> Sentence:
    """What to tell a person about ``error``: title, text and details, each plain text."""
    title, text = _texts(error)
    if not isinstance(error, errors.StamtafelError):
        return Sentence(title.say(language), text.say(language, kind=type(error).__name__), "")
    values = {"retry_after": round(getattr(error, "retry_after", 0))}
    body = text.say(language, **values)
    if isinstance(error, _KEEPS):
        body = f"{body} {_KEPT.say(language)}"
    if isinstance(error, errors.Rejected) and error.reasons:
        body = f"{body} {' '.join(error.reasons)}"
    return Sentence(title.say(language), body, details(error))


def note_sentence(note: Note, language: Language) -> Sentence:
    """What to tell a person about something that is no error of ``sync.errors``."""
    title, text = _NOTES[note]
    return Sentence(title.say(language), text.say(language), "")


def details(error: errors.StamtafelError) -> str:
    """The facts of ``error`` on one line, such as ``GET · /latest.json · 200 · text/html``."""
    known = [name for name in _DETAIL_ORDER if error.facts.get(name) is not None]
    others = [name for name in error.facts if name not in _DETAIL_ORDER and error.facts[name] is not None]
    return " · ".join(
        [str(error.facts[name]) for name in known] + [f"{name}: {error.facts[name]}" for name in others]
    )


def _texts(error: BaseException) -> tuple[Text, Text]:
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind]
    return _UNKNOWN
