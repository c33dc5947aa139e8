# Generated from the description of Pets by specloom; edits will be lost.

"""`Pet`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Tag as _Tag

from .._runtime.features.tagged import tagged as _tagged
from .bird import Bird
from .cat import Cat
from .lizard import Lizard

__all__ = ["Pet"]


Pet = _Annotated[
    _Annotated[Cat, _Tag("Cat")]
    | _Annotated[Lizard, _Tag("Lizard")]
    | _Annotated[Bird, _Tag("Bird")],
    _tagged(
        "petType",
        {
            "cat": "Cat",
            "lizard": "Lizard",
            "Bird": "Bird",
            "Cat": "Cat",
            "Lizard": "Lizard",
            "bird": "Bird",
        },
    ),
]
"""What people keep at home."""
