"""Markdown under the toolbar: a selection made bold, a list, a quote, a link, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?P<task>\[[ xX]\] +)?")
_QUOTE = re.compile(r" {0,3}> ?")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")


class Passage(NamedTuple):
    """Whole lines of a text, with the selection in them from ``start`` to ``end``."""

    text: str
    start: int
    end: int

    @property
    def chosen(self) -> str:
        """What is selected."""
        return self.text[self.start : self.end]


def is_address(text: str) -> bool:
    """Whether a text is nothing but the address of a page."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def emphasised(passage: Passage, mark: str) -> Passage:
    """The selection, or the word at the cursor, between ``mark`` (``**`` or ``*``), or no longer so.

    Each line of a longer selection gets marks of its own: they do not reach over a paragraph. Without a word
    the marks are put in with the cursor between them.
    """
    if passage.start == passage.end:
        return _at_cursor(passage, mark)
    parts = _parts(passage)
    within = [_within(passage.text, *part, mark) for part in parts]
    undo = bool(parts) and all(found is not None for found in within)
    text, size, first, grown = passage.text, len(mark), passage.start, 0
    for part, found in reversed(list(zip(parts, within, strict=True))):
        if undo and found is not None:
            start, end = found
            text = text[:start] + text[start + size : end - size] + text[end:]
            grown -= 2 * size
            first = min(first, start)
        elif found is None:
            start, end = part
            text = f"{text[:start]}{mark}{text[start:end]}{mark}{text[end:]}"
            grown += 2 * size
    if len(parts) == 1:
        start = within[0][0] if undo and within[0] is not None else parts[0][0] + size
        length = _length(parts[0], within[0] if undo else None, size)
        return Passage(text, start, start + length)
    return Passage(text, first, min(max(passage.end + grown, first), len(text)))


def listed(passage: Passage) -> Passage:
    """The lines as items of a list, or as plain lines when they all are items already."""
    return _line_by_line(passage, _ITEM, _as_item, lambda line: _ITEM.sub(r"\g<indent>", line, count=1))


def quoted(passage: Passage) -> Passage:
    """The lines as a quote, or as plain lines when they all are quoted already."""
    return _line_by_line(
        passage, _QUOTE, lambda line: f"> {line}", lambda line: _QUOTE.sub("", line, count=1)
    )


def linked(passage: Passage, address: str = "") -> Passage:
    """The selection as a link to ``address``, or the link at the cursor as plain text.

    What is still to be written is selected: the address when it is not known, else the words.
    """
    text, start, end = passage
    for link in _LINK.finditer(text):
        if link.start() < start + (start == end) and end <= link.end():
            words = link[1]
            return Passage(
                text[: link.start()] + words + text[link.end() :], link.start(), link.start() + len(words)
            )
    words = passage.chosen
    if is_address(words):
        address, words = words.strip(), ""
    made = f"[{words}]({address or 'https://'})"
    text = text[:start] + made + text[end:]
    if not words:
        return Passage(text, start + 1, start + 1)
    if address:
        return Passage(text, start + len(made), start + len(made))
    return Passage(text, start + len(words) + 3, start + len(made) - 1)


def quotation(before: str, author: str, text: str, number: int, topic_id: int) -> str:
    """What someone wrote as a quote (Discourse's ``[quote]``) on lines of its own after ``before``."""
    who = author.replace('"', "").replace("]", ")")
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return f'{gap}[quote="{who}, post:{number}, topic:{topic_id}"]\n{text.strip()}\n[/quote]\n\n'


def continued(line: str, column: int) -> str | None:
    """What Enter puts in at ``column`` of an item or quote besides the new line; None for a plain line."""
    start = _start(line)
    if not start or column < len(start) or not line[len(start) :].strip():
        return None
    item = _ITEM.search(start)
    if item is None:
        return start
    marker = item["marker"]
    if marker[:-1].isdigit():
        marker = f"{int(marker[:-1]) + 1}{marker[-1]}"
    task = "[ ] " if item["task"] else ""
    return f"{start[: item.start()]}{item['indent']}{marker}{item['gap']}{task}"


