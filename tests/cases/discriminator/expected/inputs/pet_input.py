# Generated from the description of Pets by specloom; edits will be lost.

"""`PetInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from ..models.bird import Bird
    from ..models.cat import Cat
    from ..models.lizard import Lizard
    from .bird_input import BirdInput
    from .cat_input import CatInput
    from .lizard_input import LizardInput

__all__ = ["PetInput"]


PetInput: _TypeAlias = "CatInput | Cat | LizardInput | Lizard | BirdInput | Bird"
"""What people keep at home."""
