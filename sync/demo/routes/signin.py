"""Signing in with a user API key: the approval page, the encrypted payload, and taking a key back."""

from __future__ import annotations

import base64
import html
import json
import secrets
from urllib.parse import urlencode, urlsplit, urlunsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from starlette.responses import JSONResponse, RedirectResponse, Response

from sync.demo.exchange import NO_STORE, Call, Json, page
from sync.demo.moments import iso
from sync.demo.refusals import Refusal, invalid_access, invalid_parameters, not_found

API_VERSION = 4
ALLOWED_SCOPES = {
    "read",
    "write",
    "message_bus",
    "push",
    "notifications",
    "session_info",
    "bookmarks_calendar",
}
FIELDS = ("application_name", "client_id", "nonce", "scopes", "public_key", "auth_redirect", "padding")
SCOPE_TEXTS = {
    "read": "alles lezen",
    "write": "alles schrijven",
    "message_bus": "live-updates ontvangen",
    "notifications": "meldingen lezen en wissen",
    "session_info": "gegevens van de sessie lezen",
}


def ask(call: Call) -> Response:
    """GET /user-api-key/new: the page on which the member approves; HEAD tells only the API version."""
    headers = {"Auth-Api-Version": str(API_VERSION)}
    if call.request.method == "HEAD":
        return Response(headers=headers)
    try:
        _checked(call)
    except Refusal as refusal:
        return page(
            "Geen toegang", f"<h1>Dat gaat niet</h1><p>{html.escape(str(refusal))}</p>", refusal.status
        )
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(call.text(name), quote=True)}">'
        for name in FIELDS
        if name in call.params
    )
    wanted = "".join(f"<li>{SCOPE_TEXTS.get(scope, scope)}</li>" for scope in call.text("scopes").split(","))
    application, member = html.escape(call.text("application_name")), html.escape(_member(call)[1])
    answer = page(
        "Toegang geven",
        f"<h1>{application} vraagt toegang</h1><p>Je bent ingelogd als <b>{member}</b>. Het"
        f" programma wil:</p>"
        f'<ul>{wanted}</ul><form method="post" action="/user-api-key">{hidden}'
        "<button>Toestaan</button></form>",
    )
    answer.headers.update(headers)
    return answer


def approve(call: Call) -> Response:
    """POST /user-api-key: makes the key; the payload comes as a page, as JSON, or by the redirect."""
    public_key = _checked(call)
    redirect = call.text("auth_redirect", "")
    if redirect and not any(_admits(a, redirect) for a in call.community.settings.allowed_auth_redirects):
        raise invalid_access()
    payload = _payload(call, public_key)
    if redirect:
        parts = urlsplit(redirect)
        query = "&".join(p for p in (parts.query, urlencode({"payload": payload})) if p)
        return RedirectResponse(urlunsplit(parts._replace(query=query)), 302)
    instructions = "Plak deze code in het programma waarmee je inlogt."
    if "text/html" not in call.request.headers.get("accept", ""):
        return JSONResponse({"payload": payload, "instructions": instructions}, headers=NO_STORE)
    return page(
        "Toegang gegeven",
        f"<h1>Gelukt</h1><p>{instructions}</p><textarea readonly>{html.escape(payload)}</textarea>",
    )


def revoke(call: Call) -> Json:
    """POST /user-api-key/revoke: ends the key of the request, or another one of the same member by `id`."""
    key_id = call.number("id", 0) or call.key_id
    owner = call.community.database.value("SELECT user_id FROM api_keys WHERE id = ?", key_id)
    if owner is None:
        raise not_found()
    if owner != call.viewer.id and not call.viewer.admin:
        raise invalid_access()
    call.community.database.run(
        "UPDATE api_keys SET revoked_at = ? WHERE id = ?", iso(call.community.now()), key_id
    )
    return {"success": "OK"}


def _checked(call: Call) -> rsa.RSAPublicKey:
    for name in ("public_key", "nonce", "scopes", "client_id", "application_name"):
        call.text(name)
    if not set(call.text("scopes").split(",")) <= ALLOWED_SCOPES:
        raise invalid_access()
    if call.text("padding", "pkcs1") not in ("pkcs1", "oaep"):
        raise invalid_parameters("padding")
    try:
        key = load_pem_public_key(call.text("public_key").encode())
    except ValueError:
        raise invalid_parameters("public_key") from None
    if not isinstance(key, rsa.RSAPublicKey):
        raise invalid_parameters("public_key")
    return key


def _admits(allowed: str, redirect: str) -> bool:
    return redirect.startswith(allowed[:-1]) if allowed.endswith("*") else redirect == allowed


def _member(call: Call) -> tuple[int, str]:
    """The member whose browser this would be: the default one."""
    row = call.community.database.row("SELECT id, name FROM users ORDER BY me DESC, id LIMIT 1")
    if row is None:
        raise not_found()
    return row["id"], row["name"]


def _payload(call: Call, public_key: rsa.RSAPublicKey) -> str:
    """A new key for this client, in the encrypted form only the asking program can read."""
    database, client = call.community.database, call.text("client_id")
    user_id, key = _member(call)[0], secrets.token_hex(16)
    with database.transaction():
        database.run("DELETE FROM api_keys WHERE user_id = ? AND client_id = ?", user_id, client)
        database.run(
            "INSERT INTO api_keys (key, user_id, client_id, application, scopes, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            key,
            user_id,
            client,
            call.text("application_name"),
            call.text("scopes"),
            iso(call.community.now()),
        )
    answer = json.dumps({"key": key, "nonce": call.text("nonce"), "push": False, "api": API_VERSION})
    scheme: padding.AsymmetricPadding = padding.PKCS1v15()
    if call.text("padding", "pkcs1") == "oaep" and call.community.settings.oaep_padding:
        scheme = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None)  # noqa: S303 - the standard's default
    return base64.encodebytes(public_key.encrypt(answer.encode(), scheme)).decode()
