"""Pydantic, found to be new enough when this module is imported: before anything that an old one lacks."""

from .libraries import require

PYDANTIC = "pydantic>=2.11"
require(PYDANTIC)
