"""The last generation of a client, which tells edits from what was generated, and where its files lie now.

Where two branches meet that both updated the client, Git keeps the base of one in the work tree, and merges the code of
both. What the other branch's update brought would look like edits then, so the bases are merged as well, file by file,
as Git merged the code.

Files, classes, types and constants that somebody moved or renamed are found by likeness with the base. An update goes
to where the file is now, as with Git, and calls a class as it is called now. References of generated code to a module
that moved lead there as well, unless the file still refers to the old place; so do those to a class.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from io import StringIO
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Final

from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.tools import is_newer
from specloom.output.tree import FileTree
from specloom.record import record
from specloom.vendor.base import BASE, ONLY_IN_BASE, parse_base, without_state
from specloom.vendor.folder import Content, texts_of
from specloom.vendor.git_index import unmerged_versions
from specloom.vendor.merge import distance, merge_texts
from specloom.vendor.pristine import with_files

_ALIKE: Final = 0.5
"""How much two files have in common, at least: Git's measure for a rename."""
_ALIKE_IN_USE: Final = 0.33
"""How much is enough where modules of the folder lead to the new file: its class may have another name, and more."""
_WORD: Final = re.compile(r"\w+")
_RELATIVE: Final = re.compile(r"(\.+)([\w.]*)")
_RUNTIME: Final = "_runtime/"
"""Where the runtime lies. Its classes are its own: whatever else is generated knows them by private names."""
_DEFINED: Final = re.compile(
    r"^(?:class (\w+)|([A-Za-z]\w*)(?=: \S| = (?!_lazy))).*\n(?:(?:[ \t)\]}].*)?\n)*", re.MULTILINE
)
"""A class, a type or a constant at the top of a module, from its first line to its last."""
_PARTS: Final = re.compile(
    r'''(?P<spelt>_TypeAlias(?: = \(?|Type\()\s*")(?P<code>[^"\\\n]*(?:",\s+"[^"\\\n]*)?)"'''
    r"""|(?P<table>__all__ = \[[^\]]*\]?|\b_lazy\([^)]*\)?|(?:"\w+"|'\w+')(?=:\s["']\.))"""
    r'''|"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\\.|\#[^\n]*'''
    r"|\bfrom\s+\.+_runtime\b[^\n(]*(?:\([^)]*\)?)?"
    r"|(?P<word>\w+)",
    re.DOTALL,
)
"""A type that is spelt as a text; a table of names, where each is a text; any other text, a comment or an import from
the runtime, whose names are no references; or a word. Nothing that lacks its end is looked at from each place in it."""
_REFERENCE: Final = re.compile(r"""(?:(?P<from>\bfrom\s+)|["'])(?P<name>\.+(?:[^\W\d][\w.]*)?)(?:\s+import\b|["'])""")


@record
class LastGeneration:
    """The last generation of a client, and where its files lie now."""

    base: FileTree | None
    """As it was generated: path → text, of both branches of a merge under way; None where it is lost."""
    texts: Mapping[str, str]
    """What lies in the folder, by path."""
    moves: Mapping[str, str]
    """As of `find_moves`."""
    files: Mapping[str, str]
    """The base as of `follow_moves`, without what is Specloom's own."""


def find_last(folder: Path, stored: FileTree | None, yours: Mapping[str, Content]) -> LastGeneration:
    """Return the last generation with its files where they lie now.

    `stored` is the base that lies there, if one does.
    """
    texts = texts_of(yours)
    base = stored and _join_bases(folder, stored, texts)
    files = without_state(base or {})
    moves = find_moves(files, texts, yours)
    return LastGeneration(base, texts, moves, follow_moves(files, moves, texts))


def _join_bases(folder: Path, ours: FileTree, yours: Mapping[str, str]) -> FileTree:
    """Return what both branches of a merge under way have as the base; without one, the base that lies in the folder.

    Where both changed the same lines, and of what no merge is made, it is that of the folder. Where somebody took the
    file of one branch as a whole, it is that branch's. The manifest is that of the folder, too, unless a newer Specloom
    wrote the other: no older one may update what is merged from it.
    """
    versions = unmerged_versions(folder, BASE)
    if versions is None:
        return ours
    try:
        first, *sides = (parse_base(content, BASE) for content in versions)
    except SpecloomError:  # one is of another time: that of the folder will do
        return ours
    if dict(ours) not in map(dict, sides):  # an update has been there since
        return ours
    theirs = next((side for side in sides if dict(side) != dict(ours)), ours)
    files = {
        path: text
        for path in sorted((ours.keys() | theirs.keys()) - {MANIFEST, *ONLY_IN_BASE})
        if (text := _joined(first.get(path), ours.get(path), theirs.get(path), yours.get(path))) is not None
    }
    manifests = [parse_manifest(side[MANIFEST]) for side in (ours, theirs)]
    newest = next((each for each in manifests if is_newer(each.tools.specloom)), manifests[0])
    return with_files(newest, files | {path: ours[path] for path in ONLY_IN_BASE & ours.keys()})


