"""Values: classes that only hold what they are made of, and are never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_T]) -> type[_T]:
    """Make a class a dataclass that is frozen and has slots. It may say itself what equals a value.

    Every command defines up to two hundred of them, and a large description has hundreds of thousands of values. So
    type checkers alone see to it that nobody changes one: with a guard, a value takes three times as long to make. And
    of its methods only `__init__` is compiled, without annotations, and when the first value is made: to compile takes
    most of the time in which a dataclass is defined, and some commands make values of a quarter of the classes.
    """
    cls.__doc__ = cls.__doc__ or cls.__name__  # or `dataclass` would write a signature, which takes a millisecond
    made: Any = dataclass(slots=True, init=False, eq=False, repr=False)(cls)

    def begin(self: object, *given: object, **named: object) -> None:
        made.__init__ = _compile_init(made)
        made.__init__(self, *given, **named)

    made.__init__ = begin
    names = [each.name for each in fields(made) if each.compare]
    compared = attrgetter(*names) if names else lambda _: ()

    def is_equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: object) -> int:
        return hash(compared(self))

    made.__repr__ = _show
    if "__eq__" not in vars(made):
        made.__eq__, made.__hash__ = is_equal, hash_of
    result: type[_T] = made
    return result


def _compile_init(made: type[Any]) -> Callable[..., None]:
    """Return what makes a value of a class: the `__init__` that `dataclass` writes, but for annotations."""
    scope: dict[str, Any] = {"_MISSING": MISSING}
    given, body = ["self"], []
    for each in fields(made):
        name, usual = each.name, f"_usual_{each.name}"
        if each.default is not MISSING:
            scope[usual] = each.default
            parameter, value = f"{name}={usual}", name if each.init else usual
        elif each.default_factory is not MISSING:
            scope[usual] = each.default_factory
            parameter = f"{name}=_MISSING"
            value = f"{usual}() if {name} is _MISSING else {name}" if each.init else f"{usual}()"
        else:
            parameter, value = name, name if each.init else ""
        given += [parameter] if each.init else []
        body += [f"self.{name} = {value}"] if value else []
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    lines = "\n ".join(body or ["pass"])
    exec(f"def __init__({', '.join(given)}):\n {lines}", scope)  # noqa: S102 - names of attributes, as `dataclass` does
    result: Callable[..., None] = scope["__init__"]
    result.__qualname__ = f"{made.__qualname__}.__init__"
    return result


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
