"""Rules and views as files, for screens: what a file would do, doing it, and writing one. Blocks."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.filters.exchange import read, written
from app.filters.exchange_checks import MOST_BYTES
from app.filters.exchange_plan import Choice, Imported, Plan, apply_import, of_member, plan_import
from app.language import Language
from sync.store import groups as group_rows
from sync.store.rows import Place

if TYPE_CHECKING:
    from app.client import Client
    from app.filters.exchange_document import Pack


def planned(client: Client, file: Path, language: Language) -> Plan:
    """What importing ``file`` would do. Raises ``RulesRefused``, or ``OSError`` when it cannot be read."""
    with file.open("rb") as opened:
        # One byte more than is taken: that there is more is all that has to be known.
        data = opened.read(MOST_BYTES + 1)
    with client.store.reading() as conn:
        groups = {row.group_id: (row.name, row.slug) for row in group_rows.groups(conn)}
        document = read(data, now=int(time.time() * 1000), groups=groups, language=language)
        return plan_import(conn, document, client.account.url)


def bring_in(client: Client, plan: Plan, choices: Mapping[int, Choice], place: Place | None) -> Imported:
    """Import as planned and chosen, all of it or nothing."""
    judge, community = client.judge, client.account.url
    return client.store.write(
        lambda conn: apply_import(conn, judge, plan, choices, community=community, place=place)
    )


def write_out(client: Client, file: Path, pack: Pack | None = None) -> int:
    """Write all rules and views to ``file``; how many rules. Raises ``OSError``."""
    with client.store.reading() as conn:
        document = of_member(conn, client.account.url, pack)
    file.write_text(written(document), encoding="utf-8")
    return len(document.rules)
