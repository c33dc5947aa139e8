"""How a project formats its code: found in its settings for ruff and black, or in the files themselves.

A formatter that went over a client changed nothing of what it says. So base and update are written as the project would
have them before anybody's edits are looked for in their differences. That is done by the ruff that formats what is
generated, by the project's settings for line length, quotes, indentation and imports: no plug-in and no code of the
project runs. What another formatter writes otherwise is taken from its own files, statement by statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from specloom.git import folders_up
from specloom.output.format import format_as
from specloom.record import record, replace
from specloom.targets.table import read_toml, table_at
from specloom.targets.target import leads_into
from specloom.vendor.folder import Content
from specloom.vendor.merge import distance
from specloom.vendor.plan import FileAction, FileStep
from specloom.vendor.statements import respell, respell_blocks

_RUFF_FILES: Final = (".ruff.toml", "ruff.toml", "pyproject.toml")
_RUFF_KEYS: Final = ("line-length", "indent-width", "target-version", "preview")
_FORMAT_KEYS: Final = (
    "quote-style indent-style skip-magic-trailing-comma docstring-code-format docstring-code-line-length preview"
).split()
_SORT_KEYS: Final = (
    "case-sensitive combine-as-imports detect-same-package force-single-line force-sort-within-sections "
    "force-wrap-aliases from-first known-first-party known-third-party length-sort lines-after-imports "
    "lines-between-types no-lines-before no-sections order-by-type relative-imports-order section-order "
    "split-on-trailing-comma"
).split()
_LINE_LENGTHS: Final = (88, 79, 100, 120)
"""The usual ones, black's and ruff's and PEP 8's first: tried where no settings say one."""
_LONGEST_LINE: Final = 320
"""The longest that ruff takes."""
_TEXT: Final = frozenset("'\"#")
"""What is in front of a text or a comment, which no formatter breaks however long it is."""
_RESPELL: Final = {".py": respell, ".md": respell_blocks}
_LONGEST_CHAIN: Final = 5
"""How many files of settings one after the other may extend: they may do so in a circle."""
_LOOKED_AT: Final = 8
"""How many files are looked at, the largest, besides those that an update changes: they show how most are written."""


@record
class Formatter:
    """One way to write code."""

    settings: Mapping[str, object]
    """Settings of ruff, by their dotted names."""
    sorts: bool
    """Whether imports are sorted."""

    def format(self, files: Mapping[str, str]) -> dict[str, str]:
        """Return Python files as they are written this way."""
        return format_as(files, self.settings, sorts=self.sorts)


@record
class Formatted:
    """Base and update of a client, written as its project writes: between base and yours, edits alone are left."""

    base: Mapping[str, str]
    update: Mapping[str, str]
    ways: Mapping[str, Formatter]
    """How the files are written that are not as they were generated, by path."""

    def finish(self, steps: Iterable[FileStep]) -> tuple[FileStep, ...]:
        """Return what happens to each file, with what was merged formatted if yours was, to the last line."""
        steps = tuple(steps)
        merged = {step.path: step for step in steps if step.action is FileAction.MERGE and step.path in self.ways}
        for formatter, paths in _by_formatter({path: self.ways[path] for path in merged}):
            before = {path: Content(merged[path].before).text or "" for path in paths}
            after = {path: Content(merged[path].after).text or "" for path in paths}
            tidy = [path for path, text in formatter.format(before).items() if text == before[path]]
            for path, text in formatter.format({path: after[path] for path in tidy}).items():
                merged[path] = replace(merged[path], after=Content(merged[path].before).rewritten(text))
        return tuple(merged.get(step.path, step) for step in steps)


def as_yours(path: str, base: str, yours: str | None) -> str:
    """Return a file of the base, written as yours is where both say the same: what is left between them are edits."""
    if yours is None or base == yours:
        return base
    return _RESPELL[PurePosixPath(path).suffix](base, yours) if _is_code(path) else base


def _is_code(path: str) -> bool:
    """Return whether a formatter of Python may have rewritten a file: the examples in documentation are code, too."""
    return PurePosixPath(path).suffix in _RESPELL


