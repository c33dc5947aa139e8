"""How long to check a value against a schema, which may be written to take forever."""

from __future__ import annotations

from typing import Final

__all__ = ["Patience", "TooMuchError"]

_MOST_REFERENCES: Final = 20_000


class TooMuchError(Exception):
    """A value cannot be checked against a schema.

    Args:
        what: What is the matter with the value: `takes too long`.
        advice: What to do about it.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class Patience:
    """How many references may still be followed for one value. Choices between choices double them at each level."""

    def __init__(self) -> None:
        self._left = _MOST_REFERENCES

    def renew(self) -> None:
        """Begin with another value."""
        self._left = _MOST_REFERENCES

    def use(self) -> None:
        """Count a reference.

        Raises:
            TooMuchError: It is one too many.
        """
        self._left -= 1
        if self._left < 0:
            raise TooMuchError("takes too long", "let fewer of its choices lead to the same schemas")
