"""How long to check a value against a schema, which may be written to take forever."""

from __future__ import annotations

from typing import Final

__all__ = ["Patience", "TooMuchError"]

_MOST_REFERENCES: Final = 20_000


class TooMuchError(Exception):
    """A schema refers to others so often that checking a value against it would take too long."""


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
            raise TooMuchError