def as_project(folder: Path, base: Mapping[str, str], yours: Mapping[str, str], update: Mapping[str, str]) -> Formatted:
    """Return base and update, written as the files of the folder are.

    A file that nobody formatted stays as it is. One that is generated as the project writes anyway, and a new one, are
    written as most files are. What the update shares with the base does not matter, and is not looked at.
    """
    changed = {path for path in base.keys() | update.keys() if _is_code(path) and base.get(path) != update.get(path)}
    if not changed:
        return Formatted(base, update, {})
    both = {path for path in base.keys() & yours.keys() if _is_code(path)}
    others = sorted((path for path in both if base[path] != yours[path]), key=lambda path: (-len(base[path]), path))
    looked_at = {*both & changed, *others[:_LOOKED_AT]}
    formatted = {path for path in looked_at if as_yours(path, base[path], yours[path]) != base[path]}
    written = [line for path in formatted for line in {*yours[path].splitlines()} - {*base[path].splitlines()}]
    ways = _nearest(_candidates(folder, written), base, yours, formatted)
    if ways:
        usual, paths = max(_by_formatter(ways), key=lambda each: len(each[1]))
        rest = {path: base[path] for path in looked_at - formatted}
        as_usual = {path for path, text in usual.format(rest).items() if text == rest[path]}
        if len(paths) > len(rest) - len(as_usual):
            ways |= dict.fromkeys((*as_usual, *(changed - base.keys())), usual)
    return Formatted(_written(base, ways, yours), _written(update, ways, yours), ways)


def _written(files: Mapping[str, str], ways: Mapping[str, Formatter], yours: Mapping[str, str]) -> Mapping[str, str]:
    written = dict(files)
    for formatter, paths in _by_formatter({path: ways[path] for path in ways.keys() & files.keys()}):
        for path, text in formatter.format({path: files[path] for path in paths}).items():
            written[path] = as_yours(path, text, yours.get(path))
    return written


def _by_formatter(ways: Mapping[str, Formatter]) -> list[tuple[Formatter, list[str]]]:
    """Return each formatter with its files, sorted."""
    found: dict[tuple[str, bool], tuple[Formatter, list[str]]] = {}
    for path in sorted(ways):
        key = repr(sorted(ways[path].settings.items())), ways[path].sorts
        found.setdefault(key, (ways[path], []))[1].append(path)
    return list(found.values())


def _nearest(
    candidates: Iterable[Formatter], base: Mapping[str, str], yours: Mapping[str, str], paths: Iterable[str]
) -> dict[str, Formatter]:
    """Return for each file the way to write its base that is nearest to yours."""
    found: dict[str, tuple[int, Formatter]] = {}
    open_ = set(paths)
    for formatter in candidates:
        for path, text in formatter.format({path: base[path] for path in open_}).items():
            differing = distance(text, yours[path])
            if path not in found or differing < found[path][0]:
                found[path] = (differing, formatter)
        open_ = {path for path in open_ if found[path][0]}
        if not open_:
            break
    return {path: formatter for path, (_, formatter) in found.items()}


def _candidates(folder: Path, written: Sequence[str]) -> Iterator[Formatter]:
    """Yield the ways in which a project may format, the likeliest first; `written` are lines of its own."""
    places = folders_up(folder)[1:]
    sorting, is_said = _isort(places)
    said = [settings for settings in (_ruff(places), _black(places)) if settings]
    for settings in said:
        both = {**sorting, **settings}
        yield from (Formatter(both, sorts=is_said), Formatter(both, sorts=not is_said))
    hand = _hand(written)
    longest = min(max((len(line) for line in written if _TEXT.isdisjoint(line)), default=1), _LONGEST_LINE)
    # A usual length that is hardly more than the longest line is more likely than just that.
    for length in sorted((*_LINE_LENGTHS, longest), key=lambda length: abs(length - longest - 1)):
        settings = {**sorting, **hand, "line-length": length}
        yield from (Formatter(settings, sorts=is_said), Formatter(settings, sorts=not is_said))


