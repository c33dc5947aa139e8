"""How the documents of a description are come by: what they are called, and what there is instead of missing ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specloom.record import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from specloom.spec.assumptions import Assumptions


@record
class Retrieval:
    """How the documents of one version of a description are come by. By default they lie where a target says."""

    show: Callable[[Path], str] | None = None
    """Returns how findings call the file at an absolute path; None: by its path, relative to the working directory if
    it is below it."""
    is_past: bool = False
    """Nobody can mend the description any more. What is wrong with it and decides no type does not stop. Its overlays
    were written for another version: `extends` may name that, and an action that selects nothing has no effect."""
    supply: Callable[[Path], None] | None = None
    """Makes the file at an absolute path that a reference means and that does not exist, if it can. It may raise
    `Refusal`."""
    assumptions: Assumptions | None = None
    """What is assumed where the description is wrong."""

    def name(self, path: Path) -> str | None:
        """Return how findings call the file at an absolute path, if it is not by that path."""
        return self.show(path) if self.show else None


AS_IT_LIES: Final = Retrieval()
"""Of a description that its author keeps on this machine."""
