"""What the doctor finds in an account's cache: schema, soundness, sizes, gaps. Looks, and never repairs."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection
from typing import Any

from app.cli_context import iso
from app.client import last_round
from sync import gaps
from sync.errors import StamtafelError
from sync.store import images, maintenance
from sync.store.database import FILE_NAME, SCHEMA, Store, schema_of
from sync.store.network_path import on_network

Facts = dict[str, Any]


def cache_facts(folder: Path, *, full: bool) -> Facts:
    """The state of the cache in ``folder``, which need not exist yet; ``full`` checks every index too."""
    path = folder / FILE_NAME
    facts: Facts = {
        "file": str(path),
        "exists": path.exists(),
        "on_network": on_network(folder),
        "schema": None,
        "schema_of_program": SCHEMA,
        "check": "full" if full else "quick",
        "sound": True,
        "findings": [],
        "problem": None,
        "last_sync": None,
        "sizes": None,
        "images_failed": None,
        "gaps": [],
    }
    if facts["on_network"]:
        return facts | {"sound": False, "problem": "CacheOnNetworkPath"}
    if not facts["exists"]:
        return facts
    try:
        facts["schema"] = schema_of(path)
        if facts["schema"] == SCHEMA:
            facts |= _inside(folder, full=full)
    except StamtafelError as error:
        schema = error.facts.get("schema", facts["schema"])
        facts |= {"sound": False, "problem": type(error).__name__, "schema": schema}
    return facts


def _inside(folder: Path, *, full: bool) -> Facts:
    store = Store(folder)
    try:
        with store.reading() as conn:
            findings = maintenance.integrity(conn, quick=not full)
            if findings:
                # Whatever else a damaged file says is not to be relied on.
                return {"sound": False, "problem": "CacheDamaged", "findings": findings}
            return _contents(conn)
    finally:
        store.close()


def _contents(conn: Connection) -> Facts:
    when = last_round(conn)
    sizes = maintenance.sizes(conn)._asdict()
    for name in ("oldest_post", "newest_post"):
        sizes[name] = _moment(sizes[name])
    return {
        "last_sync": _moment(when),
        "sizes": sizes,
        "images_failed": images.failing(conn),
        "gaps": [
            {"newer": _moment(gap.newer), "older": _moment(gap.older), "failed": gap.failed}
            for gap in gaps.shown(conn)
        ],
    }


def _moment(when: int | None) -> str | None:
    return None if when is None else iso(when)
