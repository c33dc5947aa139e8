"""The client of `tests/generated/depot.yaml`, generated into a folder and made importable."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.pipeline import generate
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = Path(__file__).parents[1] / "generated" / "depot.yaml"


@contextmanager
def importable(folder: Path) -> Iterator[Path]:
    for path, text in generate(Target(SPEC)).tree.items():
        file = folder / "depot" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "depot"]:
        del sys.modules[name]
