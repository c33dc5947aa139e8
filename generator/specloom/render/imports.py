"""Imports of generated code, computed from the names that it uses.

Templates and views write no import that only serves the code below it. They write names: those of types, which the
description gives, and those that the code brings along (`_Request`, `_Literal`), which begin with an underscore. No
name that a description gives begins so, and nothing has to be kept apart by lists. Where a name is imported follows
from where it is used: at the top of the module, for type checkers only, or in the block that needs it.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final, TypeAlias

from specloom.ir.formats import SCALAR_MODULES
from specloom.record import record
from specloom.render.verify import Block, read_code, refuse_unknown_names
from specloom.targets.libraries import HTTP_LIBRARIES, HTTPX

_MODULES: Final[Mapping[str, str]] = {
    "builtins": "",
    "collections.abc": "Awaitable Callable Mapping Sequence",
    "dataclasses": "dataclass",
    "enum": "StrEnum",
    "functools": "cached_property partial",
    HTTPX: "",
    "importlib": "import_module",
    "pydantic": "Field Tag",
    "typing": "Annotated Any Final Literal NotRequired TypeAlias TypedDict TypeVar Union cast overload",
    "typing_extensions": "TypeAliasType",
    "._runtime.client": "AsyncClient Client",
    "._runtime.configuration": "Configuration OnMismatch server_url setting",
    "._runtime.encoding": "encode",
    "._runtime.features.basic": "Basic",
    "._runtime.features.bearer": "Bearer",
    "._runtime.features.by_media_type": "by_media_type by_status_and_media_type",
    "._runtime.features.by_name": "by_name",
    "._runtime.features.by_status": "by_status",
    "._runtime.features.collection_client": "AsyncCollectionClient CollectionClient",
    "._runtime.features.content": "AnyContent Content write_content",
    "._runtime.features.cookies": "add_cookie",
    "._runtime.features.download": "AsyncDownloadClient DownloadClient",
    "._runtime.features.edit": "edit edit_async revision_of",
    "._runtime.features.delimited": "delimited delimited_by",
    "._runtime.features.digest": "Digest with_digest",
    "._runtime.features.digits": "DIGITS",
    "._runtime.features.elsewhere": "follow_elsewhere",
    "._runtime.features.envelope": "Envelope",
    "._runtime.features.events": "TEXT Event EventData Events",
    "._runtime.features.exact_methods": "ExactMethod",
    "._runtime.features.expand": "in_dots in_parentheses",
    "._runtime.features.expecting": "expecting",
    "._runtime.features.failures": "DescribedApiError DescribedFailures",
    "._runtime.features.failures_by_route": "Bodies FailuresByRoute by_route",
    "._runtime.features.follow": "AsyncLinkClient LinkClient",
    "._runtime.features.formats": "AsyncFormatsResource FormatsResource",
    "._runtime.features.forms": "add_form_field write_form",
    "._runtime.features.header_fields": "HeaderFields",
    "._runtime.features.item_bodies": "ItemSource event event_of_json event_of_text json_line json_record write_items",
    "._runtime.features.json_lines": "JsonLines JsonSequence",
    "._runtime.features.keys": "CookieKey HeaderKey QueryKey",
    "._runtime.features.links": "Link LinkedModel lazy",
    "._runtime.features.media_types": "ask_for choose_body takes_only",
    "._runtime.features.mixed": "write_mixed",
    "._runtime.features.multipart": "Upload add_file add_part write_parts",
    "._runtime.features.paging": "AsyncPager AsyncPagingResource Pager PagingResource",
    "._runtime.features.paging_after_last": "AfterLast",
    "._runtime.features.paging_cursor": "Cursor",
    "._runtime.features.paging_links": "NextLink",
    "._runtime.features.paging_number": "PageNumber",
    "._runtime.features.paging_offset": "Offset",
    "._runtime.features.querystring": "add_form_query add_whole_query form_text",
    "._runtime.features.rate_limit": "RateLimiter",
    "._runtime.features.reserved": "RESERVED_IN_FORM RESERVED_IN_PATH RESERVED_IN_QUERY",
    "._runtime.features.search": "Search SearchGrammar write_search",
    "._runtime.features.servers": "operation_servers",
    "._runtime.features.shape_choices": "Either Option",
    "._runtime.features.shapes": "Items Shape",
    "._runtime.features.stream_or_value": "StreamOrValue",
    "._runtime.features.streams": "AsyncStream Stream stream stream_async",
    "._runtime.features.styles": "deep_object label matrix pipe_delimited space_delimited",
    "._runtime.features.tagged": "tagged",
    "._runtime.features.tokens": "ClientCredentials TokenStore with_tokens",
    "._runtime.features.tuples": "Tuple",
    "._runtime.features.upload": "FileSource OutgoingFile Target part_of put put_async",
    "._runtime.features.webhook_login": "LoginCheck",
    "._runtime.features.webhook_signature": "SignatureCheck",
    "._runtime.features.webhooks": "TokenCheck receive",
    "._runtime.model": "Model ReadOnly",
    "._runtime.request": "Request",
    "._runtime.resource": "AsyncResource Resource",
    "._runtime.styles": "form",
    "._runtime.unset": "UNSET Unset",
    ".": "models",
    ".errors": "BY_STATUS MEANINGS described_failure described_failures",
    ".links": "Collection",
}
"""Module → the names that generated code takes from it; an empty text for the module itself.

