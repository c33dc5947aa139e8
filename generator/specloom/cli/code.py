"""The code of a consumer beside what changes: `--code` of the commands that compare two versions of a client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.messages import shown_path
from specloom.record import record

if TYPE_CHECKING:
    import argparse

    from specloom.diff.report import Report
    from specloom.diff.review import CodeReview
    from specloom.diff.usages import Unseen
    from specloom.ir.surface import Surface
    from specloom.targets.settings import Configuration
    from specloom.targets.target import Target
    from specloom.typecheck.project import Project


def add_code_arguments(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """Add the arguments that `chosen_code` reads; return their group, for what says nothing of code."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--code",
        metavar="PATH",
        action="append",
        type=Path,
        default=[],
        help="say what breaks in this code, which calls the client: a file or folder; repeatable (default: `code` of "
        "the settings)",
    )
    group.add_argument("--no-code", action="store_true", help="look at no code, whatever the settings say")
    return group


def chosen_code(arguments: argparse.Namespace, configuration: Configuration) -> tuple[Path, ...]:
    """Return the code to look at: what the arguments name, else what the settings do.

    Raises:
        SpecloomError: They name what is not there.
    """
    return () if arguments.no_code else named_code(arguments) or configuration.existing_code


def named_code(arguments: argparse.Namespace) -> tuple[Path, ...]:
    """Return the code that the arguments name, which has to be there although nothing changes.

    Raises:
        SpecloomError: It is not.
    """
    if arguments.code:
        from specloom.typecheck.project import refuse_missing_place

        for place in arguments.code:
            refuse_missing_place(place)
    return tuple(arguments.code)


@record
class Compared:
    """A report, and both versions of the client that it is about."""

    report: Report
    old: Surface
    new: Surface
    files: Callable[[], tuple[Mapping[str, str], Mapping[str, str]]]
    """Returns the files of both: relative path → text."""
    copies: Mapping[str, Path | None]
    """What it is imported as, and the folders in which it lies, as far as anybody tells."""
    http: str = ""
    """The HTTP library of the client that the code imports, where that is known to be another than both use."""


def copies_of(targets: Iterable[Target]) -> dict[str, Path | None]:
    """Return the folders of clients by what they are imported as."""
    return {target.import_path or target.folder.name: target.folder.absolute() for target in targets if target.out}


def review_code(places: Sequence[Path], compared: Sequence[Compared]) -> tuple[list[Report], CodeReview]:
    """Return the reports with the places in the code that each change touches, and what there is to say of the code.

    Raises:
        SpecloomError: The code or mypy is missing.
    """
    from specloom.diff.review import CodeReview
    from specloom.diff.usages import ClientCode, join_code
    from specloom.typecheck.consumer_code import ComparedClient, check_code
    from specloom.typecheck.project import read_project
    from specloom.vendor.trial import choose_interpreter

    known = {name: folder for each in compared for name, folder in each.copies.items() if folder is not None}
    project = read_project(places, known)
    clients = {
        str(number): ComparedClient(_imports(each, project), *each.files(), each.old)
        for number, each in enumerate(compared)
    }
    imports = {name for client in clients.values() for name in client.imports}
    using = project.using(imports)
    needed = {each.http or side.http for each in compared for side in (each.old, each.new)}
    interpreter = choose_interpreter(using[0].path, needed) if using else Path()
    codes = check_code(project, clients, interpreter)
    reports, unexplained, unseen = join_code(
        [ClientCode(each.report, code, each.old, each.new) for each, code in zip(compared, codes.values(), strict=True)]
    )
    unseen = (*dict.fromkeys((*_unread(project, imports), *unseen)),)
    code = CodeReview(
        tuple(map(shown_path, places)),
        len(project.modules) + len(project.broken),
        len(using),
        tuple(sorted(unexplained, key=lambda each: each.location.sort_key)),
        tuple(sorted(unseen, key=lambda each: each.location.sort_key)),
    )
    return reports, code


def _imports(compared: Compared, project: Project) -> frozenset[str]:
    """Return what the code imports a client as: as somebody says, as it lies there, else by its name."""
    from specloom.output.manifest import read_manifest

    if used := {name for name in compared.copies if any(each.uses([name]) for each in project.modules)}:
        return frozenset(used)
    for name, folder in project.clients.items():
        manifest = read_manifest(folder)
        if manifest is not None and manifest.description.title == compared.old.title:
            used.add(name)
    return frozenset(used) or project.imports_of(compared.old.package)


def _unread(project: Project, imports: Iterable[str]) -> Iterator[Unseen]:
    """Yield what of the code cannot be looked at, whatever changes."""
    from specloom.diff.usages import Unseen

    for location, reason in project.broken:
        yield Unseen(location, f"the file cannot be read as Python: {reason}")
    names = tuple(imports)
    for module in project.modules:
        for origin, line in module.stars:
            if any(origin == name or origin.startswith(f"{name}.") for name in names):
                yield Unseen(module.place(line), f"all names of {origin} are imported, so that nobody sees one missing")
