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

        Of an alias, the types that it stands for are such ones as well, and what classes are of that belong to a class.
        """
        seen, waiting = {path}, [path]
        for each in waiting:  # which grows
            symbol = self._symbols.get(each)
            for part in (symbol, *symbol.members) if symbol else ():
                for type_ in types_in(part):
                    yield type_
                    if type_ not in seen and self._goes_with(type_, path):
                        seen.add(type_)
                        waiting.append(type_)

    def _goes_with(self, type_: str, path: str) -> bool:
        """Tell whether a type is nothing of its own: an alias, or a class that belongs to the one at a path."""
        symbol, whole = self._symbols.get(type_), self._symbols.get(path)
        if symbol is None:
            return False
        return symbol.kind == "alias" or (whole is not None and symbol.owner == whole.name != symbol.name)

    def routes(self, path: str) -> tuple[str, ...]:
        """Return the operations of the method that is at a path, or that an argument at a path is of."""
        method = self._symbols.get(owner_of(path))
        return method.routes if method else ()
