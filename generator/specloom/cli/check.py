"""`specloom check`: says whether clients on disk are what would be generated now, and writes nothing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Final

from specloom.cli.parallel import run_parallel
from specloom.cli.report.escape import CUT, escape_text, render_json
from specloom.cli.report.findings import render_findings
from specloom.cli.report.github import render_annotation
from specloom.cli.selection import add_options, add_selection_arguments, generate_command, only_vendored, select_clients
from specloom.cli.terminal import print_list, print_message, print_result, render_error
from specloom.cli.write import tell_names
from specloom.findings import DescriptionError, Finding, Location, NamedSource, Severity, SpecloomError
from specloom.messages import and_more, shown_path
from specloom.output.current import Drift, Verdict, compare, is_current
from specloom.output.manifest import MANIFEST, read_manifest
from specloom.record import record
from specloom.targets.target import Target

_SHOWN: Final = 20
_TITLES: Final = {
    Drift.DESCRIPTION_CHANGED: "description changed",
    Drift.EDITED_BY_HAND: "edited by hand",
    Drift.TOOL_DIFFERS: "tool differs",
    Drift.FILES_DIFFER: "files missing or left over",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom check`."""
    add_selection_arguments(parser)
    add_options(parser, "--rename")
    parser.add_argument("--format", choices=CHECK_FORMATS, default="text", help="how to print the verdicts")
    parser.epilog = (
        "exit codes: 0 current, 10 description changed, 11 edited by hand, 12 tool differs, 13 files missing or left "
        "over, 2 could not be checked; with several verdicts, the lowest"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts on the selected clients. Returns the lowest failing exit code, or 0.

    Vendored clients are passed over, so that one job suits every project: they may be edited, and `vendor status` looks
    after them.
    """
    results = check(arguments)
    (print_list if arguments.format == "text" else print_result)(CHECK_FORMATS[arguments.format](results))
    for result in results:
        print_message(result.message)
        print_message(tell_names(result.name, result.moved))
    return exit_code(results)


def check(arguments: argparse.Namespace) -> list[CheckResult]:
    """Return what is found out about each selected client. Says on stderr which named ones are vendored.

    Raises:
        SpecloomError: The settings are wrong, or a name is unknown.
    """
    selection = select_clients(arguments)
    tasks = [(client, generate_command(client, arguments), arguments.rename) for client in selection.clients]
    results = list(run_parallel(_check, tasks, arguments.jobs))
    if not (arguments.apis or selection.clients):
        print_message(only_vendored("check"))
    for each in selection.vendored if arguments.apis else ():
        print_message(f"{each.name} is vendored, so there is nothing to check; run: specloom vendor status {each.name}")
    return results


def exit_code(results: Iterable[CheckResult]) -> int:
    """Return the lowest failing exit code, or 0."""
    return min((result.exit_code for result in results if result.exit_code), default=0)


def _check(task: tuple[Target, str, bool]) -> CheckResult:
    client, command, rename = task
    folder = shown_path(client.folder)
    try:
        if is_current(client, rename=rename) and (manifest := read_manifest(client.folder)):
            return CheckResult(client.name, folder, moved=manifest.moved)
        from specloom.pipeline import generate
        from specloom.vendor.base import refuse_vendored
        from specloom.vendor.surfaces import find_published

        refuse_vendored(client.folder)
        generated = generate(client, None if rename else find_published(client))
        documents = Path(shown_path(client.documents))
        verdicts = compare(generated.tree, Path(folder), command=command, documents=documents)
        return CheckResult(client.name, folder, verdicts, moved=generated.moved)
    except SpecloomError as error:
        findings = error.findings if isinstance(error, DescriptionError) else ()
        return CheckResult(
            client.name,
            folder,
            error=error.message,
            help=error.help,
            message=render_error(error),
            findings=tuple(finding.without_values() for finding in findings),
        )


@record
class CheckResult:
    """What was found out about one client. Plain data only: it comes from another process."""

    name: str
    folder: str
    verdicts: tuple[Verdict, ...] = ()
    error: str = ""
    """Why it could not be checked, and in `help` what to do; empty when it was."""
    help: str = ""
    message: str = ""
    """The error for a person."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the description, where that is why."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Names that stay as they were published → what the description calls the same now."""

    @property
    def exit_code(self) -> int:
        """0 when current, 2 when it could not be checked, else the lowest code of the verdicts."""
        return 2 if self.error else min((verdict.drift.value for verdict in self.verdicts), default=0)


def _render_text(results: Sequence[CheckResult]) -> str:
    return "".join(f"{line}\n" for result in results for line in _text_lines(result))


def _text_lines(result: CheckResult) -> Iterator[str]:
    if not result.exit_code:
        yield f"{result.folder}: up to date"
    elif result.error:
        yield f"{result.folder}: could not be checked"
    for verdict in result.verdicts:
        yield f"{result.folder}: {_TITLES[verdict.drift]}: {escape_text(verdict.message)}"
        yield from (f"    {escape_text(file)}" for file in verdict.files[:_SHOWN])
        yield from and_more(verdict.files, _SHOWN, "    … and {} more")
        yield from (f"  {escape_text(line)}" for line in _advice(verdict))


def _render_json(results: Sequence[CheckResult]) -> str:
    clients = [
        {
            "name": result.name,
            "folder": result.folder,
            "exit_code": result.exit_code,
            "verdicts": [
                {
                    "code": verdict.drift.value,
                    "kind": _kind(verdict),
                    "message": verdict.message,
                    "files": list(verdict.files),
                    "command": verdict.command,
                    "keep": verdict.keep or None,
                }
                for verdict in result.verdicts
            ],
            "names_kept": dict(result.moved),
            "error": {"message": result.error, "help": result.help} if result.error else None,
            "findings": json.loads(render_findings(result.findings, "json"))["findings"],
        }
        for result in results
    ]
    return render_json({"version": 1, "clients": clients})


def _render_github(results: Sequence[CheckResult]) -> str:
    return "".join(part for result in results for part in _annotations(result))


def _annotations(result: CheckResult) -> Iterator[str]:
    yield render_findings(result.findings, "github")
    if result.error and not result.findings:
        place = {"file": result.folder, "title": "could not be checked"}
        yield render_annotation("error", place, f"{result.error}\n{result.help}".strip())
    for verdict in result.verdicts:
        text = "\n".join((verdict.message, *verdict.files[:_SHOWN], *_advice(verdict)))
        place = {"file": f"{result.folder}/{MANIFEST}", "title": _TITLES[verdict.drift]}
        yield render_annotation("error", place, text)


def _render_findings(results: Sequence[CheckResult], format: str) -> str:
    return render_findings([finding for result in results for finding in _findings(result)], format)


def _findings(result: CheckResult) -> Iterator[Finding]:
    """Yield what the printers of findings can print: a verdict stands at the manifest, which is there to be shown."""
    manifest = f"{result.folder}/{MANIFEST}"
    yield from result.findings
    if result.error and not result.findings:
        message = f"{result.folder} could not be checked: {result.error}"
        yield Finding("could-not-be-checked", Severity.ERROR, message, _place(result.folder), help=result.help)
    for verdict in result.verdicts:
        more = [CUT] if len(verdict.files) > _SHOWN else []
        files = ", ".join((*verdict.files[:_SHOWN], *more))
        message = f"{result.folder}: {_TITLES[verdict.drift]}: {verdict.message} ({files})"
        yield Finding(_kind(verdict), Severity.ERROR, message, _place(manifest), help="; ".join(_advice(verdict)))


def _advice(verdict: Verdict) -> Iterator[str]:
    if verdict.keep:
        yield f"first: {verdict.keep}"
    yield f"run: {verdict.command}"


def _kind(verdict: Verdict) -> str:
    return verdict.drift.name.lower().replace("_", "-")


def _place(name: str) -> Location:
    return Location(NamedSource(name))


CHECK_FORMATS: Final[Mapping[str, Callable[[Sequence[CheckResult]], str]]] = {
    "text": _render_text,
    "json": _render_json,
    "markdown": partial(_render_findings, format="markdown"),
    "github": _render_github,
    "sarif": partial(_render_findings, format="sarif"),
    "html": partial(_render_findings, format="html"),
}
