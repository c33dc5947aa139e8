"""Values: classes that only hold what they are made of, and are never changed."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_T]) -> type[_T]:
    """Make a class a dataclass that is frozen and has slots.

    Every command defines up to two hundred of them, and a large description has hundreds of thousands of values. So
    type checkers alone see to it that nobody changes one: with a guard, a value takes three times as long to make. And
    of its methods none is compiled, which is what takes the time where a dataclass is defined: `__init__` is that of
    any other class with as many attributes, under other names.
    """
    cls.__doc__ = cls.__doc__ or cls.__name__  # or `dataclass` would write a signature, which takes a millisecond
    made: Any = dataclass(slots=True, init=False, eq=False, repr=False)(cls)
    names = [each.name for each in fields(made) if each.compare]
    compared = attrgetter(*names) if names else lambda _: ()

    def is_equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: object) -> int:
        return hash(compared(self))

    made.__init__ = _init_of(made)
    made.__eq__, made.__hash__, made.__repr__ = is_equal, hash_of, _show
    result: type[_T] = made
    return result


_UNSAID: Final = object()
"""The argument for an attribute that is made anew where nobody gives it."""


def _init_of(made: type[Any]) -> FunctionType:
    """Return the `__init__` of a dataclass, as `dataclass` would compile it."""
    every = fields(made)
    taken = tuple(each for each in every if each.init)
    code = _compiled("".join(map(_kind_of, every)), finishes=hasattr(made, "__post_init__"))
    names = {f"_{number}": each.name for number, each in enumerate(every)}
    code = code.replace(
        co_varnames=tuple(names.get(name, name) for name in code.co_varnames),
        co_names=tuple(names.get(name, name) for name in code.co_names),
        co_qualname=f"{made.__qualname__}.__init__",
    )
    makers = {f"make_{number}": each.default_factory for number, each in enumerate(every)}
    defaults = (each.default if each.default_factory is MISSING else _UNSAID for each in taken)
    return FunctionType(
        code, {"unsaid": _UNSAID, **makers}, argdefs=tuple(each for each in defaults if each is not MISSING)
    )


def _kind_of(attribute: Field[Any]) -> str:
    """Return how an attribute gets its value, in one letter."""
    if attribute.default_factory is MISSING:
        return "g" if attribute.init else " "
    return "u" if attribute.init else "m"


_ASSIGNED: Final = {
    "g": " self._{0} = _{0}",
    "u": " self._{0} = make_{0}() if _{0} is unsaid else _{0}",
    "m": " self._{0} = make_{0}()",
    " ": "",
}
"""The lines of an `__init__` for an attribute that is given, given or made, only made, or set by `__post_init__`."""


@cache
def _compiled(kinds: str, *, finishes: bool) -> CodeType:
    """Return the code of an `__init__` for attributes of some kinds, which are called by their numbers.

    Args:
        kinds: A letter for each attribute: see `_ASSIGNED`.
        finishes: Whether `__post_init__` goes on.
    """
    taken = [f"_{number}" for number, kind in enumerate(kinds) if kind in "gu"]
    lines = [_ASSIGNED[kind].format(number) for number, kind in enumerate(kinds)]
    last = " self.__post_init__()" if finishes else " pass"
    space: dict[str, Any] = {}
    exec("\n".join((f"def __init__({', '.join(('self', *taken))}):", *lines, last)), space)  # noqa: S102 - of our own words
    code: CodeType = space["__init__"].__code__
    return code


if TYPE_CHECKING:  # to type checkers it is the very function, so that they know which attributes there are
    from dataclasses import replace as replace  # noqa: PLC0414 - for others to import
else:

    def replace(value: Any, /, **changes: Any) -> Any:  # noqa: ANN401 - any dataclass
        """Return a value with some attributes changed: what `dataclasses.replace` does in four times the time."""
        kind = value.__class__
        places, values_of = _made_of(kind)
        values = [*values_of(value)]
        for name, changed in changes.items():
            values[places[name]] = changed
        return kind(*values)


@cache
def _made_of(kind: type[Any]) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """Return the attributes that a class of values is made with, by their places, and what returns those of a value."""
    names = [each.name for each in fields(kind) if each.init]
    places = {name: place for place, name in enumerate(names)}
    if len(names) > 1:
        return places, attrgetter(*names)
    return places, lambda value: tuple(getattr(value, name) for name in names)


def _show(self: Any) -> str:  # noqa: ANN401 - any record
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({shown})"
