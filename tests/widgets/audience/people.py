"""An audience of fourteen people in six organisations, as the tests of this folder show it."""

from __future__ import annotations

import time

from app.audience import Audience, Organisation, Reader


def _readers(organisation: str, first_id: int, *names: str, **more: object) -> tuple[Reader, ...]:
    return tuple(
        Reader(first_id + place, name.split()[0].lower(), name, organisation, "", **more)  # type: ignore[arg-type]
        for place, name in enumerate(names)
    )


TEAM = Organisation(
    "", _readers("Communityteam", 13, "Esther Molenaar", "Jelle Postma", team=1), manages=True
)
ORGANISATIONS = (
    Organisation(
        "Rijkswaterstaat", _readers("Rijkswaterstaat", 1, "Fatima El Amrani", "Petra Nijhuis", "Mees Jonker")
    ),
    Organisation(
        "Ministerie van BZK",
        _readers("Ministerie van BZK", 4, "Joost van Dijk", "Ilse Brouwer", "Rosa Timmer"),
    ),
    Organisation("UWV", _readers("UWV", 7, "Aylin Demir", "Dewi Santoso")),
    Organisation("Kadaster", _readers("Kadaster", 9, "Hugo ten Brink", "Olaf Prins")),
    Organisation(
        "Ministerie van IenW", _readers("Ministerie van IenW", 11, "Karim Haddou", "Guus Veldman", new=True)
    ),
    TEAM,
)
NOW = int(time.time() * 1000)
CLOSED = Audience(3, "Participatie", True, 14, 6, ORGANISATIONS, NOW - 60_000, "exact")
OPEN = Audience(5, "Begrijpelijke taal", False, 2412, 46, (), NOW - 60_000, "at_least")
UNKNOWN = Audience(6, "Woordvoering", True, None, None, (), None, "unknown")
