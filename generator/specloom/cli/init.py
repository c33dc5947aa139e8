"""`specloom init`: takes somebody else's description into a project, with a proposal of what to add to it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from specloom.cli.report.escape import escape_text
from specloom.cli.report.findings import render_told
from specloom.cli.selection import add_options, find_document, is_address, refuse_file_address
from specloom.cli.terminal import print_message, print_result
from specloom.cli.vendor_selection import load_settings
from specloom.fetch import Fetched, fetch
from specloom.findings import SpecloomError
from specloom.ir.naming import module_name
from specloom.messages import as_argument, counted, shown_path
from specloom.regular_file import is_held, read_regular
from specloom.targets.target import is_importable
from specloom.upstream.init import Beginning, apply_init, prepare_init

_SHOWN: Final = 10
"""How many files are named."""
_NO_PACKAGES: Final = {"tests", "test", "docs", "examples"}
"""What folders are called that nothing is imported from, although it could be."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom init`."""
    parser.add_argument(
        "source",
        metavar="FILE|URL",
        help="the description: an address of https, a file, a folder that has one, or - for the standard input",
    )
    parser.add_argument("--name", metavar="NAME", help="what your settings call the client (default: by the title)")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be written")
    add_options(parser, "--wait")
    parser.epilog = (
        "exit codes: 0 done; 1 done, and the description cannot be used before an overlay mends it; 2 nothing was done"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the description, the overlay and the settings. Returns 0, or 1 if the description cannot be used yet."""
    beginning = prepare_init(load_settings(), Path.cwd(), _source(arguments.source), name=arguments.name)
    told = "\n".join(_told(beginning))
    if arguments.dry_run:
        print_result(f"{told}\n\n{beginning.files[beginning.overlay]}")
        print_message("nothing was written")
    else:
        apply_init(beginning)
        print_result(told)
    if beginning.findings:
        print_message(render_told(beginning.findings))
        print_message(
            f"mend this in {shown_path(beginning.overlay)}, or leave operations out by `skip` in "
            f"{shown_path(beginning.file)}, then run: specloom lint {beginning.name}"
        )
        return 1
    if not arguments.dry_run:
        name = beginning.name
        into = as_argument(_proposed_folder(beginning.file.parent, name))
        print_message(
            f"read the overlay, and change it as you like; `specloom list {name}` shows the calls. Then:\n"
            f"  specloom vendor add {name} --into {into}   for a client in your repository\n"
            f"  specloom generate {name}   for one that is generated and never edited"
        )
    return 0


def _source(text: str) -> Fetched | Path:
    """Return what is at an address, what comes on a stream, or the file that somebody names."""
    refuse_file_address(text)
    if is_address(text):
        return fetch(text)
    path = find_document(text)
    if is_held(path):
        return Fetched("", read_regular(path))
    if not path.exists():
        raise SpecloomError(f"there is no file {path}", "check the path; an address begins with https://")
    return path


def _proposed_folder(project: Path, name: str) -> Path:
    """Return where a client can go: into the package of a project that has one, else into one for clients."""
    above = project / "src" if (project / "src").is_dir() else project
    packages = [
        folder
        for folder in above.iterdir()
        if folder.is_dir()
        and is_importable(folder.name)
        and folder.name not in _NO_PACKAGES
        and (above != project or (folder / "__init__.py").exists())
    ]
    package = module_name(name)
    inside = packages[0] / package if len(packages) == 1 else None
    return inside if inside and not inside.exists() else project / "src/clients" / package


def _told(beginning: Beginning) -> list[str]:
    unsure = sum(not each.is_sure for each in beginning.proposals)
    sure = len(beginning.proposals) - unsure
    whence = f" from {beginning.settings['url']}" if "url" in beginning.settings else ""
    others = [path for path in beginning.files if path not in {beginning.spec, beginning.overlay}]
    lines = [f"{shown_path(beginning.spec)}{escape_text(whence)}"] if beginning.spec in beginning.files else []
    lines += [escape_text(shown_path(path)) for path in others[:_SHOWN]]
    lines += [f"… and {counted(len(others) - _SHOWN, 'more file')}"] if len(others) > _SHOWN else []
    doubts = f", and {unsure} as comments, for you to decide" if unsure else ""
    lines.append(f"{shown_path(beginning.overlay)}: {counted(sure, 'proposal')}{doubts}")
    is_new = "" if beginning.file.exists() else ", in a new file"
    lines.append(f"{shown_path(beginning.file)}: the settings of {beginning.name}{is_new}")
    return lines
