"""Everything that can go wrong in ``sync``, as one tree of facts; ``widgets/wording.py`` makes the sentences.

StamtafelError
    MemberError               the member can mend it
        SignInNeeded          no key, or the community no longer takes it (401, or 403 with an invalid key)
        AccessDenied          the community says this is not for this member (403)
        NotFound              it is not there, or not for this member (404, 410)
        Rejected              the community refused what was sent (422), with its reasons
        NotACommunity         the address answers, but not as a community this client knows
        PlainHttpRefused      http to a host that is not this machine
    NetworkError              it never got there, or never came back whole
        Unreachable           no address, refused, no route, offline
        CertificateRejected   the certificate is not trusted by this system
        ProxyFailed           the proxy refused, or asks for a sign-in of its own (407)
        InterceptedAnswer     something in between answered: a login page where data was asked for
        TimedOut              the overall deadline passed, or the server trickled
        ConnectionLost        the connection broke half way
    CommunityError            the community answered, but could not help
        TooManyRequests       429, with the seconds to wait
        ServerFailed          5xx
        UnreadableAnswer      not JSON, cut off, or not of the expected form
        AnswerTooLarge        more than the cap, also after decompression
    OwnError                  on this computer
        CacheDamaged          the database file is not sound
        CacheFromNewerVersion the database was written by a newer Stamtafel; it is left untouched
        CacheOnNetworkPath    a folder on a network share; SQLite's WAL mode would corrupt there
        CacheInUse            another Stamtafel holds this profile
        DiskFull              no room left to write
        CacheUnwritable       the folder or file cannot be written
        KeyringUnavailable    the system has no keyring service
        KeyringLocked         the keyring is locked, or did not answer in time
        Stopped               the member stopped it
"""

from __future__ import annotations


class StamtafelError(Exception):
    """The root. ``facts`` are plain values for details on demand (path, status, ...), never secrets."""

    def __init__(self, message: str = "", /, **facts: str | int | float | None) -> None:
        super().__init__(message or type(self).__name__)
        self.facts: dict[str, str | int | float | None] = facts


class MemberError(StamtafelError):
    """The member can mend it."""


class SignInNeeded(MemberError):
    """There is no key, or the community no longer takes it."""


class AccessDenied(MemberError):
    """The community says that this is not for this member."""


class NotFound(MemberError):
    """It is not there, or not for this member."""


class Rejected(MemberError):
    """The community refused what was sent; ``reasons`` is its own text, to be shown as plain text only."""

    def __init__(
        self, message: str = "", /, *, reasons: tuple[str, ...] = (), **facts: str | int | float | None
    ) -> None:
        super().__init__(message, **facts)
        self.reasons = reasons


class NotACommunity(MemberError):
    """The address answers, but not as a community this client knows."""


class PlainHttpRefused(MemberError):
    """Plain http is accepted for loopback addresses only."""


class NetworkError(StamtafelError):
    """It never got there, or never came back whole."""


class Unreachable(NetworkError):
    """No address, connection refused, no route, or offline."""


class CertificateRejected(NetworkError):
    """The certificate is not trusted by this system."""


class ProxyFailed(NetworkError):
    """The proxy refused, or asks for a sign-in of its own."""


class InterceptedAnswer(NetworkError):
    """Something in between answered: a page where data was asked for."""


class TimedOut(NetworkError):
    """The overall deadline passed."""


class ConnectionLost(NetworkError):
    """The connection broke half way."""


class CommunityError(StamtafelError):
    """The community answered, but could not help."""


class TooManyRequests(CommunityError):
    """The community asks to wait ``retry_after`` seconds."""

    def __init__(
        self, message: str = "", /, *, retry_after: float, **facts: str | int | float | None
    ) -> None:
        super().__init__(message, retry_after=retry_after, **facts)
        self.retry_after = retry_after


class ServerFailed(CommunityError):
    """The community's server failed (5xx)."""


class UnreadableAnswer(CommunityError):
    """Not JSON, cut off, or not of the expected form."""


class AnswerTooLarge(CommunityError):
    """More than the cap, also after decompression."""


class OwnError(StamtafelError):
    """Something on this computer."""


class CacheDamaged(OwnError):
    """The database file is not sound."""


class CacheFromNewerVersion(OwnError):
    """The database was written by a newer Stamtafel and is left untouched."""


class CacheOnNetworkPath(OwnError):
    """The folder is on a network share, where SQLite's WAL mode is not safe."""


class CacheInUse(OwnError):
    """Another Stamtafel holds this profile."""


class DiskFull(OwnError):
    """There is no room left to write."""


class CacheUnwritable(OwnError):
    """The folder or file cannot be written."""


class KeyringUnavailable(OwnError):
    """The system has no keyring service."""


class KeyringLocked(OwnError):
    """The keyring is locked, or did not answer in time."""


class Stopped(OwnError):
    """The member stopped it."""