Modules of the client are named from the top of its package, with a dot in front.
"""

BROUGHT: Final[Mapping[str, tuple[str, str]]] = {
    f"_{name or module}": (module, name)
    for module, names in (*_MODULES.items(), *SCALAR_MODULES.items())
    for name in names.split() or [""]
} | {"TYPE_CHECKING": ("typing", "TYPE_CHECKING")}  # the one name that type checkers want to see as it is
"""What generated code calls a name → the module that it comes from, and the name there."""

_LATE: Final = frozenset(
    {
        ".",
        *HTTP_LIBRARIES,
        "._runtime.encoding",
        "._runtime.features.by_media_type",
        "._runtime.features.by_status",
        "._runtime.features.events",
        "._runtime.features.expand",
        "._runtime.features.json_lines",
        "._runtime.features.search",
        "._runtime.features.shapes",
        "._runtime.features.streams",
        "._runtime.features.upload",
        *SCALAR_MODULES,
    }
)
"""Modules that a function imports when it is called: many calls do without."""

_LATE_FOLDERS: Final = (".inputs.", ".models.", ".resources.")


@record
class Scope:
    """What a module of a client can import from the others.

    Modules are named from the top of the client's package, with a dot in front: `.models.order`.
    """

    homes: Mapping[str, str]
    """The name of a type, a constant or a resource → the module that has it."""
    links: str = "._runtime.features.links"
    """The module that has `Link`."""
    http: str = HTTPX
    """The library that sends requests."""

    def find(self, name: str) -> tuple[str, str] | None:
        """Return the module that a name of generated code comes from, and the name there; None where nobody knows."""
        if name == "_Link":
            return self.links, "Link"
        if name == f"_{HTTPX}":
            return self.http, ""
        home = self.homes.get(name)
        return (home, name) if home else BROUGHT.get(name)


@record
class Completed:
    """A module of a client that imports what it uses."""

    text: str
    modules: frozenset[str]
    """What it imports of the client, named from the top of the package, with a dot in front: `._runtime.client`."""


def add_imports(path: str, text: str, scope: Scope) -> Completed:
    """Return a module of a client with the imports that its names need.

    They go below `from __future__ import annotations`, and to the beginning of blocks.

    Raises:
        SpecloomError: The text is not what templates write: see `verify`.
    """
    package = path.removesuffix(".py").split("/")[:-1]
    code = read_code(path, text, evaluated=package == ["models"])
    reads = (code.at_top, code.for_checkers, *(names for _, names in code.in_blocks))
    known = {name: scope.find(name) for names in reads for name in names if name not in code.bound}
    refuse_unknown_names(path, text, code, code.bound | {name for name, found in known.items() if found})
    brought = {name: found[0] for name, found in known.items() if found}
    late = {name for name, module in brought.items() if module in _LATE or module.startswith(_LATE_FOLDERS)}
    top = {name for name in code.at_top if name in brought}
    top |= {name for _, names in code.in_blocks for name in names if name in brought and name not in late}
    checked = {name for name in code.for_checkers if name in brought} | code.stand_ins
    lines = text.split("\n")
    blocks = [
        (_first_line(block), block[-1].end_lineno or 0, block[0].col_offset, frozenset(names.keys() & late - top))
        for block, names in code.in_blocks
    ]
    for line, indent, missing in sorted(_in_blocks(blocks), reverse=True, key=lambda each: each[0]):
        statements = [f"{' ' * indent}{statement}" for statement in import_statements(missing, scope, package)]
        lines[line:line] = [*statements, ""] if statements else []
    head = import_statements(top, scope, package)
    if for_types := import_statements(checked - top, scope, package):
        head = [*import_statements({*top, "TYPE_CHECKING"}, scope, package), "", "if TYPE_CHECKING:"]
        head += [f"    {statement}" for statement in for_types]
    start = lines.index("from __future__ import annotations") + 1 if head else 0
    lines[start:start] = ["", *head] if head else []
    modules = {module for module in brought.values() if module.startswith(".")}
    return Completed("\n".join(lines), frozenset(modules | {_absolute(each, package) for each in code.imported}))


_Block: TypeAlias = tuple[int, int, int, frozenset[str]]
"""The first line of a block, its last one, its indentation, and what it reads of modules that are loaded late."""


def _in_blocks(blocks: Iterable[_Block]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield what each block has to import: its first line, its indentation, and the names that no block around it has.

    What several branches of a function read is imported once, where the function begins.
    """
    ordered = sorted(blocks, key=lambda block: (block[0], -block[1]))
    around: list[tuple[int, frozenset[str]]] = []
    for at, (first, last, indent, names) in enumerate(ordered):
        while around and around[-1][0] < last:
            around.pop()
        found = names.difference(*(each for _, each in around))
        if not around:
            inside = ordered[at + 1 : bisect_right(ordered, last, key=itemgetter(0))]
            times = Counter(chain.from_iterable(read for _, _, _, read in inside))
            found |= {name for name, count in times.items() if count > 1}
        around.append((last, found))
        yield first, indent, found


