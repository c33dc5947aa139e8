"""Import statements out of what a module's code mentions."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.models.datamodel import Import

__all__ = ["import_lines"]


def import_lines(imports: Iterable[Import]) -> tuple[str, ...]:
    """Return one statement for each module, sorted; the formatter puts them in groups.

    An import without a module is `import NAME`.
    """
    modules: dict[str, list[str]] = {}
    for each in sorted(set(imports)):
        name = f"{each.name} as {each.alias}" if each.alias else each.name
        modules.setdefault(each.module, []).append(name)
    plain = [f"import {name}" for name in modules.pop("", ())]
    return (*plain, *(f"from {module} import {', '.join(names)}" for module, names in modules.items()))
