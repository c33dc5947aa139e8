"""The report of `specloom ci`: one verdict, a line for each command that it ran, and what each of them found."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Final

from specloom.cli.report.escape import escape_markdown, escape_text, render_code, render_json
from specloom.cli.report.github import render_annotation
from specloom.record import record

_WORDS: Final = {0: "passes", 1: "fails", 2: "could not find out"}
_WIDTH: Final = 200


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
    blocks = (
        f"In {render_code(each.folder, _WIDTH)}:\n\n{found}" if each.folder else found
        for each in results
        if (found := each.found("markdown"))
    )  # each once: what is wrong with a description is found by several commands
    return "\n\n".join([f"**{title}: {_verdict(results)}**", table, *dict.fromkeys(blocks)]) + "\n"


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