def import_statements(names: Iterable[str], scope: Scope, package: Sequence[str]) -> list[str]:
    """Return the statements that import names, one for each module, sorted; unknown names are left out.

    `package` has the folders that the importing module lies in, from the top of the client.
    """
    modules: dict[str, list[str]] = {}
    plain: list[str] = []
    for name in sorted(names):
        found = scope.find(name)
        if found is None:
            continue
        module, original = found
        if not original:
            plain.append(f"import {module} as {name}")
        else:
            written = original if original == name else f"{original} as {name}"
            modules.setdefault(_relative(module, package), []).append(written)
    return [*plain, *(f"from {module} import {', '.join(each)}" for module, each in sorted(modules.items()))]


def _relative(module: str, package: Sequence[str]) -> str:
    """Return a module as one in `package` imports it: `..models.order`, or `.order` where they lie side by side."""
    if not module.startswith("."):
        return module
    *folders, last = module[1:].split(".")
    if package and folders == list(package):
        return f".{last}"
    return "." * len(package) + module


def _absolute(module: str, package: Sequence[str]) -> str:
    """Return a module that one in `package` imports as `..models.order`, from the top: `.models.order`."""
    name = module.lstrip(".")
    folders = package[: len(package) + 1 - (len(module) - len(name))]
    return "".join(f".{part}" for part in (*folders, name))


def _first_line(block: Block) -> int:
    """Return the index of the line at which a block's statements begin, behind its docstring."""
    first = block[0]
    if len(block) > 1 and isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        first = block[1]
    return first.lineno - 1
