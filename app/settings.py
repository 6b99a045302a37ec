"""The settings: one declared table that the command line, the settings page and IT's templates read.

Values that differ from their default are kept in the profile as JSON. A value that is not valid there
is ignored and reported, never a reason not to start.
"""

from __future__ import annotations

import re
import threading
from typing import NamedTuple

from app.files import read_json, write_json
from app.paths import Profile
from sync.errors import StamtafelError

Value = str | int | bool


class Setting(NamedTuple):
    """One declared setting. ``choices`` is a tuple of words, ``least`` and ``most`` bound a number."""

    key: str
    default: Value
    english: str
    dutch: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    lockable: bool = True
    pattern: str = ""
    example: str = ""

    @property
    def type_name(self) -> str:
        """``choice``, ``switch``, ``number`` or ``text``."""
        if self.choices:
            return "choice"
        if isinstance(self.default, bool):
            return "switch"
        return "number" if isinstance(self.default, int) else "text"


CLOCK_HOURS = r"\s*(?:[01]?\d|2[0-3]):[0-5]\d\s*[-–]\s*(?:[01]?\d|2[0-3]):[0-5]\d\s*"
"""From one moment of the day until another, as ``18:00-08:00``."""

DECLARED: tuple[Setting, ...] = (
    Setting(
        "appearance.theme",
        "system",
        "Light or dark colours",
        "Lichte of donkere kleuren",
        choices=("system", "light", "dark"),
        lockable=False,
    ),
    Setting(
        "appearance.language",
        "system",
        "Language of the window and the command line",
        "Taal van het venster en de opdrachtregel",
        choices=("system", "nl", "en"),
        lockable=False,
    ),
    Setting(
        "appearance.text_percent",
        100,
        "Size of all text, in per cent",
        "Grootte van alle tekst, in procenten",
        least=80,
        most=200,
        lockable=False,
    ),
    Setting(
        "timeline.density",
        "comfortable",
        "Cards with room, or one line each",
        "Kaarten met ruimte, of één regel per stuk",
        choices=("comfortable", "compact"),
        lockable=False,
    ),
    Setting(
        "timeline.order",
        "newest",
        "Newest contribution or latest activity first",
        "Nieuwste bijdrage of laatste activiteit eerst",
        choices=("newest", "activity"),
        lockable=False,
    ),
    Setting(
        "sharing.first_choice",
        "group",
        "What the button to share a topic does at once; it follows your last choice",
        "Wat de knop om een onderwerp te delen meteen doet; volgt je laatste keuze",
        choices=("link", "mail", "group", "quote", "markdown", "pdf"),
        lockable=False,
    ),
    Setting(
        "sync.requests_per_minute",
        15,
        "Questions to the community per minute, at most",
        "Vragen aan de community per minuut, hooguit",
        least=1,
        most=600,
    ),
    Setting(
        "sync.retention_days",
        1095,
        "Days that contributions are kept on this computer; saved topics stay",
        "Dagen dat bijdragen op deze computer blijven; bewaarde onderwerpen blijven altijd",
        least=7,
        most=36500,
    ),
    Setting(
        "sync.images",
        True,
        "Fetch pictures for reading offline",
        "Haal afbeeldingen op om zonder internet te lezen",
    ),
    Setting(
        "sync.images_megabytes",
        500,
        "Room for pictures on this computer, in megabytes",
        "Ruimte voor afbeeldingen op deze computer, in megabytes",
        least=10,
        most=100_000,
    ),
    Setting(
        "notifications.addressed",
        True,
        "Tell when someone answers, names or quotes you, or takes your answer",
        "Meld het als iemand je antwoordt, noemt of citeert, of je antwoord kiest",
        lockable=False,
    ),
    Setting(
        "notifications.groups",
        False,
        "Tell when a topic begins in a closed group of yours",
        "Meld het als er een onderwerp begint in een besloten groep van jou",
        lockable=False,
    ),
    Setting(
        "notifications.likes",
        False,
        "Tell when someone likes what you wrote",
        "Meld het als iemand waardeert wat je schreef",
        lockable=False,
    ),
    Setting(
        "notifications.system",
        True,
        "Use the notifications of the system, beside the list in the window",
        "Gebruik de meldingen van het systeem, naast de lijst in het venster",
    ),
    Setting(
        "notifications.quiet",
        "",
        "Quiet hours, as 18:00-08:00; empty is none",
        "Stille uren, als 18:00-08:00; leeg is geen",
        lockable=False,
        pattern=rf"({CLOCK_HOURS})?",
        example="18:00-08:00",
    ),
    Setting(
        "notifications.quiet_weekend",
        False,
        "Saturday and Sunday are quiet too",
        "Zaterdag en zondag zijn ook stil",
        lockable=False,
    ),
    Setting(
        "network.proxy",
        "",
        "Address of the proxy; empty follows the system",
        "Adres van de proxy; leeg volgt het systeem",
    ),
)

