"""`specloom lint`: says what is wrong or could be better in descriptions."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from specloom.cli.parallel import run_parallel
from specloom.cli.report.escape import escape_text
from specloom.cli.report.findings import FINDING_FORMATS, fold_habits, render_findings
from specloom.cli.selection import add_options, as_told, find_elsewhere, find_target, given_options, only_vendored
from specloom.cli.terminal import print_message, print_result
from specloom.findings import Finding, Position, Severity, SpecloomError
from specloom.installed import shipped_descriptions
from specloom.lint.baseline import Fingerprint, apply_baseline, fingerprint_of, read_baseline, render_baseline
from specloom.lint.rules import UNUSED_BASELINE
from specloom.lint.run import Linted, apply_levels, lint_description, refuse_unknown_rules, worse
from specloom.messages import counted, shown_path
from specloom.record import replace
from specloom.regular_file import is_held
from specloom.targets.levels import BASELINE, Level
from specloom.targets.libraries import HTTPX
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target
from specloom.vendor.surfaces import find_published

_UNREADABLE: Final = "unreadable-file"
_FOR_PROGRAMS: Final = frozenset({"json", "sarif"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom lint`."""
    parser.add_argument(
        "specs",
        nargs="*",
        metavar="SPEC",
        help="a client of the settings, one that ships, or a document (default: all of the settings)",
    )
    add_options(parser, "--skip", "--root", "--overlay")
    parser.add_argument("--strict", action="store_true", help="let warnings and notes fail as well")
    parser.add_argument("--format", choices=FINDING_FORMATS, default="text", help="how to print the findings")
    parser.add_argument(
        "--each",
        action="store_true",
        help="show each place of what is at five and more by one habit, and one finding otherwise; json and sarif do",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        type=Path,
        help=f"findings that are known and do not count (default: {BASELINE} beside the settings)",
    )
    parser.add_argument("--write-baseline", action="store_true", help="make all findings known ones")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first write what is mechanical: into the description where it is yours, into the client's overlay where "
        "it was fetched; docs/rules.md says of which rules that is",
    )
    parser.epilog = (
        "exit codes: 0 clean, 1 findings that fail, 2 a file could not be read; specloom rules lists the rules"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the findings. Returns 1 if one of them is an error, or with `--strict` if there are any; else 0."""
    if arguments.fix:
        _fix(arguments)
    if arguments.write_baseline:
        return _write_baseline(arguments)
    findings = lint(arguments)
    shown = _shown(findings, arguments.format, each=arguments.each)
    print_result(render_findings(shown, arguments.format), folds=arguments.format == "text")
    if len(shown) < len(findings):
        print_message(
            f"{len(findings)} places in {counted(len(shown), 'finding')}: --each shows all, "
            f"{load_configuration(Path.cwd()).lint_table} turns off what stays so"
        )
    return exit_code(findings, strict=arguments.strict)


def lint(arguments: argparse.Namespace) -> list[Finding]:
    """Return the findings that the arguments ask for, without those that the baseline knows; say how many are off.

    Raises:
        SpecloomError: The settings or the baseline are wrong, or there is nothing to lint.
    """
    configuration, clients, linted = _look(arguments)
    _say_what_is_off(clients, linted)
    findings, path = _together(each.findings for each in linted), _baseline(arguments, configuration)
    if arguments.baseline is not None or path.exists():
        return _without_known(findings, path, linted, configuration.levels)
    return findings


def render(findings: Sequence[Finding], format: str) -> str:
    """Return findings as `specloom lint --format` prints them."""
    return render_findings(_shown(findings, format, each=False), format)


def exit_code(findings: Sequence[Finding], *, strict: bool) -> int:
    """Return 2 if a file could not be read, 1 if a finding fails, else 0; if `strict`, warnings and notes fail too."""
    if any(finding.rule == _UNREADABLE for finding in findings):
        return 2
    failing = {Severity.ERROR, Severity.UNSUPPORTED} | ({Severity.WARNING, Severity.NOTE} if strict else set())
    return int(any(finding.severity in failing for finding in findings))


def _fix(arguments: argparse.Namespace) -> None:
    """Write what mends findings, one client after the other: several may have one description, or one overlay."""
    from specloom.upstream.fix import apply_fix, prepare_fixes

    configuration = load_configuration(Path.cwd())
    clients = _select(arguments, configuration)
    foreign = _find_foreign(configuration) | {os.path.realpath(each.spec) for each in clients if is_held(each.spec)}
    for client, linted in zip(clients, _lint_all(clients), strict=True):
        fixes = prepare_fixes(client, linted.findings, find_published(client), foreign=foreign)
        for fix in fixes.files:
            apply_fix(fix)
            print_message(f"{escape_text(shown_path(fix.path))}: {fix.told} mended")
        for why in fixes.left:
            print_message(f"{client.name or escape_text(shown_path(client.spec))}: {why}")


def _find_foreign(configuration: Configuration) -> frozenset[str]:
    """Return the files that somebody else writes: those that were fetched, and those that ship with Specloom."""
    described = [*configuration.described.values()]
    fetched = [
        path
        for each in described
        if each.upstream
        for path in (each.spec, *(each.documents / name for name in each.upstream.files))
    ]
    own = {os.path.realpath(each.spec) for each in described}
    shipped = (entry for entry in shipped_descriptions().values() if os.path.realpath(entry) not in own)
    return frozenset(
        map(os.path.realpath, (*fetched, *(path for entry in shipped for path in entry.parent.rglob("*"))))
    )


def _look(arguments: argparse.Namespace) -> tuple[Configuration, list[Target], list[Linted]]:
    """Return the settings, and what lint says of each description that the arguments ask for."""
    configuration = load_configuration(Path.cwd())
    clients = _select(arguments, configuration)
    if not clients:
        print_message(only_vendored("lint"))
    return configuration, clients, _lint_all(clients)


def _lint_all(clients: Sequence[Target]) -> list[Linted]:
    holds = any(is_held(client.spec) for client in clients)  # what only this process has read
    return list(run_parallel(_lint, clients, 1 if holds else None))


def _baseline(arguments: argparse.Namespace, configuration: Configuration) -> Path:
    path: Path = arguments.baseline or configuration.folder / BASELINE
    return path


def _shown(findings: Sequence[Finding], format: str, *, each: bool) -> Sequence[Finding]:
    return findings if each or format in _FOR_PROGRAMS else fold_habits(findings)


def _select(arguments: argparse.Namespace, configuration: Configuration) -> list[Target]:
    refuse_unknown_rules(configuration)
    named = [find_target(name, configuration) for name in dict.fromkeys(arguments.specs)]
    clients = named or list(configuration.described.values())
    if not (clients or configuration.vendored):
        raise SpecloomError(
            "there is nothing to lint: no description is named, and no settings list any",
            find_elsewhere()
            or "name a document or a client, or take a description into this project: specloom init FILE|URL",
        )
    if len(clients) != 1 and (options := given_options(arguments, "--overlay", "--skip")):
        raise SpecloomError(f"{options[0]} is about one description", "name the client or the document that it is for")
    return _once(
        replace(
            each,
            out=each.out if each.out and each.folder.is_dir() else None,  # a client that is there has names that stay
            levels=levels,
            # What is about the client alone makes no other description.
            package=None,
            only=(),
            http=HTTPX,
            is_vendored=False,
        )
        for client in clients
        for each in [as_told(client, arguments)]
        for levels in _levels_of(client, configuration)
    )


def _levels_of(client: Target, configuration: Configuration) -> list[Mapping[str, Level]]:
    """Return the levels by which a client or a document is judged: of a document, those of each client made from it.

    Raises:
        SpecloomError: The settings beside the document are wrong.
    """
    is_named = client.settings is not None or client.spec in shipped_descriptions().values()
    if is_named or is_held(client.spec):
        return [{**configuration.levels, **client.levels}]
    beside = load_configuration(client.spec.parent)
    configuration = beside if beside.file else configuration
    refuse_unknown_rules(configuration)
    entry = os.path.realpath(client.spec)
    own = [each.levels for each in configuration.described.values() if os.path.realpath(each.spec) == entry]
    return [{**configuration.levels, **levels} for levels in own or [{}]]


def _once(clients: Iterable[Target]) -> list[Target]:
    """Return the first of all targets that are linted alike: there is nothing else to find in the others."""
    first: list[tuple[Target, Target]] = []
    for client in clients:
        spec, root = (Path(os.path.realpath(path)) for path in (client.spec, client.documents))
        resolved = replace(client, spec=spec, root=root)
        if not any(each == resolved and each.levels == client.levels for each, _ in first):
            first.append((resolved, client))
    return [client for _, client in first]


def _lint(client: Target) -> Linted:
    linted = lint_description(client, find_published(client))
    findings, off = (tuple(each.without_values() for each in some) for some in (linted.findings, linted.off))
    return replace(linted, findings=findings, off=off)


def _say_what_is_off(clients: Sequence[Target], linted: Sequence[Linted]) -> None:
    counts = Counter(
        (finding.rule, client.levels[finding.rule].reason)
        for client, one in zip(clients, linted, strict=True)
        for finding in one.off
    )
    for (rule, reason), count in counts.items():
        because = f": {reason}" if reason else ""
        print_message(f"{rule} is off, {counted(count, 'finding')}{because}")


def _together(several: Iterable[Iterable[Finding]]) -> list[Finding]:
    """Return all findings, those about a file that several descriptions share once: by the level that matters more."""
    found: dict[tuple[Fingerprint, Position], Finding] = {}
    for each in chain.from_iterable(several):
        same = (fingerprint_of(each), each.location.position)
        found[same] = worse(found.get(same, each), each)
    return list(found.values())


def _without_known(
    findings: list[Finding], path: Path, linted: Sequence[Linted], levels: Mapping[str, Level]
) -> list[Finding]:
    complete = all(one.complete for one in linted)
    off = _together(each.off for each in linted)
    left = apply_baseline(findings, read_baseline(path), _files(linted), complete=complete, off=off)
    own = {rule: level for rule, level in levels.items() if rule == UNUSED_BASELINE.id}
    return [*apply_levels(left, own)[0]]


def _files(linted: Sequence[Linted]) -> set[str]:
    return {file for one in linted for file in one.files}


def _write_baseline(arguments: argparse.Namespace) -> int:
    from specloom.output.disk import replace_text

    configuration, _, linted = _look(arguments)
    findings, path = _together(each.findings for each in linted), _baseline(arguments, configuration)
    if not all(one.complete for one in linted):
        print_message(render_findings([each for each in findings if each.severity.stops], "text"))
        raise SpecloomError(
            "no client can be made of a description, so rules are left that have not looked at it", "repair it first"
        )
    if not path.parent.is_dir():
        raise SpecloomError(
            f"there is no folder for {shown_path(path)}", "make it, or name another file: --baseline FILE"
        )
    others = read_baseline(path).entries_beside(_files(linted)) if path.exists() else ()
    replace_text(path, render_baseline(findings, path.parent, others))
    print_message(f"{shown_path(path)}: {counted(len(findings), 'finding')}")
    return 0
