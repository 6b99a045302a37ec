"""Where conditions go when they are moved, and how far two forms look alike."""

from __future__ import annotations

from widgets.filters import form
from widgets.filters.form import Block, Item, Path, Row


def shape(item: Item) -> tuple[object, ...]:
    if isinstance(item, Row):
        return (item.field,)
    return (item.joined, *(shape(part) for part in item.items))


def alike(one: Block, other: Block) -> int:
    """How many items from the top on have the same fields in the same groups."""
    for count, (mine, theirs) in enumerate(zip(one.items, other.items, strict=False)):
        if shape(mine) != shape(theirs):
            return count
    return min(len(one.items), len(other.items))


def without_empty(block: Block) -> Block:
    """``block`` without the groups that have nothing left in them."""
    items = [without_empty(item) if isinstance(item, Block) else item for item in block.items]
    return block._replace(items=tuple(item for item in items if isinstance(item, Row) or item.items))


def target(block: Block, path: Path, step: int) -> Path | None:
    """Where a step up or down leads, as a path in the form without the moved item."""
    *outer, index = path
    parent = form.item_at(block, tuple(outer))
    moving = form.item_at(block, path)
    if not isinstance(parent, Block):
        return None
    beside = index + step
    if not 0 <= beside < len(parent.items):
        if not outer:
            return None
        # Out of the group, to just above or below it; a group left empty goes.
        return (*outer[:-1], outer[-1] + (1 if step > 0 else 0))
    neighbour = parent.items[beside]
    if isinstance(neighbour, Block) and isinstance(moving, Row):
        into = 0 if step > 0 else len(neighbour.items)
        return (*outer, beside - (1 if step > 0 else 0), into)
    return (*outer, beside)


def after_removal(removed: Path, target: Path) -> Path:
    """``target`` as it is called once the item at ``removed`` is gone."""
    depth = len(removed) - 1
    if len(target) > depth and target[:depth] == removed[:depth] and target[depth] > removed[depth]:
        return (*target[:depth], target[depth] - 1, *target[depth + 1 :])
    return target
