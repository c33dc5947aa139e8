"""`specloom ci`: runs what a project calls for of lint, check, vendor status and diff, and gives one verdict on all."""

from __future__ import annotations

import argparse
import json
import os
import shlex
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import chdir, suppress
from dataclasses import field
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final
from urllib.parse import quote

from specloom.ci_job import find_base
from specloom.cli import check, diff, lint, vendor_status
from specloom.cli.comment import post_comment
from specloom.cli.diff import add_fail_on_argument
from specloom.cli.main import build_parser
from specloom.cli.report.diff_phrases import count_changes
from specloom.cli.report.escape import escape_markdown, escape_text, render_code, render_json
from specloom.cli.report.findings import fold_habits, tally
from specloom.cli.report.github import render_annotation
from specloom.cli.report.vendor import render_statuses
from specloom.cli.selection import add_options, find_elsewhere, folders_elsewhere, given_options, refuse_unknown
from specloom.cli.terminal import print_message, print_result, write_report
from specloom.findings import SpecloomError
from specloom.git import find_repository
from specloom.messages import as_argument, counted, shown_path
from specloom.record import record, replace
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.settings_file import SHARED_FILE, refuse_other_version
from specloom.targets.target import Target

_UNKNOWN: Final = 2
"""The exit code of what could not be found out."""
_WORDS: Final = {0: "passes", 1: "fails", 2: "could not find out"}
_WIDTH: Final = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom ci`."""
    parser.add_argument("names", nargs="*", metavar="API", help="a client of the settings (default: all)")
    parser.add_argument(
        "--base",
        metavar="REV",
        help="compare with this revision (default: what the job's pull request or merge queue is merged into)",
    )
    add_fail_on_argument(parser, "the code of the settings")
    add_options(parser, "--types")
    parser.add_argument("--strict", action="store_true", help="let warnings and notes of lint fail as well")
    parser.add_argument("--format", choices=CI_FORMATS, default="text", help="how to print the report")
    parser.add_argument("--report", metavar="FILE", type=Path, help="write the report to this file too, as Markdown")
    parser.add_argument(
        "--page", metavar="FILE", type=Path, help="write what changes to this file too, as a page for a browser"
    )
    parser.add_argument(
        "--comment", action="store_true", help="make the report a comment of the pull request that the job runs for"
    )
    parser.epilog = "exit codes: 0 all is well, 1 something fails, 2 something could not be found out"


def run(arguments: argparse.Namespace) -> int:
    """Print one report on all commands. Returns 2 where one could not find out, else 1 where one fails, else 0.

    Raises:
        SpecloomError: There is nothing to look at, which the report says as well; or it cannot be written.
    """
    base = arguments.base or find_base(os.environ)
    try:
        projects, results = _projects(arguments)
    except SpecloomError as error:  # what was reported before is not so any more
        _report([_unknown("specloom ci", error)], arguments)
        raise
    if not base:
        print_message(
            "nothing is compared: --base names no revision, and this is no job of a pull request or merge queue"
        )
    if arguments.page and len(projects) > 1:
        print_message(f"no page is written: it is about one project, and these are {len(projects)}")
    page = ["--page", str(arguments.page.absolute())] if arguments.page and len(projects) == 1 else []
    formats = {arguments.format, "markdown"} if arguments.report or arguments.comment else {arguments.format}
    results += [
        _run(words, page if words[0] == "diff" else [], folder, formats)
        for folder, configuration in projects.items()
        for words in _commands(configuration, arguments, base)
    ]
    print_result(CI_FORMATS[arguments.format](results), folds=arguments.format == "text")
    _report(results, arguments)
    return max(result.exit_code for result in results)


def _report(results: Sequence[CommandResult], arguments: argparse.Namespace) -> None:
    """Write the report to a file and as a comment, as far as the arguments ask for them.

    Where a comment is not allowed, as in the job of a fork, it is said, and the verdict stays. Several jobs of a pull
    request may each look at a project of the repository, or at some of the clients, and have a comment each.
    """
    place = _place()
    report = render_markdown(results, place) if arguments.report or arguments.comment else ""
    if arguments.report:
        write_report(arguments.report, report)
    if arguments.comment:
        key = " ".join(["diff", *map(quote, filter(None, (place, *sorted(arguments.names))))])
        try:
            print_message(f"comment {post_comment(report if any(each.matters for each in results) else '', key)}")
        except SpecloomError as error:
            print_message(f"no comment was written: {error.with_help}")


def _projects(arguments: argparse.Namespace) -> tuple[Mapping[str, Configuration], list[CommandResult]]:
    """Return the settings that list the clients to look at, by the way to their folder, and what is wrong with others.

    They are those that apply here. Where these list none, as at the top of a repository of several projects, they are
    all below that are of this repository; what keeps one of these from being looked at is what was found there.

    Raises:
        SpecloomError: Settings that apply here are wrong, none list a client, or none of a name.
    """
    found, wrong = {os.curdir: load_configuration(Path.cwd())}, []
    if not found[os.curdir].all_clients:
        here = find_repository(Path.cwd())  # a submodule has a CI of its own, and other revisions
        below = [way for way in folders_elsewhere() if find_repository(Path(way)) == here]
        found = {}
        for each in (way for way in below if Path(way).parts[0] != os.pardir):
            try:
                refuse_other_version(Path(each))
                found[each] = load_configuration(Path(each))
            except SpecloomError as error:
                wrong.append(replace(_unknown(_typed(["ci"], each), error), folder=each))
    known = dict.fromkeys(name for each in found.values() for name in each.all_clients)
    if not (known or wrong):
        raise SpecloomError(
            "there is nothing to look at: no settings list a client",
            find_elsewhere()
            or "take a description into this project with specloom init FILE|URL, or run: specloom vendor add",
        )
    if not wrong:
        refuse_unknown(arguments.names, known)
    named = {way: each for way, each in found.items() if not {*arguments.names}.isdisjoint(each.all_clients)}
    return named if arguments.names else found, wrong


def _commands(configuration: Configuration, arguments: argparse.Namespace, base: str) -> Iterator[list[str]]:
    """Yield the commands that there is something to do for, each as its words behind `specloom`."""
    commands: list[tuple[list[str], Mapping[str, Target]]] = [
        (["lint", *given_options(arguments, "--strict")], configuration.described),
        (["check"], configuration.clients),
        (["vendor", "status", "--check"], configuration.vendored),
    ]
    if base:
        options = given_options(arguments, "--fail-on", "--types")
        commands.append((["diff", "--base", base, *options], configuration.all_clients))
        if not configuration.code:
            _tell_of_code(configuration)
    for words, known in commands:
        chosen = [name for name in known if name in arguments.names]
        if chosen or (known and not arguments.names):
            yield [*words, *chosen]


def _tell_of_code(configuration: Configuration) -> None:
    """Say that nothing is held against the project's own code, and how it would be."""
    folder = next((name for name in ("src", "app", "lib") if (configuration.folder / name).is_dir()), "FOLDER")
    file = configuration.file or configuration.folder
    shown = escape_text(shown_path(file))
    place = f"[tool.specloom] of {shown}" if file.name == SHARED_FILE else f"the top of {shown}"
    print_message(
        f'your own code is not looked at, and a change may break it: put code = ["{folder}"] into {place}, and what '
        "breaks in it is told"
    )


def _run(words: Sequence[str], page: Sequence[str], folder: str, formats: Collection[str]) -> CommandResult:
    """Run one command in a folder. Its error is what it found out, so that the other commands run.

    `page` is where it is to write its page; nobody who runs it again needs that.
    """
    command = _typed(words, folder)
    try:
        with chdir(folder):  # from there it names files
            result = _RUNNERS[words[0]](command, build_parser({words[0]}).parse_args([*words, *page]), formats)
    except SpecloomError as error:
        result = _unknown(command, error)
    return result if folder == os.curdir else replace(result, folder=folder)


def _typed(words: Sequence[str], folder: str) -> str:
    """Return what a person types to run a command in a folder."""
    command = shlex.join(["specloom", *words])
    return command if folder == os.curdir else f"cd {as_argument(folder)} && {command}"


def _unknown(command: str, error: SpecloomError) -> CommandResult:
    return CommandResult(command, _UNKNOWN, error.with_help)


def _lint(command: str, arguments: argparse.Namespace, formats: Collection[str]) -> CommandResult:
    findings = lint.lint(arguments)
    code, said = lint.exit_code(findings, strict=arguments.strict), tally(fold_habits(findings))
    printed = {name: lint.render(findings, name) for name in formats}
    return CommandResult(command, code, said, printed, matters=bool(findings))


def _check(command: str, arguments: argparse.Namespace, formats: Collection[str]) -> CommandResult:
    results = check.check(arguments)
    wrong = [result for result in results if result.exit_code]
    code = _UNKNOWN if any(result.error for result in wrong) else int(bool(wrong))
    said = f"{len(wrong)} of {len(results)} not current" if wrong else f"{len(results)} current"
    printed = {name: check.CHECK_FORMATS[name](results) for name in formats}
    return CommandResult(command, code, said, printed, matters=bool(code))


def _vendor_status(command: str, arguments: argparse.Namespace, formats: Collection[str]) -> CommandResult:
    statuses = vendor_status.read(arguments)
    code = vendor_status.exit_code(statuses, check=arguments.check)
    behind = sum(bool(status.updates) for status in statuses)
    broken = sum(not status.is_well for status in statuses)
    counts = [(broken, "to be mended"), (behind, "to be updated")]
    said = ", ".join(f"{count} of {len(statuses)} {word}" for count, word in counts if count)
    printed = {name: render_statuses(statuses, name, check=arguments.check) for name in formats}
    return CommandResult(command, code, said or f"{len(statuses)} up to date", printed, matters=bool(code))


def _diff(command: str, arguments: argparse.Namespace, formats: Collection[str]) -> CommandResult:
    with diff.compare(arguments) as review:
        said = count_changes(review.counts, review.accepted)
        if review.unused:
            said = f"{said}; {counted(len(review.unused), 'acceptance')} that nothing needs"
        if review.failures:
            said = f"{len(review.failures)} could not be compared; {said}"
        printed = {name: diff.render(review, name) for name in formats}
        return CommandResult(command, diff.exit_code(review), said, printed, matters=review.matters)


_RUNNERS: Final[Mapping[str, Callable[[str, argparse.Namespace, Collection[str]], CommandResult]]] = {
    "lint": _lint,
    "check": _check,
    "vendor": _vendor_status,
    "diff": _diff,
}
"""What runs a command, by its first word."""


def _place() -> str:
    """Return where in the repository the settings lie; empty for its top, and outside of any."""
    folder = Path.cwd()
    with suppress(SpecloomError):  # settings that are wrong: a job runs in their folder
        folder = load_configuration(folder).folder.resolve()
    top = find_repository(folder)
    return "/".join(folder.relative_to(top).parts) if top else ""


@record
class CommandResult:
    """What one command found out."""

    command: str
    """What to run to see it again."""
    exit_code: int
    """0 all is well, 1 it fails, 2 it could not be found out."""
    summary: str
    """What it found, in a few words; why it could not find out."""
    printed: Mapping[str, str] = field(default_factory=dict)
    """Everything that it found, in each format that is asked for; none where that is nothing but the summary."""
    matters: bool = True
    """Whether a person should see it: it fails, or there is something to know."""
    folder: str = ""
    """Where it ran, and from where files are named; empty for the working directory."""

    def found(self, format: str) -> str:
        """Return what a person should see of what it found, in the format of that name."""
        return self.printed.get(format, "").strip() if self.matters else ""


def _render_text(results: Sequence[CommandResult]) -> str:
    blocks = [
        "\n".join(filter(None, (f"== {escape_text(each.command)}", each.found("text"), line)))
        for each in results
        for line in [f"{_WORDS[each.exit_code]}: {_one_line(each.summary)}"]
    ]
    return "\n\n".join([*blocks, _verdict(results)]) + "\n"


def _one_line(summary: str) -> str:
    return "; ".join(map(escape_text, summary.split("\n")))


def _verdict(results: Sequence[CommandResult]) -> str:
    wrong = [result for result in results if result.exit_code]
    if not wrong:
        return "all is well"
    return f"{len(wrong)} of {len(results)} {'needs' if len(wrong) == 1 else 'need'} a person"


def render_markdown(results: Sequence[CommandResult], place: str = "") -> str:
    """Return the verdict, a table of the commands, and what each of them found that matters.

    `place` is where in the repository the project lies; empty for its top.
    """
    rows = [
        f"| {render_code(result.command, _WIDTH)} | {_WORDS[result.exit_code]} | "
        f"{escape_markdown(_one_line(result.summary))} |"
        for result in results
    ]
    table = "\n".join(["| command | verdict | found |\n| --- | --- | --- |", *rows])
    title = f"Specloom in {render_code(place, _WIDTH)}" if place else "Specloom"
    blocks = [f"**{title}: {_verdict(results)}**", table]
    for folder, group in groupby(filter(lambda each: each.found("markdown"), results), key=attrgetter("folder")):
        blocks += [f"In {render_code(folder, _WIDTH)}:"] if folder else []
        # Each once: what is wrong with a description is found by several commands.
        blocks += dict.fromkeys(each.found("markdown") for each in group)
    return "\n\n".join(blocks) + "\n"


def _render_annotations(results: Sequence[CommandResult]) -> str:
    """Return each annotation once."""
    found = [
        each.printed["github"] if each.printed else render_annotation("error", {"title": each.command}, each.summary)
        for each in results
    ]
    return "".join(dict.fromkeys("".join(found).splitlines(keepends=True)))


def _render_json(results: Sequence[CommandResult]) -> str:
    commands = [
        {
            "command": result.command,
            "folder": result.folder or ".",
            "exit_code": result.exit_code,
            "summary": result.summary,
            "found": json.loads(result.printed["json"]) if result.printed else None,
        }
        for result in results
    ]
    return render_json({"version": 1, "commands": commands})


CI_FORMATS: Final[Mapping[str, Callable[[Sequence[CommandResult]], str]]] = {
    "text": _render_text,
    "json": _render_json,
    "markdown": render_markdown,
    "github": _render_annotations,
}
"""The printers of `specloom ci`, by the value of `--format`."""
