"""The tags and attributes of posts that are looked at, and what the simple ones become in the dialect."""

from __future__ import annotations

_BLOCK = ("<div>", "</div>")
_CODE = ("<code>", "</code>")
_NOTHING = ("", "")

# Tags that become the same whatever is around them: what their start and their end write.
SIMPLE = {
    "a": _NOTHING,
    "address": _BLOCK,
    "article": _BLOCK,
    "b": ("<b>", "</b>"),
    "caption": ("<tr><th>", "</th></tr>"),
    "center": _BLOCK,
    "dd": _BLOCK,
    "del": ("<s>", "</s>"),
    "details": _BLOCK,
    "div": _BLOCK,
    "dl": _NOTHING,
    "dt": ("<p><b>", "</b></p>"),
    "em": ("<i>", "</i>"),
    "figcaption": _BLOCK,
    "figure": _BLOCK,
    "footer": _BLOCK,
    "h1": ("<h3>", "</h3>"),
    "h2": ("<h3>", "</h3>"),
    "h3": ("<h4>", "</h4>"),
    "h4": ("<h5>", "</h5>"),
    "h5": ("<h5>", "</h5>"),
    "h6": ("<h5>", "</h5>"),
    "header": _BLOCK,
    "i": ("<i>", "</i>"),
    "ins": ("<u>", "</u>"),
    "kbd": _CODE,
    "li": ("<li>", "</li>"),
    "ol": ("<ol>", "</ol>"),
    "p": ("<p>", "</p>"),
    "pre": ("<pre>", "</pre>"),
    "q": ("“", "”"),
    "s": ("<s>", "</s>"),
    "samp": _CODE,
    "section": _BLOCK,
    "span": _NOTHING,
    "strike": ("<s>", "</s>"),
    "strong": ("<b>", "</b>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "tbody": _NOTHING,
    "tfoot": _NOTHING,
    "thead": _NOTHING,
    "tr": ("<tr>", "</tr>"),
    "tt": _CODE,
    "u": ("<u>", "</u>"),
    "ul": ("<ul>", "</ul>"),
}
VOID = {"br": "<br>", "hr": "<hr>"}

# Dropped with everything in them.
UNREAD = {"iframe", "math", "object", "script", "select", "style", "svg", "template", "title"}

# Attributes that `sync.markup_shapes` looks at; no other reaches it.
ATTRIBUTES = {
    "a": {"href", "class"},
    "aside": {"class", "data-username", "data-topic", "data-post"},
    "div": {"class"},
    "header": {"class"},
    "img": {"src", "alt", "title", "width", "height", "class"},
    "ol": {"start"},
    "span": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}

# Classes of elements that decorate a page in a browser and say nothing a reader needs; a poll's counts
# inside a post are those of the moment it was written.
DECORATION = frozenset(
    {
        "avatar",
        "invisible",
        "meta",
        "onebox-metadata",
        "poll-buttons",
        "poll-info",
        "quote-controls",
        "site-icon",
    }
)
