"""Pydantic, found to be new enough when this module is imported: before anything that an old one lacks."""

from .libraries import PYDANTIC as PYDANTIC
from .libraries import require

require(PYDANTIC)
