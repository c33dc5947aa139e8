"""`specloom lint`: says what is wrong or could be better in descriptions."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specloom.cli.parallel import run_parallel
from specloom.cli.report.findings import FINDING_FORMATS, render_findings
from specloom.cli.selection import add_overlay_argument, find_target, only_vendored
from specloom.cli.terminal import print_message, print_result, uses_color
from specloom.findings import Finding, Severity, SpecloomError
from specloom.messages import counted, shown_path
from specloom.regular_file import is_held
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from specloom.lint.run import Linted


_BASELINE: Final = "specloom-baseline.json"
_UNREADABLE: Final = "unreadable-file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom lint`."""
    parser.add_argument(
        "specs",
        nargs="*",
        metavar="SPEC",
        help="a client of the settings, one that ships, or a document; all of the settings if none",
    )
    parser.add_argument("--root", metavar="DIR", type=Path, help="the folder that references may not leave")
    add_overlay_argument(parser)
    parser.add_argument("--strict", action="store_true", help="let warnings and notes fail as well")
    parser.add_argument("--format", choices=FINDING_FORMATS, default="text", help="how to print the findings")
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        type=Path,
        help=f"findings that are known and do not count; {_BASELINE} beside the settings, if it exists",
    )
    parser.add_argument("--write-baseline", action="store_true", help="make all findings known ones")
    parser.epilog = (
        "exit codes: 0 clean, 1 findings that fail, 2 a file could not be read; specloom rules lists the rules"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the findings. Returns 1 if one of them is an error, or with `--strict` if there are any; else 0."""
    if arguments.write_baseline:
        return _write_baseline(arguments)
    findings = lint(arguments)
    print_result(render_findings(findings, arguments.format, color=uses_color(sys.stdout)))
    return exit_code(findings, strict=arguments.strict)


def lint(arguments: argparse.Namespace) -> list[Finding]:
    """Return the findings that the arguments ask for, without those that the baseline knows.

    Raises:
        SpecloomError: The settings or the baseline are wrong, or there is nothing to lint.
    """
    configuration = load_configuration(Path.cwd())
    linted = _lint_all(arguments, configuration)
    path = _baseline(arguments, configuration)
    findings = _together(linted)
    if arguments.baseline is not None or path.exists():
        return _without_known(findings, path, linted)
    return findings


def exit_code(findings: Sequence[Finding], *, strict: bool) -> int:
    """Return 2 if a file could not be read, 1 if a finding fails, else 0; if `strict`, warnings and notes fail too."""
    if any(finding.rule == _UNREADABLE for finding in findings):
        return 2
    failing = {Severity.ERROR, Severity.UNSUPPORTED} | ({Severity.WARNING, Severity.NOTE} if strict else set())
    return int(any(finding.severity in failing for finding in findings))


def _lint_all(arguments: argparse.Namespace, configuration: Configuration) -> list[Linted]:
    clients = _select(arguments, configuration)
    if not clients:
        print_message(only_vendored("lint"))
    holds = any(is_held(client.spec) for client in clients)  # what only this process has read
    return list(run_parallel(_lint, clients, 1 if holds else None))


def _baseline(arguments: argparse.Namespace, configuration: Configuration) -> Path:
    path: Path = arguments.baseline or configuration.folder / _BASELINE
    return path


def _select(arguments: argparse.Namespace, configuration: Configuration) -> list[Target]:
    named = [find_target(name, configuration) for name in dict.fromkeys(arguments.specs)]
    clients = named or list(configuration.described.values())
    if not (clients or configuration.vendored):
        raise SpecloomError(
            "there is nothing to lint: no description is named, and no settings list any",
            "name a document or a client, or list clients under [tool.specloom.clients.NAME] in pyproject.toml",
        )
    if arguments.overlay and len(clients) != 1:
        raise SpecloomError("--overlay is about one description", "name the client or the document that it is for")
    return _once(
        Target(
            each.spec,
            skip=each.skip,
            root=arguments.root or each.root,
            overlay=(*each.overlay, *arguments.overlay),
            name=each.name,
        )
        for each in clients
    )


def _once(clients: Iterable[Target]) -> list[Target]:
    """Return the first of all clients whose description is read alike: there is nothing else to find in the others."""
    first: dict[Target, Target] = {}
    for client in clients:
        spec, root = (Path(os.path.realpath(path)) for path in (client.spec, client.documents))
        first.setdefault(replace(client, spec=spec, root=root), client)
    return list(first.values())


def _lint(client: Target) -> Linted:
    from specloom.lint.run import lint_description

    linted = lint_description(client)
    return replace(linted, findings=tuple(finding.without_values() for finding in linted.findings))


def _together(linted: Sequence[Linted]) -> list[Finding]:
    """Return all findings, those about a file that several descriptions share once."""
    from specloom.lint.baseline import fingerprint_of

    found = {(fingerprint_of(each), each.location.position): each for one in linted for each in one.findings}
    return list(found.values())


def _without_known(findings: list[Finding], path: Path, linted: Sequence[Linted]) -> list[Finding]:
    from specloom.lint.baseline import apply_baseline, read_baseline

    return apply_baseline(findings, read_baseline(path), _files(linted), complete=all(one.complete for one in linted))


def _files(linted: Sequence[Linted]) -> set[str]:
    return {file for one in linted for file in one.files}


def _write_baseline(arguments: argparse.Namespace) -> int:
    from specloom.lint.baseline import read_baseline, render_baseline
    from specloom.output.disk import replace_text

    configuration = load_configuration(Path.cwd())
    linted = _lint_all(arguments, configuration)
    findings, path = _together(linted), _baseline(arguments, configuration)
    if not all(one.complete for one in linted):
        print_message(render_findings([each for each in findings if each.severity.stops], "text"))
        raise SpecloomError(
            "no client can be made of a description, so rules are left that have not looked at it", "repair it first"
        )
    if not path.parent.is_dir():
        raise SpecloomError(
            f"there is no folder for {shown_path(path)}", "make it, or name another file: --baseline FILE"
        )
    try:
        others = read_baseline(path).entries_beside(_files(linted)) if path.exists() else ()
        replace_text(path, render_baseline(findings, path.parent, others))
    except OSError as error:
        raise SpecloomError(f"cannot write {shown_path(path)}: {error.strerror}") from None
    print_message(f"{shown_path(path)}: {counted(len(findings), 'finding')}")
    return 0