def empty_item(line: str) -> bool:
    """Whether a line is the start of an item or quote with nothing in it yet."""
    return bool(_start(line)) and not line[len(_start(line)) :].strip()


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(line) is not None


def indented(line: str, above: str | None) -> str | None:
    """An item one step further in, below ``above`` (the item before it); None when it cannot go further."""
    item, parent = _ITEM.match(line), _ITEM.match(above or "")
    if item is None or parent is None:
        return None
    here, there = len(item["indent"]), len(parent["indent"])
    inside = there + len(parent["marker"]) + 1
    if here >= inside:
        return None
    return " " * (there if here < there else inside) + line.lstrip(" \t")


def outdented(line: str, above: list[str]) -> str | None:
    """An item one step back, to the level of an item of ``above`` (nearest first); None at the margin."""
    item = _ITEM.match(line)
    if item is None or not item["indent"]:
        return None
    levels = [len(found["indent"]) for found in map(_ITEM.match, above) if found is not None]
    level = next((level for level in levels if level < len(item["indent"])), 0)
    return " " * level + line.lstrip(" \t")


def _at_cursor(passage: Passage, mark: str) -> Passage:
    text, at, size = passage.text, passage.start, len(mark)
    if text[:at].endswith(mark) and text[at:].startswith(mark):
        return Passage(text[: at - size] + text[at + size :], at - size, at - size)
    for word in _WORD.finditer(text):
        if word.start() <= at <= word.end():
            made = emphasised(Passage(text, *word.span()), mark)
            at += made.start - word.start()
            return Passage(made.text, at, at)
    return Passage(f"{text[:at]}{mark}{mark}{text[at:]}", at + size, at + size)


def _parts(passage: Passage) -> list[tuple[int, int]]:
    """Where the selected words of each line are, without space around them and the start of an item."""
    found = []
    at = 0
    for line in passage.text.split("\n"):
        begin = at + len(_start(line))
        start, end = max(begin, passage.start), min(at + len(line), passage.end)
        words = passage.text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            found.append((start, start + len(words.strip())))
        at += len(line) + 1
    return found


def _within(text: str, start: int, end: int, mark: str) -> tuple[int, int] | None:
    """From where to where ``mark`` stands around these words, just inside or just outside of them."""
    words = text[start:end]
    inner = min(len(words) - len(words.lstrip("*")), len(words) - len(words.rstrip("*")))
    if _carries(inner, mark) and len(words) > 2 * inner:
        return start, end
    before, after = text[:start], text[end:]
    outer = min(len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*")))
    return (start - len(mark), end + len(mark)) if _carries(outer, mark) else None


def _carries(stars: int, mark: str) -> bool:
    return stars in (2, 3) if mark == "**" else stars in (1, 3)


def _length(part: tuple[int, int], within: tuple[int, int] | None, size: int) -> int:
    return part[1] - part[0] if within is None else within[1] - within[0] - 2 * size


def _line_by_line(
    passage: Passage, sign: re.Pattern[str], put: Callable[[str], str], take: Callable[[str], str]
) -> Passage:
    lines = passage.text.split("\n")
    filled = [line for line in lines if line.strip()] or lines
    change = take if all(sign.match(line) for line in filled) else put
    made = [
        change(line) if line in filled and (change is take or not sign.match(line)) else line
        for line in lines
    ]
    text = "\n".join(made)
    if len(lines) == 1:
        grown = len(text) - len(passage.text)
        return Passage(text, max(passage.start + grown, 0), max(passage.end + grown, 0))
    return Passage(text, 0, len(text))


def _as_item(line: str) -> str:
    words = line.lstrip(" \t")
    return f"{line[: len(line) - len(words)]}- {words}"


def _start(line: str) -> str:
    """The signs of quotes and of an item at the start of a line."""
    at = 0
    while found := _QUOTE.match(line, at):
        at = found.end()
    item = _ITEM.match(line, at)
    return line[: item.end() if item else at]
