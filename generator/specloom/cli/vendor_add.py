"""`specloom vendor add`: copies a client into a project."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from specloom.cli.report.vendor import render_files, render_ignored
from specloom.cli.selection import add_options, as_told, find_document, refuse_address
from specloom.cli.terminal import print_message, print_result
from specloom.cli.vendor_selection import load_settings
from specloom.cli.write import tell_of
from specloom.findings import SpecloomError
from specloom.git import find_repository
from specloom.installed import shipped_descriptions
from specloom.messages import as_argument, did_you_mean, shown_path
from specloom.record import replace
from specloom.regular_file import is_held
from specloom.spec.overlays import find_overlays
from specloom.targets.libraries import requirements
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.settings_file import SHARED_FILE
from specloom.targets.target import Target, leads_into
from specloom.vendor.add import Addition, apply_addition, prepare_addition, refuse_name
from specloom.vendor.surfaces import find_published


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor add`."""
    parser.add_argument(
        "api",
        metavar="API",
        help="an API that ships, a client of the settings, or with --spec the name that you give to yours",
    )
    parser.add_argument(
        "--into",
        metavar="PATH",
        type=Path,
        required=True,
        help="the folder that the client becomes, and the package, as in src/acme/sitoo",
    )
    parser.add_argument("--spec", metavar="FILE", help="the description, or its folder, if it is none that ships")
    parser.add_argument("--name", metavar="NAME", help="what your settings call the client (default: as the API)")
    parser.add_argument("--package", metavar="NAME", help="what its class is called after (default: the folder)")
    parser.add_argument(
        "--only",
        metavar="OPERATION",
        nargs="+",
        action="extend",
        default=[],
        help="keep these operationIds, routes, calls as in orders.list, or resources only, and the models that they "
        "use",
    )
    add_options(parser, "--skip", "--root", "--overlay", "--rename")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be written")
    add_options(parser, "--wait")


def run(arguments: argparse.Namespace) -> int:
    """Write the client and its settings. Returns 0."""
    refuse_address(arguments.api)
    configuration, here = _settings_for(arguments)
    generated = None if arguments.spec else configuration.clients.get(arguments.api)
    if not (arguments.spec or generated):
        _refuse_unknown(arguments.api, configuration)
    moves = generated is not None and arguments.name in {None, arguments.api}
    wanted = _wanted(arguments, generated)
    published = find_published(generated) if generated and not arguments.rename else None
    addition = prepare_addition(configuration, here, wanted, moves=moves, published=published)
    tell_of(addition.vendored, addition.pristine)
    if arguments.spec:
        _tell_overlays(addition.vendored)
    name, folder, file = addition.vendored.name, shown_path(addition.vendored.folder), shown_path(addition.file)
    settings = f"{file}: the settings of {name}{'' if addition.file.exists() else ', in a new file'}"
    added = sorted(addition.changes.keys() - addition.found.keys())
    if arguments.dry_run:
        print_result(f"{folder}: {len(added)} files to add\n{render_files(added, 'add')}{settings}")
        print_message("nothing was written")
        return 0
    ignored = apply_addition(addition)
    print_result(f"{folder}: {len(addition.files)} files {_done(addition)}\n{settings}")
    print_message(
        f"commit it all; edit what you like: `specloom vendor update {name}` merges what comes later.\n"
        f"The client needs {' and '.join(requirements(addition.vendored.http))}; {folder}/README.md shows how it is "
        "called."
    )
    if here != Path.cwd():
        print_message(f"go there for all that you do with it: cd {as_argument(here)}")
    if addition.vendored.import_path is None:
        print_message(
            f"warning: a folder above {folder} has no name of a package, so no import leads to the client: move it, "
            "and let `into` in the settings say so"
        )
    if ignored:
        print_message(f"warning: {render_ignored(ignored, folder)}")
    return 0


def _tell_overlays(target: Target) -> None:
    """Say which overlays beside the description are for it, and are not laid over it: `init` writes one there."""
    laid = {path.resolve() for path in target.overlay}
    for path in find_overlays(target.spec):
        if path not in laid:
            print_message(
                f"warning: {shown_path(path)} extends this description, and the client is made without it: "
                f"give it by --overlay {as_argument(path)}, or name it as `overlay` in the settings"
            )


def _done(addition: Addition) -> str:
    if not addition.found:
        return "added"
    return "that were generated are vendored now, with your edits" if addition.changes else "were there already"


def _settings_for(arguments: argparse.Namespace) -> tuple[Configuration, Path]:
    """Return the settings that the client belongs to, and the folder in which they apply.

    They are those of the project that it goes into: one below the working directory that has settings of its own, or
    any where there are none in the working directory. A client that is listed here, and a description that does not
    lie in that project, stay with what is here.
    """
    here, configuration = Path.cwd(), load_settings()
    into = Path(os.path.abspath(arguments.into))  # noqa: PTH100 - links are named as they were
    if arguments.api in configuration.clients or here not in into.parents:
        return configuration, here
    for folder in into.parents[: into.parents.index(here)]:
        is_own = load_configuration(folder, folder.resolve()).file is not None
        is_project = is_own or (configuration.file is None and (folder / SHARED_FILE).is_file())
        has_spec = not arguments.spec or leads_into(Path(arguments.spec), folder)
        if is_project and has_spec and find_repository(folder) == find_repository(here):
            return load_settings(folder), folder
    return configuration, here


def _wanted(arguments: argparse.Namespace, generated: Target | None) -> Target:
    """Return the client that the arguments ask for, which may be one that the settings list as generated."""
    if generated is None:
        generated = Target(_document(arguments.spec) if arguments.spec else shipped_descriptions()[arguments.api])
    name = arguments.name or arguments.api
    return replace(as_told(generated, arguments), out=arguments.into, is_vendored=True, name=name)


def _document(text: str) -> Path:
    path = find_document(text)
    if is_held(path):
        raise SpecloomError(
            "the settings of a vendored client name its description, and a stream has no name",
            "save it in a file of the project, and name that",
        )
    return path


def _refuse_unknown(api: str, configuration: Configuration) -> None:
    shipped = shipped_descriptions()
    if api in shipped:
        return
    refuse_name(api, configuration)
    known = [*configuration.clients, *configuration.vendored]
    has = f"the settings have: {', '.join(known)}; " if known else ""
    listed = (
        f"{has}those that ship: {', '.join(shipped)}; if yours is another, name its description with --spec FILE, or "
        "run: specloom init FILE|URL"
    )
    if not Path(api).is_file():
        advice = did_you_mean(api, [*known, *shipped], listed)
    elif leads_into(Path.cwd() / api, configuration.folder):
        advice = f"give the client a name: specloom vendor add NAME --spec {as_argument(api)} --into PATH"
    else:
        advice = f"take it into the project: specloom init {as_argument(api)}"
    raise SpecloomError(f"no description {api!r} ships with Specloom, and the settings have no such client", advice)
