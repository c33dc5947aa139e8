# Generated from the description of Pets by specloom; edits will be lost.

"""`Pet`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Tag

from .._runtime.model import tagged
from .bird import Bird
from .cat import Cat
from .lizard import Lizard

__all__ = ["Pet"]


Pet = Annotated[
    Annotated[Cat, Tag("Cat")] | Annotated[Lizard, Tag("Lizard")] | Annotated[Bird, Tag("Bird")],
    tagged("petType", {"cat": "Cat", "lizard": "Lizard", "Bird": "Bird", "bird": "Bird"}),
]
"""What people keep at home."""
