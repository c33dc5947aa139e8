"""`python -m oasdiff`: holds verdicts of `specloom diff` against a checkout of oasdiff, and explains what differs."""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from verdicts import HEADING

from oasdiff.agreement import Verdict, judge
from oasdiff.go_tests import Pair, read_tests

EXPLAINED: Final = Path(__file__).with_name("explained.toml")
PAGE: Final = Path(__file__).parents[3] / "docs" / "agreement.md"
_COMMAND: Final = "make oasdiff DATA=CHECKOUT"


def main(argv: list[str] | None = None) -> int:
    """Compare all pairs and print what differs; return 1 where that is not explained, or an explanation is unused."""
    parser = argparse.ArgumentParser(prog="oasdiff", description="Holds verdicts against those of oasdiff's tests.")
    parser.add_argument("checkout", type=Path, help="a folder with checker/ and data/ of oasdiff")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    arguments = parser.parse_args(argv)
    checkout = arguments.checkout.resolve()
    read = [*read_tests(checkout)]
    pairs = [each for each in read if isinstance(each, Pair)]
    with tempfile.TemporaryDirectory() as folder:
        verdicts = [judge(pair, checkout, Path(folder).resolve()) for pair in pairs]
    explained = _explanations()
    counts = Counter(verdict.outcome for verdict in verdicts)
    print(f"{len(read)} tests, {len(pairs)} read:", ", ".join(f"{count} {each}" for each, count in counts.items()))
    differing = [verdict for verdict in verdicts if verdict.outcome not in {"agrees", "refused"}]
    names = {verdict.pair.name for verdict in differing}
    open_ = [verdict for verdict in differing if verdict.pair.name not in explained]
    unused = [name for name in explained if name not in names]
    for each in open_:
        print(f"not explained: {each.pair.name}: {each.outcome}: {each.about}")
    for name in unused:
        print(f"explained, and does not differ: {name}")
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        others = "".join(page.partition(f"\n{HEADING}")[1:])
        PAGE.write_text("\n".join(_page(len(read), verdicts, differing)) + f"\n{others}", encoding="utf-8")
    return 1 if open_ or unused else 0


def _explanations() -> dict[str, str]:
    """Return why verdicts differ, by the name of the test."""
    reasons = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["reason"]
    return {name: reason["why"] for reason in reasons for name in reason["tests"]}


def _page(tests: int, verdicts: Sequence[Verdict], differing: Sequence[Verdict]) -> Iterator[str]:
    counts = Counter(verdict.outcome for verdict in verdicts)
    compared = len(verdicts) - counts["refused"]
    yield from (
        "# Agreement with oasdiff and mypy",
        "",
        "oasdiff's own tests are pairs of documents, with the changes that each is expected to show and how bad they",
        f"are. `{_COMMAND}` reads these tests from a checkout, has `specloom diff` compare each pair, and",
        "writes this page. It fails where a verdict differs and nobody has said why. What mypy says stands",
        "[at the end](#entries-and-mypy).",
        "",
        f"Of {tests} tests {len(verdicts)} are read: the others are not two documents with edits of a known form.",
        f"{counts['refused']} have a new document that is wrong, which Specloom refuses. Of the {compared} others",
        f"{counts['agrees']} agree. These do not:",
    )
    by_name = {verdict.pair.name: verdict for verdict in differing}
    for reason in tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["reason"]:
        found = [by_name[name] for name in reason["tests"] if name in by_name]
        yield from (
            "",
            f"## {reason['title']}",
            "",
            reason["why"].strip(),
            "",
            "| test | oasdiff expects; Specloom says |",
            "|---|---|",
        )
        yield from (f"| `{each.pair.name}` | {each.about} |" for each in found)


if __name__ == "__main__":
    sys.exit(main())
