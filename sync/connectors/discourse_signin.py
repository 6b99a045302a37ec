"""Signing in to Discourse with a user API key, by pasting: the way that works on every site.

The member opens an address in their browser, approves, and copies a text that only this process can read:
the key, encrypted for a key pair made here and thrown away after use.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from sync.credentials import Key
from sync.errors import Rejected
from sync.http import base_address

# What the client uses and no more: a site refuses the whole request for one scope that it does not admit.
# Never one_time_password, which would sign a browser in as the member.
SCOPES = "read,write,notifications,session_info,message_bus"
APPLICATION = "Stamtafel"
KEY_BITS = 2048
# A pasted text of another size is no payload of a 2048-bit key, and not worth the work.
LONGEST_PASTE = 10_000

_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=_-]")


class SignIn:
    """One attempt to sign in at ``url``. ``address`` is what the member opens in their browser.

    ``client_id`` belongs to this installation and account: Discourse destroys the member's older keys of
    the same client. Raises ``NotACommunity`` or ``PlainHttpRefused`` for an address that cannot be used.
    """

    def __init__(self, url: str, *, client_id: str | None = None) -> None:
        self.url = base_address(url)
        self.client_id = client_id or str(uuid4())
        self._nonce = secrets.token_hex(16)
        self._private = rsa.generate_private_key(public_exponent=65_537, key_size=KEY_BITS)
        public = self._private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        wish = {
            "application_name": APPLICATION,
            "client_id": self.client_id,
            "nonce": self._nonce,
            "scopes": SCOPES,
            "public_key": public.decode("ascii"),
        }
        self.address = f"{self.url}/user-api-key/new?{urlencode(wish)}"

    def finish(self, pasted: str) -> Key:
        """The key in the text that the site showed, with whatever line breaks and spaces came along.

        Raises ``Rejected`` with the fact ``what``: ``payload`` when the text cannot be read with this
        attempt's key pair, ``nonce`` when it answers another attempt.
        """
        told = self._read(pasted)
        if not secrets.compare_digest(str(told.get("nonce", "")).encode(), self._nonce.encode()):
            raise Rejected(what="nonce")
        key = told.get("key")
        if not isinstance(key, str) or not key:
            raise Rejected(what="payload")
        return Key(key, self.client_id)

    def _read(self, pasted: str) -> dict[str, Any]:
        if len(pasted) > LONGEST_PASTE:
            raise Rejected(what="payload")
        for plain in self._decrypted(_decoded(pasted)):
            try:
                told = json.loads(plain)
            except ValueError:
                continue
            if isinstance(told, dict):
                return told
        raise Rejected(what="payload")

    def _decrypted(self, sealed: bytes) -> Iterator[bytes]:
        # PKCS#1 v1.5 first: Discourse's default. A wrong padding may give random bytes instead of an error,
        # which is no JSON, so that the next one is tried.
        for scheme in (
            padding.PKCS1v15(),
            padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None),  # noqa: S303
            padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None),
        ):
            try:
                yield self._private.decrypt(sealed, scheme)
            except ValueError:
                continue


def _decoded(pasted: str) -> bytes:
    text = _NOT_BASE64.sub("", pasted).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise Rejected(what="payload") from None
