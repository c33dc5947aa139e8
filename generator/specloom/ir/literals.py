"""How values of a description enter Python code: as literals."""

from __future__ import annotations

from specloom.spec.document import Json

__all__ = ["literal"]


def literal(value: Json) -> str:
    """Return a Python expression for a JSON value, in ASCII.

    Raises:
        TypeError: The value is no JSON value.
    """
    match value:
        case None | bool() | int():
            return repr(value)
        case str():
            return ascii(value)
        case float():
            return repr(value) if abs(value) < float("inf") else f'float("{value}")'
        case list():
            return f"[{', '.join(literal(item) for item in value)}]"
        case dict():
            return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")
