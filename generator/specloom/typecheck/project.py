"""The code of a consumer: its modules, what they are imported as, and which of them use a client, directly or not."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from specloom.findings import Location, NamedSource, Position, SpecloomError, unreadable
from specloom.git import find_repository
from specloom.messages import shown_path
from specloom.output.manifest import is_client
from specloom.output.tree import with_line_feeds
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.targets.settings_file import FOREIGN
from specloom.targets.target import is_project, leads_into

_STANDS_FOR_ENVIRONMENT: Final = "pyvenv.cfg"


@dataclass(frozen=True, eq=False)
class CodeModule:
    """One file."""

    name: str
    """What it is imported as."""
    root: Path
    """The folder that the name begins in."""
    path: Path
    text: str
    tree: ast.Module

    @property
    def shown(self) -> str:
        """The file as people call it."""
        return shown_path(self.path)

    def place(self, line: int, column: int = 1) -> Location:
        """Return a place in it."""
        return Location(NamedSource(self.shown, self.text), fixed=Position(line, column))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text, without line ends."""
        return self.text.split("\n")

    @cached_property
    def imports(self) -> frozenset[str]:
        """All that it imports, by full names: of what is imported from a module, that too."""
        return frozenset(_imports(self))

    @cached_property
    def stars(self) -> tuple[tuple[str, int], ...]:
        """The modules of which it imports all names, and where."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom)]
        return tuple((_origin(each, self), each.lineno) for each in found if each.names[0].name == "*")

    def uses(self, names: Iterable[str]) -> bool:
        """Tell whether it imports one of these modules, or what is in one."""
        return any(each == name or each.startswith(f"{name}.") for name in names for each in self.imports)


@record
class Project:
    """The code that somebody names."""

    modules: tuple[CodeModule, ...]
    clients: Mapping[str, Path]
    """The generated clients that lie in it or beside it: what each is imported as → its folder."""
    broken: tuple[tuple[Location, str], ...]
    """The files that cannot be read as Python, and why."""

    def using(self, names: Collection[str]) -> tuple[CodeModule, ...]:
        """Return the modules that use clients: they import one, or a module that does."""
        found: dict[CodeModule, None] = {}
        wanted = set(names)
        while more := [each for each in self.modules if each not in found and each.uses(wanted)]:
            found |= dict.fromkeys(more)
            wanted |= {each.name for each in more}
        return tuple(each for each in self.modules if each in found)

    def imports_of(self, package: str) -> frozenset[str]:
        """Return the modules of that name, wherever they are imported from."""
        parts = [name.split(".") for module in self.modules for name in module.imports]
        return frozenset(".".join(each[: at + 1]) for each in parts for at, part in enumerate(each) if part == package)


def read_project(places: Sequence[Path], clients: Mapping[str, Path]) -> Project:
    """Return the code in files and folders. Nothing of it is run.

    Clients are those whose folders are known, by what they are imported as. Other ones are found.

    Raises:
        SpecloomError: There is no such file or folder, or neither Python nor a client in it.
    """
    found: dict[str, Path] = dict(clients)
    modules: list[CodeModule] = []
    broken: list[tuple[Location, str]] = []
    # The folders in which the first parts of the names lie.
    roots = [folder.absolute().parents[name.count(".")] for name, folder in clients.items()]
    for path in dict.fromkeys(path for place in places for path in _files(place, found, roots)):
        name, root = _module_name(path, roots)
        try:
            _refuse_foreign(path, places)
            text = with_line_feeds(read_regular(path)).decode()
            modules.append(CodeModule(name, root, path, text, ast.parse(text)))
        except OSError as error:
            raise unreadable(path, error) from error
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = error.lineno or 1 if isinstance(error, SyntaxError) else 1
            reason = error.msg if isinstance(error, SyntaxError) else str(error) or "it is nested too deeply"
            broken.append((Location(NamedSource(shown_path(path)), fixed=Position(line, 1)), reason))
    if not modules and not broken and not _hold_any(places, found.values()):
        raise SpecloomError(
            f"there is no Python code in {', '.join(map(shown_path, places))}", "name the folder of your own code"
        )
    return Project(_named_once(modules), found, tuple(broken))


def _hold_any(places: Iterable[Path], clients: Iterable[Path]) -> bool:
    """Tell whether a client lies in one of the places: the code that calls it may follow."""
    return any(folder.absolute().is_relative_to(place.absolute()) for folder in clients for place in places)


def confines_of(folder: Path) -> Path:
    """Return what links in a folder of code may lead into: its repository, else the folder itself."""
    return find_repository(folder) or folder.resolve()


def _refuse_foreign(path: Path, places: Iterable[Path]) -> None:
    """Refuse a file that a link makes one of the code, though nobody named it: links come with commits, too."""
    if not any(path.is_relative_to(each.absolute()) and leads_into(path, confines_of(each)) for each in places):
        raise ValueError("it is a link that leads out of the repository")


def refuse_missing_place(place: Path) -> None:
    """Refuse a place of code where there is nothing.

    Raises:
        SpecloomError: There is no such file or folder.
    """
    if not (place.is_file() or place.is_dir()):
        raise SpecloomError(f"there is no file or folder {shown_path(place)}", "name the code that calls the client")


def _files(place: Path, clients: dict[str, Path], roots: Sequence[Path]) -> Iterator[Path]:
    """Yield the files of Python below a place, and note the clients that are there instead of yielding their files."""
    place = Path(os.path.abspath(place))  # noqa: PTH100 - links are not followed
    refuse_missing_place(place)
    if place.is_file():
        yield place
    elif any(place == folder for folder in clients.values()):
        return
    elif is_client(place):
        name, _ = _module_name(place / "__init__.py", roots)
        clients[name] = place
    else:
        for entry in sorted(place.iterdir()):
            if entry.is_dir():
                is_code = not entry.name.startswith(".") and entry.name not in FOREIGN and not entry.is_symlink()
                if is_code and not (entry / _STANDS_FOR_ENVIRONMENT).exists():
                    yield from _files(entry, clients, roots)
            elif entry.suffix == ".py" and entry.is_file():
                yield entry


def _module_name(path: Path, roots: Sequence[Path]) -> tuple[str, Path]:
    """Return what a file is imported as, and the folder in which that begins.

    That is the nearest folder that a client is imported from or that is the `src` of a project, else the one around the
    outermost package.
    """
    around = (each for each in path.parents if each in roots or (each.name == "src" and is_project(each.parent)))
    outermost = (each for each in path.parents if not (each / "__init__.py").exists())
    for root in (*around, *islice(outermost, 1)):
        parts = path.relative_to(root).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if parts and all(map(str.isidentifier, parts)):
            return ".".join(parts), root
    return re.sub(r"\W", "_", path.stem), path.parent  # mypy stumbles over some characters


def _named_once(modules: Iterable[CodeModule]) -> tuple[CodeModule, ...]:
    """Return the modules, later ones of a name with longer names: scripts of several folders may be called alike."""
    found: dict[str, CodeModule] = {}
    for each in modules:
        name, root = each.name, each.root
        while name in found and root.parent != root:
            name, root = f"{root.name}.{name}", root.parent
        found[name] = CodeModule(name, root, each.path, each.text, each.tree)
    return tuple(found.values())


def _imports(module: CodeModule) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, module)
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _origin(node: ast.ImportFrom, module: CodeModule) -> str:
    return absolute_name(node, module.name, is_package=module.path.name == "__init__.py")


def absolute_name(statement: ast.ImportFrom, module: str, *, is_package: bool) -> str:
    """Return the module that names are imported from."""
    if not statement.level:
        return statement.module or ""
    parts = module.split(".")
    above = parts[: len(parts) - statement.level + is_package]
    return ".".join([*above, *([statement.module] if statement.module else [])])
