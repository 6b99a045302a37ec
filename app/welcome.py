"""The steps of a new member: find the community at an address, say yes in the browser, paste the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.accounts import Account
from app.paths import Profile
from app.settings import Settings

if TYPE_CHECKING:
    from sync.connectors.discourse_signin import SignIn as Attempt

# What a site shows to copy is a few hundred characters of base64; a bare key is 32 hexadecimal digits.
_LONGEST_KEY = 64


class Found(NamedTuple):
    """A community that was found: its title, and the page on which to say yes."""

    title: str
    page: str
    attempt: Attempt


class SignedIn(NamedTuple):
    """An account that was signed in to. Without ``key_kept`` the key is gone when the program ends."""

    account: Account
    key_kept: bool


class SignIn:
    """Signing in on one profile. Both steps use the network and block: call them from the background."""

    def __init__(self, profile: Profile, settings: Settings) -> None:
        self._profile = profile
        self._settings = settings

    def find(self, address: str) -> Found:
        """The community at ``address``, as a person typed it. Raises ``NotACommunity`` and network errors.

        Where there is an account already, the sign-in is for the same client: the community then ends the
        old key.
        """
        from app.accounts import accounts
        from app.signin import clean_address
        from sync.connectors import discourse, discourse_signin
        from sync.http import base_address

        url = clean_address(address)
        title = discourse.probe(url, proxy=self._settings.text("network.proxy") or None)
        at = base_address(url)
        known = next((account.client_id for account in accounts(self._profile) if account.url == at), None)
        attempt = discourse_signin.SignIn(url, client_id=known)
        return Found(title, attempt.address, attempt)

    def finish(self, found: Found, pasted: str) -> SignedIn:
        """Sign in with what the page showed, or with a bare user API key, and keep the account.

        Raises ``Rejected`` for a text that is not a key, ``SignInNeeded`` for a key that is not accepted, and
        network errors. A keyring that cannot be used keeps the key for this session only.
        """
        from app.signin import keep_account
        from sync.credentials import Key

        text = pasted.strip()
        bare = len(text) <= _LONGEST_KEY and text.isalnum()
        key = Key(text, found.attempt.client_id) if bare else found.attempt.finish(pasted)
        account, kept = keep_account(
            self._profile, self._settings, kind="discourse", url=found.attempt.url, key=key, store=True
        )
        return SignedIn(account, kept)
