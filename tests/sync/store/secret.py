"""A cache with a closed group in it of which every post tells a secret, and where that is on the disk."""

from __future__ import annotations

import random
from pathlib import Path

from sync.model import Batch, ImageWanted
from sync.store.database import Store
from tests.sync.store.samples import index_all, people, places, post, topic, write

SECRET = "kwartelsnavel"


def bytes_anywhere(folder: Path, needle: str) -> list[str]:
    """The files under ``folder`` that hold ``needle``, case aside."""
    wanted = needle.encode()
    return [path.name for path in folder.rglob("*") if path.is_file() and wanted in path.read_bytes().lower()]


def community_with_a_secret(store: Store, topics: int = 40) -> None:
    """Half of the topics in a closed group, each post with a word of its own that starts with the secret."""
    chance = random.Random(1)
    write(store, Batch(groups=places(), members=people()))
    for number in range(1, topics + 1):
        closed = number % 2 == 0
        word = f"{SECRET}{number}" if closed else f"gewoon{number}"
        told = topic(number, group_id=2 if closed else 1, title=f"Over {word}", tags=(word,))
        picture = ImageWanted(f"{word}beeld", f"https://c.test/{word}.png")
        found = [
            post(
                number * 100 + at,
                number,
                at,
                words=f"{word} " + "bla " * chance.randrange(2000),
                images=(picture,) if at == 1 else (),
            )
            for at in range(1, 5)
        ]
        write(store, Batch(topics=(told,), posts=tuple(found)))
        (store.images / f"{word}beeld.png").write_bytes(word.encode())
        edited = post(number * 100 + 2, number, 2, version=2, words=f"anders {word}")
        write(store, Batch(posts=(edited,)))
    index_all(store)
