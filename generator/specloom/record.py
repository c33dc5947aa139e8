"""Values: classes that only hold what they are made of, and are never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

if TYPE_CHECKING:
    _T = TypeVar("_T")

    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    def record(cls: type[_T]) -> type[_T]:
        """Make a class a dataclass that is frozen and has slots.

        Type checkers see to it that nobody changes one. At run time nothing does: a dataclass that guards itself takes
        twice as long to define, of which every command pays two hundred, and three times as long to make, of which a
        large description has hundreds of thousands.
        """
else:
    record = dataclass(slots=True, unsafe_hash=True)
