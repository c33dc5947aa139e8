"""An expander of URI templates (RFC 6570, levels 1 to 4) of the tests' own."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtime.encoding import Json

__all__ = ["RESERVED", "defined", "escaped", "expand", "shown"]

UNRESERVED = string.ascii_letters + string.digits + "-._~"
RESERVED = ":/?#[]@!$&'()*+,;="
Write = Callable[[str], str]


@dataclass(frozen=True)
class Operator:
    """A row of the table in RFC 6570, appendix A."""

    first: str
    separator: str
    named: bool = False
    if_empty: str = ""
    reserved: bool = False


OPERATORS = {
    "": Operator("", ","),
    "+": Operator("", ",", reserved=True),
    "#": Operator("#", ",", reserved=True),
    ".": Operator(".", "."),
    "/": Operator("/", "/"),
    ";": Operator(";", ";", named=True),
    "?": Operator("?", "&", named=True, if_empty="="),
    "&": Operator("&", "&", named=True, if_empty="="),
}


def escaped(text: str, allowed: str = "") -> str:
    """Return the text as UTF-8, each byte that is neither unreserved nor allowed as a triple."""
    keep = {ord(character) for character in UNRESERVED + allowed}
    return "".join(chr(byte) if byte in keep else f"%{byte:02X}" for byte in text.encode())


def escaped_but_reserved(text: str) -> str:
    """Return the text with reserved characters and triples as they are (RFC 6570, 3.2.3)."""
    parts = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(part if number % 2 else escaped(part, RESERVED) for number, part in enumerate(parts))


def expand(template: str, write: Write | None = None, **variables: Json) -> str:
    """Return a template with its expressions expanded: levels 1 to 4 of RFC 6570, without prefixes (`{x:3}`).

    Args:
        template: The template.
        write: How values are written, where it is not as the expression's operator says.
        variables: Name → value.
    """
    expression = re.compile(r"\{([+#./;?&]?)([^}]*)\}")
    return expression.sub(lambda match: expanded(OPERATORS[match[1]], match[2].split(","), variables, write), template)


def expanded(operator: Operator, names: list[str], variables: dict[str, Json], write: Write | None) -> str:
    chosen = write or (escaped_but_reserved if operator.reserved else escaped)
    parts: list[str] = []
    for name in names:
        parts += expanded_one(operator, name.removesuffix("*"), name.endswith("*"), variables, chosen)
    return operator.first + operator.separator.join(parts) if parts else ""


def expanded_one(
    operator: Operator, name: str, explode: bool, variables: dict[str, Json], write: Write
) -> Iterator[str]:
    def pair(key: str, text: str) -> str:
        return f"{escaped(key)}={text}" if text else f"{escaped(key)}{operator.if_empty}"

    match variables.get(name):
        case None:  # undefined (2.3), as arrays and objects without a defined member
            return
        case list() as items if explode:
            texts = [write(shown(item)) for item in items if item is not None]
            yield from (pair(name, text) if operator.named else text for text in texts)
        case dict() as members if explode:
            for key, item in members.items():
                if item is not None and operator.named:
                    yield pair(key, write(shown(item)))
                elif item is not None:
                    yield f"{write(key)}={write(shown(item))}"
        case list() | dict() as whole:
            parts = whole if isinstance(whole, list) else [each for item in defined(whole).items() for each in item]
            texts = [write(shown(item)) for item in parts if item is not None]
            if texts:
                yield pair(name, ",".join(texts)) if operator.named else ",".join(texts)
        case value:
            yield pair(name, write(shown(value))) if operator.named else write(shown(value))


def defined(members: dict[str, Json]) -> dict[str, Json]:
    return {key: item for key, item in members.items() if item is not None}


def shown(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)
