"""Discourse's blocks in square brackets, as a rule for the Markdown parser: quotes and folded parts."""

from __future__ import annotations

import re
from html import escape

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

# Beyond these, brackets stay what was typed: every block is looked through for its end.
_DEEPEST = 10
_MOST = 200
_OPEN = re.compile(r"\[(quote|details)(?:=([^\]\n]{0,300}))?\]", re.IGNORECASE)
_TAGS = {
    name: re.compile(rf"\[(/?){name}(?:=[^\]\n]{{0,300}})?\]", re.IGNORECASE) for name in ("quote", "details")
}


def blocks(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a block that begins in line ``start``; its end stands at the end of a line before ``end``."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    opened = _OPEN.match(line)
    if opened is None or state.is_code_block(start):
        return False
    env = state.env
    depth, count = env.get("bbcode_depth", 0), env.get("bbcode_count", 0)
    if depth >= _DEEPEST or count >= _MOST:
        return False
    env["bbcode_count"] = count + 1
    last = _last_line(state, start, end, opened[1].lower())
    if last is None:
        return False
    if not silent:
        env["bbcode_depth"] = depth + 1
        _write(state, opened, state.getLines(start, last + 1, state.blkIndent, False))
        env["bbcode_depth"] = depth
        state.line = last + 1
    return True


def _last_line(state: StateBlock, start: int, end: int, name: str) -> int | None:
    depth = 0
    for number in range(start, end):
        line = state.src[state.bMarks[number] : state.eMarks[number]]
        for found in _TAGS[name].finditer(line):
            depth += -1 if found[1] else 1
            if depth == 0:
                return number if not line[found.end() :].strip() else None
    return None


def _write(state: StateBlock, opened: re.Match[str], source: str) -> None:
    inner = source.strip()[len(opened[0]) :]
    inner = inner[: inner.rindex("[")].strip("\n")
    before, after = _frame(opened[1].lower(), (opened[2] or "").strip().strip("\"'“”"))
    state.tokens.append(_html(before))
    state.md.block.parse(inner, state.md, state.env, state.tokens)
    state.tokens.append(_html(after))


def _frame(name: str, told: str) -> tuple[str, str]:
    """What stands before and after the content, by what the opening tag tells."""
    if name == "details":
        return f"<details><summary>{escape(told) or '…'}</summary>", "</details>"
    who, *facts = (part.strip() for part in told.split(","))
    given = dict(fact.partition(":")[::2] for fact in facts)
    attributes = f' data-username="{escape(who)}"'
    if given.get("post", "").isdecimal() and given.get("topic", "").isdecimal():
        attributes += f' data-post="{given["post"]}" data-topic="{given["topic"]}"'
    title = f'<div class="title">{escape(who)}:</div>' if who else ""
    return f'<aside class="quote"{attributes}>{title}<blockquote>', "</blockquote></aside>"


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)
