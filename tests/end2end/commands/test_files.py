"""Files that go along with what is written, from this computer to the community and back in the reader."""

from __future__ import annotations

import contextlib

from app.composer import attaching
from app.drafts import Keeper, begin
from sync.connectors import discourse
from sync.demo.server import DemoServer
from sync.store.database import Store
from tests.end2end.commands.journey import Member

GROUP_ID = 7


def test_a_document_arrives_and_is_read_as_a_link_by_its_name(settled: Member, demo: DemoServer) -> None:
    content = b"%PDF-1.4\n" + b"een kaart over de haven " * 100
    with contextlib.closing(Store(settled.folder)) as store:
        with discourse.connect(demo.url, demo.key, "tests") as connector:
            limits = connector.limits()
        file = attaching.checked("gesprekskaart-haven.pdf", content, limits)
        keeper = Keeper(store, begin(group_id=GROUP_ID))
        address = keeper.attach(file.name, file.type, file.content)
        raw = f"Deze kaart gebruikten wij in de haven.\n\n{attaching.written(file, address)}"
        keeper.keep(title="Wie wil onze gesprekskaart gebruiken?", raw=raw)
        keeper.send(wait_ms=0)
    assert settled.run("sync").status == 0
    assert settled.run("sync").status == 0
    with contextlib.closing(Store(settled.folder)) as store, store.reading() as conn:
        query = "SELECT html FROM posts WHERE html LIKE '%gesprekskaart-haven.pdf%'"
        [shown] = conn.execute(query).fetchall()
    assert f'<a href="{demo.url}/uploads/short-url/' in shown[0]
    assert ">gesprekskaart-haven.pdf</a>" in shown[0]
    kept = demo.community.database.row("SELECT content, filename FROM uploads ORDER BY id DESC LIMIT 1")
    assert kept is not None
    assert (kept["content"], kept["filename"]) == (content, "gesprekskaart-haven.pdf")
