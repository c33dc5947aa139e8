"""The template engine: where templates are, and how strictly they are read."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from specloom.targets.shipped import data_folder

__all__ = ["render_template", "runtime_files"]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(data_folder("templates")),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Python and Markdown, not HTML; views escape for what they are printed in
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render_template(name: str, view: object) -> str:
    """Return what the template of that name, below `package/`, prints for a view."""
    return _environment().get_template(f"package/{name}").render(view=view)


def runtime_files() -> dict[str, str]:
    """Return the runtime that every client carries, as relative path → text."""
    folder = data_folder("templates") / "runtime"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