def _joined(first: str | None, ours: str | None, theirs: str | None, yours: str | None) -> str | None:
    """Return the text of the base which a file has come from: the merged one, or that of one branch."""
    if first == ours:
        merged = theirs
    elif first == theirs or ours is None or theirs is None:
        merged = ours
    else:
        merge = merge_texts(first or "", ours, theirs)
        merged = ours if merge.conflicts else merge.text
    if yours is None or ours == theirs:
        return merged
    return min((merged, ours, theirs), key=lambda text: distance(text or "", yours))


def find_moves(base: Mapping[str, str], yours: Mapping[str, str], there: Collection[str]) -> dict[str, str]:
    """Return where files of the base lie that are no longer in their place: old path → new path.

    Words and lines that few files of the base have count far more: what all begin with makes nothing alike. Files of
    another kind do not count, for the README names what modules have. Of several files that are alike, the one to which
    modules of the folder lead is in use, and another is a copy that somebody keeps. `there` has all paths that are
    taken, in the folder or by the update.
    """
    gone = [path for path in base if path not in there and base[path].strip()]
    come = [path for path in yours if path not in base and yours[path].strip() and "/.git/" not in f"/{path}"]
    if not (gone and come):
        return {}
    texts = [*base.items(), *((path, yours[path]) for path in come)]
    by_words, by_lines = (
        _likeness({path: set(divide(text)) for path, text in texts}, base) for divide in (_WORD.findall, _lines)
    )

    def likeness(old: str, path: str) -> float:
        """Return how much of two files is in both, from 0 to 1: formatters leave the words, additions the lines."""
        return max(by_words(old, path), by_lines(old, path))

    def is_copy(path: str, alike: float) -> bool:
        """Return whether a file is more like one that is still in its place than like one that is gone."""
        return any(likeness(old, path) > alike for old in base.keys() - {*gone} if _suffix(old) == _suffix(path))

    used = _reached(base, yours)
    pairs = [(likeness(old, path), old, path) for old in gone for path in come if _suffix(old) == _suffix(path)]
    pairs = [pair for pair in pairs if pair[0] >= (_ALIKE_IN_USE if pair[2] in used else _ALIKE)]
    moves: dict[str, str] = {}

    def order(pair: tuple[float, str, str]) -> tuple[bool, float, bool, str, str]:
        alike, old, path = pair
        return path not in used, -alike, PurePosixPath(old).name != PurePosixPath(path).name, old, path

    for alike, old, path in sorted(pairs, key=order):
        if old not in moves and path not in moves.values() and not is_copy(path, alike):
            moves[old] = path
    return moves


def place_new_files(
    new: Iterable[str], base: Collection[str], moves: Mapping[str, str], there: Collection[str]
) -> dict[str, str]:
    """Return where new files belong whose folder was moved, as Git has it: generated path → path beside its siblings.

    What somebody has put there is met as in any other place.
    """
    folders: dict[PurePosixPath, set[PurePosixPath]] = {}
    for old in base:
        if old in moves or old in there:
            folders.setdefault(PurePosixPath(old).parent, set()).add(PurePosixPath(moves.get(old, old)).parent)
    places: dict[str, str] = {}
    for path in new:
        found = folders.get(PurePosixPath(path).parent, set())
        if path not in base and path not in there and len(found) == 1:
            place = str(next(iter(found)) / PurePosixPath(path).name)
            if place != path and place not in {*moves.values(), *base}:
                places[path] = place
    return places


def _reached(base: Collection[str], yours: Mapping[str, str]) -> set[str]:
    """Return the files to which the modules that are still in their place lead, by their references."""
    places = {_module(path): path for path in yours if path.endswith(".py")}
    waiting = [path for path in places.values() if path in base]
    reached = {*waiting}
    for path in waiting:  # which grows
        folder = PurePosixPath(path).parent.parts
        named = (_resolved(reference["name"], folder) for _, reference in _references(yours[path]))
        found = {places[target] for target in named if target in places} - reached
        reached |= found
        waiting += sorted(found)
    return reached


def _likeness(parts: Mapping[str, set[str]], base: Collection[str]) -> Callable[[str, str], float]:
    """Return what tells how many parts two files of the same kind have in common, from 0 to 1."""
    known = Counter((_suffix(path), part) for path in base for part in parts[path])
    weights = {path: {part: max(known[_suffix(path), part], 1) ** -2 for part in each} for path, each in parts.items()}
    whole = {path: sum(each.values()) or 1 for path, each in weights.items()}
    return lambda one, other: (
        2 * sum(weights[one][part] for part in parts[one] & parts[other]) / (whole[one] + whole[other])
    )


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split("\n")))


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix


def follow_moves(files: Mapping[str, str], moves: Mapping[str, str], yours: Mapping[str, str]) -> dict[str, str]:
    """Return generated files at the places where they lie now, with references that lead to where modules are now."""
    if not moves:
        return dict(files)
    modules = {_module(path): _module(moves.get(path, path)) for path in files if path.endswith(".py")}
    return {
        (place := moves.get(path, path)): _led(text, path, place, modules, yours.get(place))
        if path.endswith(".py")
        else text
        for path, text in files.items()
    }


