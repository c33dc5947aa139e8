"""Whether `specloom diff` says of a pair what oasdiff's test expects."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from oasdiff.go_tests import Expectation, Pair
from specloom.cli.main import main

Outcome = Literal["agrees", "refused", "missing", "softer", "harder"]
_RANKS: Final = {"breaking": 3, "warning": 2, "safe": 1, "note": 0}
_OPERATION: Final = re.compile(r"\b(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) /[^\s']*")


@dataclass(frozen=True)
class Verdict:
    """What came of one pair."""

    pair: Pair
    outcome: Outcome
    about: str = ""
    """What oasdiff expects and what is said instead; why a document is refused."""


def judge(pair: Pair, checkout: Path, folder: Path) -> Verdict:
    """Compare the documents of a pair.

    Args:
        pair: The pair.
        checkout: Of oasdiff.
        folder: Where documents are written that a test has edited.
    """
    code, said, refusal = _compare(*_files(pair, checkout, folder), checkout)
    if code not in {0, 1}:
        return Verdict(pair, "refused", refusal)
    changes = [change for each in json.loads(said)["descriptions"] for change in each["changes"]]
    changes += [folded for change in changes for folded in change["folded"]]
    for expectation in pair.expected:
        outcome = _judge(expectation, changes)
        if outcome != "agrees":
            return Verdict(pair, outcome, f"{expectation.level} {expectation.id}; here {_listed(changes)}")
    if not pair.expected and any(change["effect"] == "breaking" for change in changes):
        return Verdict(pair, "harder", f"nothing that breaks; here {_listed(changes)}")
    return Verdict(pair, "agrees")


def _files(pair: Pair, checkout: Path, folder: Path) -> tuple[Path, Path]:
    if not pair.is_edited:
        return checkout / pair.old_file, checkout / pair.new_file
    files = folder / f"{pair.name}-old.json", folder / f"{pair.name}-new.json"
    for file, document in zip(files, (pair.old, pair.new), strict=True):
        file.write_text(json.dumps(document), encoding="utf-8")
    return files


def _compare(old: Path, new: Path, checkout: Path) -> tuple[int, str, str]:
    root = checkout if old.is_relative_to(checkout) else old.parent
    said, refusal = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(refusal):
        code = main(["diff", str(old), str(new), "--root", str(root), "--format", "json"])
    return code, said.getvalue(), refusal.getvalue()


def _judge(expectation: Expectation, changes: Sequence[Mapping[str, Any]]) -> Outcome:
    about = [each for each in changes if not expectation.route or _routes(each) & {_plain(expectation.route)}]
    if not about:
        return "missing"
    worst = max(_RANKS[each["effect"]] for each in about)
    if expectation.level == "ERR" and worst < _RANKS["breaking"]:
        return "softer"
    if expectation.level == "INFO" and worst == _RANKS["breaking"] and len(about) == 1:
        return "harder"
    return "agrees"


def _routes(change: Mapping[str, Any]) -> set[str]:
    words = [change["message"], *change["subject"]]
    routes = {use["route"] for use in change["uses"]} | {
        found[0] for text in words for found in _OPERATION.finditer(text)
    }
    return {_plain(route) for route in routes}


def _plain(route: str) -> str:
    """Return a route without the names of its parameters."""
    return re.sub(r"\{[^}]*\}", "{}", route).rstrip("/")


def _listed(changes: Sequence[Mapping[str, Any]]) -> str:
    said = dict.fromkeys(f"{each['effect']} {each['rules'][0]['id']}" for each in changes)
    return ", ".join(said) or "no change"
