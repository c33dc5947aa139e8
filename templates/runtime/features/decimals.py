"""Decimal numbers that travel as JSON numbers."""

from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer

__all__ = ["DecimalNumber"]

DecimalNumber: TypeAlias = Annotated[Decimal, PlainSerializer(float, when_used="json")]
"""A decimal number as a JSON number."""