def _module(path: str) -> tuple[str, ...]:
    """Return the names that lead to a module from the top of the client."""
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _led(text: str, old: str, place: str, modules: Mapping[tuple[str, ...], tuple[str, ...]], yours: str | None) -> str:
    """Return a generated module with its references to others as they have to be."""
    here, now = PurePosixPath(old).parent.parts, PurePosixPath(place).parent.parts
    lines = list(StringIO(text))
    for line, found in reversed(list(_references(text))):
        target = _resolved(found["name"], here)
        if target is None or target not in modules or (modules[target], now) == (target, here):
            continue
        if yours is None or not _refers(yours, found):
            front, back = lines[line][: found.start("name")], lines[line][found.end("name") :]
            lines[line] = f"{front}{_relative(modules[target], now)}{back}"
    return "".join(lines)


def _references(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each reference to another module of the client, in an import or a table, with the index of its line."""
    for index, line in enumerate(StringIO(text)):
        for found in _REFERENCE.finditer(line):
            yield index, found


def _refers(text: str, reference: re.Match[str]) -> bool:
    """Return whether a text still has a reference, as it was generated: in an import if it is in one, or in a table."""
    return any(
        (found["name"], found["from"] is None) == (reference["name"], reference["from"] is None)
        for _, found in _references(text)
    )


def _resolved(reference: str, folder: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the names that lead from the top of the client to what a module in a folder refers to."""
    match = _RELATIVE.fullmatch(reference)
    if match is None or len(match[1]) - 1 > len(folder):
        return None
    return (*folder[: len(folder) + 1 - len(match[1])], *filter(None, match[2].split(".")))


def _relative(target: tuple[str, ...], folder: tuple[str, ...]) -> str:
    """Return how a module in a folder refers to another."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(target, folder, strict=False)))
    return "." * (len(folder) - common + 1) + ".".join(target[common:])


def find_renamed(base: Mapping[str, str], yours: Mapping[str, str], update: Mapping[str, str]) -> dict[str, str]:
    """Return the classes, types and constants that somebody renamed where they stand: name in the base → name now.

    `base` and `update` have the files where they lie now. A name that several have, or that a file still uses where it
    was defined, is not followed; nor is one to a name that is generated, now or before. The runtime does not count.
    """
    base, update = ({path: text for path, text in files.items() if _is_named(path)} for files in (base, update))
    changed = [path for path in base if base[path] != yours.get(path, base[path])]
    both = {path: (_definitions(base[path]), _definitions(yours[path])) for path in changed}
    both = {path: (before, after) for path, (before, after) in both.items() if before.keys() != after.keys()}
    known = Counter(name for text in base.values() for name in _definitions(text)) if both else Counter()
    taken = {*known, *(name for text in update.values() for name in _definitions(text))} if both else set()
    renamed: dict[str, str] = {}
    for path, (before, after) in both.items():
        used = {*after, *_named(yours[path])}
        gone = [name for name in before if known[name] == 1 and name not in used]
        come = [name for name in after if name not in taken]
        pairs = ((_common_words(before[old], after[new]), old, new) for old in gone for new in come)
        for alike, old, new in sorted(pairs, reverse=True):
            if alike >= _ALIKE and old not in renamed and new not in renamed.values():
                renamed[old] = new
    return renamed


def follow_names(files: Mapping[str, str], renamed: Mapping[str, str], yours: Mapping[str, str]) -> dict[str, str]:
    """Return generated files that call classes as they are called now, but for files of yours that use the old name."""
    return {
        path: _renamed(text, {old: renamed[old] for old in renamed.keys() - _named(yours.get(path, ""))})
        if renamed and _is_named(path)
        else text
        for path, text in files.items()
    }


def _is_named(path: str) -> bool:
    """Return whether a file has classes that are called after the description, or refers to some."""
    return path.endswith(".py") and not path.startswith(_RUNTIME)


def _definitions(text: str) -> dict[str, str]:
    """Return what a module defines at its top but for functions, each with its text, by their names."""
    return {found[1] or found[2]: found[0] for found in _DEFINED.finditer(text)}


def _common_words(one: str, other: str) -> float:
    """Return how many words of two texts are in both, from 0 to 1."""
    words, others = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    return 2 * (words & others).total() / (words.total() + others.total())


def _named(text: str) -> set[str]:
    """Return the words of code, without texts and comments."""
    return {found["word"] for found in _PARTS.finditer(text)}


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """Return code that refers to classes by other names."""

    def part(found: re.Match[str]) -> str:
        if found["spelt"]:
            return f'{found["spelt"]}{_PARTS.sub(part, found["code"])}"'
        if found["table"]:
            return _WORD.sub(lambda word: names.get(word[0], word[0]), found[0])
        return names.get(found["word"] or "", found[0])

    return _PARTS.sub(part, text) if names else text
