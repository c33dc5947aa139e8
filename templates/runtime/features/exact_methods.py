"""HTTP methods that are not in capitals: their names are case-sensitive (RFC 9110, section 9.1)."""

from __future__ import annotations


class ExactMethod(str):
    """A method that the HTTP library sends as it is, where it would write others in capitals."""

    __slots__ = ()

    def upper(self) -> ExactMethod:
        """Return the method as it is."""
        return self