def _hand(lines: Sequence[str]) -> dict[str, object]:
    """Return what shows in the lines themselves of how they are indented and quoted."""
    tabs = sum(line.startswith("\t") for line in lines)
    singles, doubles = (sum(line.count(quote) for line in lines) for quote in "'\"")
    indented = [len(line) - len(line.lstrip(" ")) for line in lines if line.startswith("  ") and line.strip()]
    return {
        "format.indent-style": "tab" if tabs > len(indented) else "space",
        "indent-width": 2 if sum(width % 4 == 2 for width in indented) * 4 > len(indented) else 4,  # noqa: PLR2004
        "format.quote-style": "single" if singles > doubles else "double",
    }


def _ruff(places: Sequence[Path]) -> dict[str, object]:
    """Return the settings of the nearest file that has some of ruff."""
    for place in places:
        if (table := _ruff_of(place, places[-1])) is not None:
            return _settings_of_ruff(table)
    return {}


def _ruff_of(place: Path, top: Path) -> Mapping[str, Any] | None:
    """Return what the settings in a folder say of ruff; None where they say nothing."""
    tables = (_ruff_table(place / name) for name in _RUFF_FILES)
    table = next((each for each in tables if each is not None), None)
    return None if table is None else _extended(table, place, top)


def _ruff_table(file: Path) -> Mapping[str, Any] | None:
    content = read_toml(file)
    if file.name == "pyproject.toml":
        return table_at(content, "tool", "ruff") or None
    return content or None


def _extended(table: Mapping[str, Any], place: Path, top: Path) -> Mapping[str, Any]:
    """Return a table with what it takes from the files that it extends, as far as these lie in the project."""
    for _ in range(_LONGEST_CHAIN):
        extends = table.get("extend")
        table = {key: value for key, value in table.items() if key != "extend"}
        if not isinstance(extends, str) or "\0" in extends:
            break
        file = place / extends
        if not leads_into(file, top):
            break
        place = file.parent
        outer = _ruff_table(file) or {}
        inner = {key: {**table_at(outer, key), **table_at(table, key)} for key in ("format", "lint", "isort")}
        table = {**outer, **table, **inner}
    return table


def _settings_of_ruff(table: Mapping[str, Any]) -> dict[str, object]:
    sorting = {**table_at(table, "isort"), **table_at(table, "lint", "isort")}
    groups = (("", table, _RUFF_KEYS), ("format.", table_at(table, "format"), _FORMAT_KEYS))
    found = {f"{front}{key}": inner[key] for front, inner, keys in groups for key in keys if key in inner}
    return {"line-length": 88, **found, **_sorting(sorting)}


def _sorting(table: Mapping[str, Any]) -> dict[str, object]:
    return {f"lint.isort.{key}": table[key] for key in _SORT_KEYS if key in table}


def _black(places: Sequence[Path]) -> dict[str, object]:
    """Return what makes ruff write as black does by the nearest settings of it."""
    for place in places:
        if table := table_at(read_toml(place / "pyproject.toml"), "tool", "black"):
            quotes = "preserve" if table.get("skip-string-normalization") else "double"
            return {
                "line-length": table.get("line-length", 88),
                "format.quote-style": quotes,
                "format.skip-magic-trailing-comma": bool(table.get("skip-magic-trailing-comma")),
                "format.preview": bool(table.get("preview")),
            }
    return {}


def _isort(places: Sequence[Path]) -> tuple[dict[str, object], bool]:
    """Return how imports are sorted by the nearest settings of isort, and whether any settings say that they are."""
    for place in places:
        tools = table_at(read_toml(place / "pyproject.toml"), "tool")
        if "isort" in tools:
            return _sorting({key.replace("_", "-"): value for key, value in table_at(tools, "isort").items()}), True
        if (table := _ruff_of(place, places[-1])) is not None:
            chosen = [
                *_texts(table, "select"),
                *_texts(table, "extend-select"),
                *_texts(table_at(table, "lint"), "select"),
                *_texts(table_at(table, "lint"), "extend-select"),
            ]
            return {}, any(each in {"ALL", "I", "I0", "I00", "I001"} for each in chosen)
    return {}, False


def _texts(table: Mapping[str, Any], key: str) -> list[str]:
    found = table.get(key)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
