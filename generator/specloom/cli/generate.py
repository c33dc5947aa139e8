"""`specloom generate`: writes clients, with `--watch` again whenever what they are made from is saved."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from specloom.cli.parallel import run_parallel
from specloom.cli.selection import add_options, add_selection_arguments, only_vendored, select_clients, settings_files
from specloom.cli.terminal import print_error, print_message, print_result
from specloom.cli.write import Losses, WriteOutcome, up_to_date, warm_up, write_client
from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.output.current import is_current
from specloom.output.manifest import read_manifest
from specloom.regular_file import is_held
from specloom.targets.settings_file import walk_project
from specloom.targets.target import Target

Seen: TypeAlias = Mapping[Path, tuple[int, ...] | None]
"""What each path was like: None where nothing was."""

_POLL_SECONDS: Final = 0.2
_SETTLE_SECONDS: Final = 0.05
_MANY: Final = 5000
_DESCRIPTIONS: Final = (".yaml", ".yml", ".json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom generate`."""
    add_selection_arguments(parser)
    add_options(parser, "--rename")
    parser.add_argument(
        "--force", action="store_true", help="overwrite edits by hand, and generate into a folder that has other files"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="write no client of a description of which some part would have no effect that callers miss",
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="also say which parts of a description have no effect"
    )
    parser.add_argument(
        "--watch", action="store_true", help="then wait, and generate again whenever a description or setting is saved"
    )
    add_options(parser, "--wait")


def run(arguments: argparse.Namespace) -> int:
    """Write the selected clients; print a line for each. Returns 0, or 2 when one of them was not written."""
    selection = select_clients(arguments)
    if not (arguments.apis or selection.clients):
        print_message(only_vendored("generate"))
        return 0
    if selection.vendored:  # a second copy would be kept current by nothing
        each = selection.vendored[0]
        raise SpecloomError(
            f"{each.name} is vendored in {shown_path(each.folder)}",
            f"run: specloom vendor status {each.name}, or: specloom vendor update {each.name}",
        )
    if arguments.watch:
        if arguments.strict or arguments.verbose:
            raise SpecloomError("--watch has no --strict and no --verbose", "run: specloom lint")
        if arguments.rename:
            raise SpecloomError("--watch has no --rename", "run: specloom generate --rename")
        if any(is_held(client.spec) for client in selection.clients):
            raise SpecloomError("--watch needs a file that can be saved again", "name the document's file")
        _watch(arguments)
    clients = selection.clients
    losses: Losses = "refuse" if arguments.strict else "tell" if arguments.verbose else "keep"
    current = [losses == "keep" and is_current(client, rename=arguments.rename) for client in clients]
    stale = [client for client, is_done in zip(clients, current, strict=True) if not is_done]
    work = partial(write_client, force=arguments.force, losses=losses, rename=arguments.rename)
    outcomes = run_parallel(work, stale, arguments.jobs)
    code = 0
    for client, is_done in zip(clients, current, strict=True):
        outcome = up_to_date(client) if is_done else next(outcomes)
        print_result(outcome.result)
        print_message(outcome.messages)
        code = max(code, outcome.code)
    return code


def _look(paths: Iterable[Path]) -> Seen:
    """Return what the paths are like now. Two looks are equal if nothing was written between them."""
    return {path: _status(path) for path in paths}


def _look_until_settled(paths: Iterable[Path]) -> Seen:
    """Return what the paths are like as soon as nothing is being written: an editor, or git, may write for a while."""
    wanted = list(paths)
    before = _look(wanted)
    while True:
        time.sleep(_SETTLE_SECONDS)
        if (now := _look(wanted)) == before:
            return now
        before = now


def _places_in(folder: Path, suffixes: tuple[str, ...] = _DESCRIPTIONS) -> list[Path]:
    """Return the files below `folder` whose names end so, and the folders, which tell when files come and go.

    Hidden folders and those of tools are left out, and whatever is beyond the first few thousand.
    """
    found = (
        each
        for place, names in walk_project(folder)
        for each in (place, *(place / name for name in sorted(names) if name.lower().endswith(suffixes)))
    )
    return list(islice(found, _MANY))


