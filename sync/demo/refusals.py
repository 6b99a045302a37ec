"""Refusals in the shape in which Discourse writes them: {"errors": [...], "error_type": ...}."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Ends a request with a status and Discourse's JSON error body."""

    def __init__(
        self,
        status: int,
        message: str,
        error_type: str | None = None,
        *,
        headers: dict[str, str] | None = None,
        extras: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
        self.body: dict[str, Any] = {"errors": [message]}
        if error_type is not None:
            self.body["error_type"] = error_type
        if extras is not None:
            self.body["extras"] = extras


def not_found() -> Refusal:
    """What is absent, and what a member may not know to exist (404)."""
    return Refusal(404, "De gevraagde URL of bron is niet gevonden.", "not_found")


def invalid_access(message: str = "Je hebt geen toestemming om de gevraagde bron te bekijken.") -> Refusal:
    """What the member may not see or do, and an unknown, revoked or too narrow key (403)."""
    return Refusal(403, message, "invalid_access")


def not_logged_in() -> Refusal:
    """A request without a key where one is needed (403)."""
    return Refusal(403, "Je moet ingelogd zijn om dat te doen.", "not_logged_in")


def invalid_parameters(name: str) -> Refusal:
    """A missing or unusable parameter (400)."""
    return Refusal(400, f"Je hebt ongeldige parameters opgegeven: {name}", "invalid_parameters")


def unprocessable(*messages: str, action: str | None = None) -> Refusal:
    """Input that breaks a rule of the site (422); `action` names what was tried, as in "create_post"."""
    refusal = Refusal(422, messages[0])
    refusal.body = (
        {"errors": list(messages)} if action is None else {"action": action, "errors": list(messages)}
    )
    return refusal


def too_many_requests(wait_seconds: int, code: str | None = None) -> Refusal:
    """Over a limit (429), with Retry-After and extras.wait_seconds as Discourse's rate limiter sends."""
    wait = max(1, wait_seconds)
    headers = {"Retry-After": str(wait)}
    if code is not None:
        headers["Discourse-Rate-Limit-Error-Code"] = code
    return Refusal(
        429,
        f"Je hebt deze actie te vaak uitgevoerd. Probeer het over {wait} seconden opnieuw.",
        "rate_limit",
        headers=headers,
        extras={"wait_seconds": wait, "time_left": f"{wait} seconden"},
    )
