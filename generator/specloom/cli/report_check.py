"""The verdicts of `specloom check` for people, programs and GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specloom.cli.annotation import render_annotation
from specloom.cli.printable import escape_text
from specloom.output.compare import Drift, Verdict

__all__ = ["FORMATS", "CheckResult"]

_SHOWN: Final = 20
_TITLES: Final = {
    Drift.DESCRIPTION_CHANGED: "description changed",
    Drift.EDITED_BY_HAND: "edited by hand",
    Drift.TOOL_DIFFERS: "tool differs",
    Drift.FILES_DIFFER: "files missing or left over",
}


@dataclass(frozen=True, slots=True)
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
    findings_json: str = ""
    findings_github: str = ""

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
        if len(verdict.files) > _SHOWN:
            yield f"    … and {len(verdict.files) - _SHOWN} more"
        yield f"  run: {escape_text(verdict.command)}"


def _render_json(results: Sequence[CheckResult]) -> str:
    clients = [
        {
            "name": result.name,
            "folder": result.folder,
            "exit_code": result.exit_code,
            "verdicts": [
                {
                    "code": verdict.drift.value,
                    "kind": verdict.drift.name.lower().replace("_", "-"),
                    "message": verdict.message,
                    "files": list(verdict.files),
                    "command": verdict.command,
                }
                for verdict in result.verdicts
            ],
            "error": {"message": result.error, "help": result.help} if result.error else None,
            "findings": json.loads(result.findings_json)["findings"] if result.findings_json else [],
        }
        for result in results
    ]
    return json.dumps({"version": 1, "clients": clients}, indent=2) + "\n"


def _render_github(results: Sequence[CheckResult]) -> str:
    return "".join(part for result in results for part in _annotations(result))


def _annotations(result: CheckResult) -> Iterator[str]:
    yield result.findings_github
    if result.error and not result.findings_github:
        place = {"file": result.folder, "title": "could not be checked"}
        yield render_annotation("error", place, f"{result.error}\n{result.help}".strip())
    for verdict in result.verdicts:
        text = "\n".join((verdict.message, *verdict.files[:_SHOWN], f"run: {verdict.command}"))
        place = {"file": f"{result.folder}/manifest.json", "title": _TITLES[verdict.drift]}
        yield render_annotation("error", place, text)


FORMATS: Final[Mapping[str, Callable[[Sequence[CheckResult]], str]]] = {
    "text": _render_text,
    "json": _render_json,
    "github": _render_github,
}
