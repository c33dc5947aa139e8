"""A client of one of two versions, and what each of its symbols is made from and of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.diff.composed import Composition
from specloom.diff.origins import Side, list_origins, types_in
from specloom.ir.surface import Surface, owner_of
from specloom.spec.document import Document


class TracedClient:
    """A client of one side: its symbols by path, and what they are made from."""

    def __init__(self, side: Side, surface: Surface, document: Document | None = None) -> None:
        self.origins: Final = list_origins(side, surface)
        self._symbols: Final = {symbol.path: symbol for symbol in surface.walk()}
        self.composition: Final = Composition(side, self._symbols, document)

    def types(self, path: str) -> Iterator[str]:
        """Yield the types that the symbol at a path is made of, and what is in it; none if there is no such one.

        Of an alias, the types that it stands for are such ones as well.
        """
        symbol = self._symbols.get(path)
        for each in (symbol, *symbol.members) if symbol else ():
            for type_ in types_in(each):
                yield type_
                if type_ != path and type_ in self._symbols and self._symbols[type_].kind == "alias":
                    yield from types_in(self._symbols[type_])

    def routes(self, path: str) -> tuple[str, ...]:
        """Return the operations of the method that is at a path, or that an argument at a path is of."""
        method = self._symbols.get(owner_of(path))
        return method.routes if method else ()