_BY_KEY = {setting.key: setting for setting in DECLARED}


class UnknownSetting(LookupError):
    """There is no setting with this key."""


class InvalidValue(ValueError):
    """The value does not fit the setting; ``setting`` says what does."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting.key)
        self.setting = setting


class Settings:
    """The settings of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._file = profile.settings_file
        self.ignored: list[str] = []
        self.unkept = False
        self._writing = threading.Lock()
        self._values = self._read()

    def get(self, key: str) -> Value:
        """The value of ``key``; raises ``UnknownSetting``."""
        return self._values.get(key, declared(key).default)

    def text(self, key: str) -> str:
        """The value of a setting that is a word or text."""
        return str(self.get(key))

    def number(self, key: str) -> int:
        """The value of a setting that is a number."""
        return int(self.get(key))

    def switch(self, key: str) -> bool:
        """The value of a setting that is on or off."""
        return bool(self.get(key))

    def set(self, key: str, value: Value | str) -> Value:
        """Check and keep ``value``; text is read as the setting's type. Returns the value as kept.

        Raises ``UnknownSetting`` or ``InvalidValue``, ``DiskFull`` or ``CacheUnwritable`` if not kept.
        """
        valid = checked(declared(key), value)
        with self._writing:
            values = {**self._values, key: valid}
            write_json(self._file, values)
            self._values = values
        return valid

    def take(self, key: str, value: Value | str) -> Value:
        """Check and use ``value`` from now on; ``keep`` writes it. For where nothing may wait for the disk.

        Raises ``UnknownSetting`` or ``InvalidValue``.
        """
        valid = checked(declared(key), value)
        self._values = {**self._values, key: valid}
        self.unkept = True
        return valid

    def keep(self) -> None:
        """Write what was taken. Blocks; raises ``DiskFull`` or ``CacheUnwritable``."""
        with self._writing:
            self.unkept = False
            try:
                write_json(self._file, self._values)
            except StamtafelError:
                self.unkept = True
                raise

    def _read(self) -> dict[str, Value]:
        try:
            document = read_json(self._file)
        except (OSError, ValueError):
            self.ignored.append(self._file.name)
            return {}
        values: dict[str, Value] = {}
        for key, value in document.items() if isinstance(document, dict) else ():
            try:
                values[key] = checked(declared(key), value)
            except (UnknownSetting, InvalidValue):
                self.ignored.append(str(key))
        return values


def declared(key: str) -> Setting:
    """The declaration of ``key``; raises ``UnknownSetting``."""
    if key not in _BY_KEY:
        raise UnknownSetting(key)
    return _BY_KEY[key]


def checked(setting: Setting, value: object) -> Value:
    """``value`` as the setting's type; raises ``InvalidValue``."""
    if setting.type_name == "switch":
        word = str(value).lower()
        if word in ("true", "on", "yes", "1", "aan", "ja"):
            return True
        if word in ("false", "off", "no", "0", "uit", "nee"):
            return False
        raise InvalidValue(setting)
    if setting.type_name == "number":
        return _number(setting, value)
    text = str(value)
    if setting.choices and text not in setting.choices:
        raise InvalidValue(setting)
    if setting.pattern and re.fullmatch(setting.pattern, text) is None:
        raise InvalidValue(setting)
    return text


def _number(setting: Setting, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise InvalidValue(setting) from None
    if not setting.least <= number <= setting.most:
        raise InvalidValue(setting)
    return number
