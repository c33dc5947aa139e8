"""What a witness is written in: lines that know which symbol of the client they use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["ASYNC_CLIENT", "CLIENT", "ERRORS", "PACKAGE", "WEBHOOKS", "Line", "Use", "function"]

PACKAGE, ERRORS, WEBHOOKS, CLIENT, ASYNC_CLIENT = "_package", "_errors", "_webhooks", "_client", "_async_client"
"""What a witness calls the client's modules and clients: no name of a description begins with an underscore."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a witness, and the symbol that an error in it is about, written as in `SymbolChange.symbol`."""

    text: str
    symbol: str


Use: TypeAlias = tuple[Line, ...]
"""Statements that use one symbol."""


def function(
    symbol: str, parameters: Mapping[str, str], body: Iterable[Line], returns: str = "None", *, define: str = "def"
) -> Use:
    """Return a function whose parameters are values of the annotated types.

    Each function is called `_`, which type checkers allow to be defined again. What it gives back is checked by its
    annotation, which stands outside of it: a parameter called `list` hides nothing there.

    Args:
        symbol: What it uses.
        parameters: Name → annotation.
        body: Its lines, indented by four columns.
        returns: The annotation of what it returns.
        define: `def` or `async def`.
    """
    declared = ", ".join(f"{name}: {annotation}" for name, annotation in parameters.items())
    return (Line(f"{define} _({declared}) -> {returns}:", symbol), *body)
