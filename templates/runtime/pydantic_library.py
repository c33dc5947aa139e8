"""Pydantic, found to be new enough when this module is imported: before anything that an old one lacks."""

from .libraries import require

__all__ = ["PYDANTIC"]

PYDANTIC = "pydantic>=2.11"
require(PYDANTIC)
