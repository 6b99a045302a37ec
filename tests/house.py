"""What the house rules say about a piece of source or text: each function returns the offences it finds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent

# What a file in a folder may not import; the rules of the folders above it hold too.
FORBIDDEN = {
    "sync": ("app", "widgets", "tests", "PySide6", "shiboken6"),
    "sync/demo": ("sync.connectors", "sync.store"),
    "sync/connectors": ("sync.demo",),
    "sync/store": ("sync.demo",),
    "app": ("widgets", "tests", "PySide6", "shiboken6"),
    "widgets": ("tests", "sqlite3", "sqlite_utils", "httpx"),
    "resources": ("app", "sync", "widgets", "tests"),
}
FRONT_DOOR = "app/main.py"
# Where SQL is at home: beside its table, in the compiler of filters, and in the demo community.
_COMPILER = tuple(f"app/filters/{name}.py" for name in ("sql", "conditions", "find", "facts"))
SQL_ROOMS = ("sync/store/", "sync/demo/", *_COMPILER)

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
# Not a painter's translate().
_TRANSLATES = ("translate", "QCoreApplication.translate")
_SQL = re.compile(
    r"\s*(?:(?:SELECT|INSERT|REPLACE|UPDATE|DELETE\s+FROM|WITH|PRAGMA|CREATE|ALTER|DROP|ATTACH|DETACH)\s"
    r"|(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|VACUUM|ANALYZE|REINDEX)\b)"
)
_SECRET = re.compile(r"(?:^|_)(?:api_key|private_key|token|secret|password|payload)$")
_SPEAKS = {"print", "write", "debug", "info", "warning", "error", "exception", "critical", "log"}
_BACKTICKED = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_LINKED = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_FILE_ENDINGS = (".py", ".md", ".toml", ".lock", ".json", ".ts", ".qm", ".svg", ".png", ".yml")


def imports(tree: ast.AST, package: str) -> Iterator[tuple[ast.stmt, str]]:
    """Every import in ``tree`` as (statement, full dotted name); ``package`` is the file's dotted folder."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                yield node, f"{base}.{alias.name}"


def import_offences(path: str, source: str) -> list[str]:
    """Imports against the direction in the file at ``path`` (from the root, with forward slashes)."""
    tree = ast.parse(source)
    package = path.rpartition("/")[0].replace("/", ".")
    forbidden = [
        name for folder, names in FORBIDDEN.items() if path.startswith(folder + "/") for name in names
    ]
    allowed = _front_door_imports(tree) if path == FRONT_DOOR else set()
    return [
        f"{path}:{node.lineno} imports {name}"
        for node, name in imports(tree, package)
        if node not in allowed and any(name == bad or name.startswith(bad + ".") for bad in forbidden)
    ]


def _front_door_imports(tree: ast.Module) -> set[ast.stmt]:
    """The imports of widgets inside the one function that may have them: the first that does."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            found = {node for node, name in imports(function, "app") if name.split(".")[0] == "widgets"}
            if found:
                return found
    return set()


def _strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string constants that are not docstrings."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def colour_offences(path: str, source: str) -> list[str]:
    """Colours not asked from the theme: written in hex, as numbers in QColor, or as Qt's named ones."""
    tree = ast.parse(source)
    found = [
        f"{path}:{node.lineno} writes {node.value!r}"
        for node in _strings(tree)
        if _COLOUR.search(str(node.value))
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor") and len(node.args) >= 3:
            numbers = [part.value for part in node.args if isinstance(part, ast.Constant)]
            clear = len(numbers) == 4 and numbers[3] == 0
            if len(numbers) == len(node.args) and not clear:
                found.append(f"{path}:{node.lineno} writes {ast.unparse(node)}")
        elif isinstance(node, ast.Attribute) and re.search(
            r"GlobalColor\.(?!transparent$)", ast.unparse(node)
        ):
            found.append(f"{path}:{node.lineno} writes {ast.unparse(node)}")
    return found


def sql_offences(path: str, source: str) -> list[str]:
    """Strings that begin as a statement of SQL does, in a room where none belongs."""
    if path.startswith(SQL_ROOMS):
        return []
    return [
        f"{path}:{node.lineno} has SQL: {' '.join(str(node.value).split())[:40]}"
        for node in _strings(ast.parse(source))
        if _SQL.match(str(node.value))
    ]


def secret_offences(path: str, source: str) -> list[str]:
    """Calls that would print or log something whose name says that it is a secret."""
    return [
        f"{path}:{call.lineno} says {name}"
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in _SPEAKS
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for node in ast.walk(argument)
        for name in [node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")]
        if _SECRET.search(name)
    ]


def translated(ts: str) -> set[tuple[str, str]]:
    """The (context, English text) pairs that have a finished translation in a Qt translation file."""
    root = ElementTree.fromstring(ts)  # noqa: S314 (our own file)
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
        for translation in message.iter("translation")
        if translation.get("type") is None and "".join(translation.itertext()).strip()
    }


def translation_offences(path: str, source: str, known: set[tuple[str, str]]) -> list[str]:
    """Texts for the screen that have no translation, or that cannot be looked up for one."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in _TRANSLATES:
            words = [part.value for part in call.args[:2] if isinstance(part, ast.Constant)]
            values = [word for word in words if isinstance(word, str)]
            if len(values) < 2:
                found.append(f"{path}:{call.lineno} does not write out what to translate")
            elif (values[0], values[1]) not in known:
                found.append(f"{path}:{call.lineno} has no translation of {values[1]!r} ({values[0]})")
    return found


def named_paths(text: str, folders: set[str]) -> set[str]:
    """The paths that a Markdown text names: words in code spans and blocks, and the targets of links."""
    words = {word.strip("`,;:()'\"") for code in _BACKTICKED.findall(text) for word in code.split()}
    linked = {target for target in _LINKED.findall(text) if ":" not in target}
    in_code = {
        word
        for word in words
        if re.fullmatch(r"[\w.*-]+(/[\w.*-]+)*/?", word)
        and (word.endswith(_FILE_ENDINGS) or ("/" in word and word.partition("/")[0] in folders))
    }
    return in_code | linked


def path_offences(document: str, text: str, root: Path, folders: set[str]) -> list[str]:
    """Paths that ``text`` names and that are not under ``root``; a bare file name may be in any folder."""

    def is_there(path: str) -> bool:
        if any(root.glob(path.rstrip("/"))):
            return True
        return "/" not in path and any(found for folder in folders for found in (root / folder).rglob(path))

    return [f"{document} names {path}" for path in sorted(named_paths(text, folders)) if not is_there(path)]


def lock_offences(name: str, text: str) -> list[str]:
    """Addresses in a lock file, and requirements without an exact version or without hashes."""
    found = [
        f"{name} names an address: {line}" for line in text.splitlines() if re.search(r"://|^-| @ ", line)
    ]
    for requirement in re.split(r"\n(?=\S)", text.strip()):
        if not re.match(r"[A-Za-z0-9._-]+==\S+", requirement) or "--hash=sha256:" not in requirement:
            found.append(f"{name} does not pin {requirement.splitlines()[0]}")
    return found


def pinned(text: str) -> dict[str, str]:
    """Package and version of every requirement in a lock file."""
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text, re.MULTILINE))