def _status(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


@dataclass(slots=True)
class _Watched:
    """A client, and what was known when it was last looked after."""

    client: Target
    files: tuple[Path, ...] = ()
    """What decides about it."""
    seen: Seen | None = None
    """What the files were like before they were read."""
    outcome: WriteOutcome | None = None


def _watch(arguments: argparse.Namespace) -> NoReturn:
    """Generate the selected clients, then again whenever something that decides about them is saved. Ends by Ctrl-C.

    The process keeps its tools imported and what it rendered, so that a save costs little. A client is made from the
    documents that its manifest lists, and from the settings. While it cannot be generated, what it waits for may be any
    file of its description, also one that is not there yet.

    Saved files are noticed by looking at them again and again. A few dozen cost less than a millisecond to look at, on
    every system and file system, also on those that report no changes: shared folders, containers. What editors do is
    no matter: writing in place, or a new file under the old name.

    Raises:
        SpecloomError: The arguments or settings are wrong to begin with. Later mistakes are printed, and waited for.
        KeyboardInterrupt: The user has seen enough.
    """
    settings = _look(settings_files())
    watched = [_Watched(client) for client in select_clients(arguments).clients]
    for each in watched:
        _attend(each, arguments)
    print_message("watching for changes; Ctrl-C ends it")
    for each in watched:
        warm_up(each.client)
    gc.collect()
    gc.freeze()  # what is loaded by now stays: the collector need not walk over it at every save
    while True:
        time.sleep(_POLL_SECONDS)
        if _look(settings) != settings:
            settings = _look_until_settled(settings)
            watched = _reselected(watched, arguments)
        for each in watched:
            if _look(each.files) != each.seen:
                _attend(each, arguments)
                gc.collect()  # which nobody else does: `__main__` has switched the collector off


def _reselected(watched: list[_Watched], arguments: argparse.Namespace) -> list[_Watched]:
    """Return what the settings select now; nothing while they are wrong. Clients that stay the same stay known."""
    known = {each.client: each for each in watched}
    try:
        return [known.get(client) or _Watched(client) for client in select_clients(arguments).clients]
    except SpecloomError as error:
        print_error(error)
        return []


def _attend(each: _Watched, arguments: argparse.Namespace) -> None:
    """Generate a client if it is not current, and say so.

    Files of which nobody knew before are looked at only afterwards. The next round then finds more files than were
    seen, and looks after the client again; nothing is said about failing as it did before.
    """
    before, each.seen = each.seen or {}, _look_until_settled(each.files or _sources(each.client))
    if is_current(each.client):
        outcome = up_to_date(each.client)
        is_news = each.outcome is None or each.outcome.code != 0
    else:
        outcome = write_client(each.client, force=arguments.force)
        is_news = outcome.code == 0 or outcome != each.outcome or _saved(before, each.seen)
    each.outcome, each.files = outcome, _sources(each.client, failed=outcome.code != 0)
    if is_news:
        print_result(outcome.result)
        print_message(outcome.messages)


def _sources(client: Target, *, failed: bool = False) -> tuple[Path, ...]:
    """Return the files that decide about a client, and where it failed those that may be what it waits for."""
    try:
        manifest = read_manifest(client.folder)
    except SpecloomError:
        manifest = None
    known = [
        client.spec,
        *client.overlay,
        *(client.documents / path for path in (manifest.description.files if manifest else ())),
    ]
    awaited = [*_places_in(client.documents), *_places_in(client.folder, (".py", ".json", ".md"))] if failed else []
    return tuple(dict.fromkeys((*known, *awaited)))


def _saved(before: Seen, now: Seen) -> bool:
    """Return whether a file changed of which it is known how it was. A folder only tells that others may be there."""
    return any(before[path] != now[path] and not path.is_dir() for path in before.keys() & now.keys())
