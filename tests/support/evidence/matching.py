"""Which operation a block belongs to, and whether it is sent or received: from the lines above it, or from a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidence.blocks import Block
    from specloom.spec.document import Document, Operation

__all__ = ["PLACED", "Match", "NotDescribedError", "Role", "match_block"]

Role = Literal["request", "response", "webhook"]


class NotDescribedError(LookupError):
    """A block belongs to nothing, or to nothing that the description or the client has."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a block is an example of."""

    operation: Operation
    role: Role

    def __str__(self) -> str:
        return f"{self.operation.path} webhook" if self.role == "webhook" else f"{self.operation.route} {self.role}"


Placed = tuple[tuple[str, Role], ...]

PLACED: Final[Mapping[tuple[str, int], Placed]] = {
    # The page names no routes at all.
    ("fixje", 9): (("POST /api/v1/login", "response"),),
    ("fixje", 15): (("GET /api/v1/orders", "response"),),
    ("fixje", 69): (("POST /api/v1/orders", "request"),),
    ("fixje", 110): (("POST /api/v1/orders", "response"),),
    ("fixje", 116): (("GET /api/v1/orders/{orderId}", "response"),),
    ("fixje", 159): (("GET /api/v1/products", "response"),),
    # The example request for the list has the address of a single role.
    ("fixably", 4051): (("GET /roles", "response"),),
    # One example for creating and for updating.
    ("repairdesk", 60): (("POST /customers", "request"), ("PUT /customers/{customer_id}", "request")),
}
"""Page and line of the block → routes and roles, where the lines above the block do not tell or are wrong."""

_REQUEST_LINE: Final = re.compile(
    r"""(?:\d+\s*[-:]\s*(?:[a-z]+\s)?)?      # 3- create
        (GET|PUT|POST|PATCH|DELETE)\s*       # the method; the address may be glued to it
        (?:https?://[^/\s]+)?(/[^\s?]*)      # the path
        (?:\?\S*)?(?:\s+HTTP/[\d.]+)?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADER: Final = re.compile(r"[A-Z][A-Za-z-]*: \S+$|HTTP/[\d.]+ \d{3}")
_WEBHOOK: Final = re.compile(r"\b(\w+) webhook body\b", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}|:\w+")


def match_block(block: Block, document: Document, placed: Mapping[tuple[str, int], Placed] = PLACED) -> list[Match]:
    """Return what a block is an example of.

    The nearest request line above tells the operation. The role is told by the caption, which is the nearest line
    between both that is no header: it says `response`, or the block is the body that the operation takes. A caption
    `… NAME webhook body …` names a webhook.

    Raises:
        NotDescribedError: The lines above and the list do not tell, or what they tell is not described.
    """
    routes = {operation.route: operation for operation in document.operations}
    if (found := placed.get((block.page, block.line))) is not None:
        if missing := [route for route, _ in found if route not in routes]:
            raise NotDescribedError(f"matching.py places it at {missing[0]}, which is not described")
        return [Match(routes[route], role) for route, role in found]
    caption, request = _read_above(block)
    if (named := _WEBHOOK.search(caption)) is not None:
        return [_webhook(named[1], document)]
    if request is None:
        raise NotDescribedError("there is no request line above it; place it in matching.py")
    return [_operation(request, caption, document)]


def _read_above(block: Block) -> tuple[str, re.Match[str] | None]:
    caption = ""
    for line in reversed(block.above):
        if (request := _REQUEST_LINE.match(line)) is not None:
            return caption, request
        if line.strip() and not caption and not _HEADER.match(line):
            caption = line
            if _WEBHOOK.search(caption):
                break
    return caption, None


def _webhook(name: str, document: Document) -> Match:
    operations = document.webhooks.get(name.lower())
    if not operations:
        raise NotDescribedError(f"a webhook {name} is not described")
    return Match(operations[0], "webhook")


def _operation(request: re.Match[str], caption: str, document: Document) -> Match:
    method, path = request[1].lower(), request[2]
    bases = {_base_path(server.url) for server in document.servers} | {""}
    for operation in document.operations:
        patterns = (base + _path_pattern(operation.path) for base in bases)
        if operation.method == method and any(re.fullmatch(pattern, path) for pattern in patterns):
            is_request = "response" not in caption.lower() and operation.request_body is not None
            return Match(operation, "request" if is_request else "response")
    raise NotDescribedError(f"{request[1].upper()} {path}, the nearest request above it, is not described")


def _base_path(url: str) -> str:
    return _path_pattern(re.sub(r"^https?://[^/]+", "", url).rstrip("/"))


def _path_pattern(path: str) -> str:
    """Return a pattern for the addresses of a path: any text in place of a placeholder, or another placeholder."""
    return "[^/]+".join(re.escape(part) for part in _PLACEHOLDER.split(path))
