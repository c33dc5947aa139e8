"""`specloom diff`: says what changes between two versions of descriptions, and what that does to callers."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specloom.cli.code import add_code_arguments
from specloom.cli.report.escape import escape_text
from specloom.cli.report.findings import FINDING_FORMATS, render_findings
from specloom.cli.selection import add_options
from specloom.cli.terminal import print_error, print_message, print_result, write_report
from specloom.cli.write import tell_names
from specloom.findings import DescriptionError
from specloom.record import replace

if TYPE_CHECKING:
    from specloom.diff.review import Review


_CHANGELOG: Final = "changelog"
_OWN_FORMATS: Final = ("text", "json", "markdown", "html", _CHANGELOG)
"""In the others, changes are findings."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom diff`."""
    parser.usage = "specloom diff [options] (OLD NEW | --base REV [API ...])"
    parser.add_argument(
        "what",
        nargs="*",
        metavar="OLD NEW | API",
        help="two versions of a description or of a client: files, folders or REV:PATH; with --base, clients of the "
        "settings (default: all)",
    )
    parser.add_argument(
        "--base", metavar="REV", help="compare with this revision: exactly it, not where a branch left it"
    )
    parser.add_argument(
        "--root", metavar="DIR", type=Path, help="the folder that references of OLD and NEW may not leave"
    )
    add_options(parser, "--overlay")
    parser.add_argument(
        "--format", choices=(*FINDING_FORMATS, _CHANGELOG), default="text", help="how to print the changes"
    )
    add_fail_on_argument(parser, "the code")
    add_code_arguments(parser)
    parser.add_argument(
        "--package",
        metavar="NAME",
        help="what the code imports the client of OLD and NEW as: shop, or acme.clients.shop",
    )
    parser.add_argument(
        "--accept",
        metavar="FILE",
        type=Path,
        help="changes that do not fail, with reasons (default: specloom-accept.toml beside the settings)",
    )
    add_options(parser, "--rename", "--types")
    parser.add_argument(
        "--page", metavar="FILE", type=Path, help="write the report to this file too, as a page for a browser"
    )
    parser.add_argument("--title", default="API changes", help="the heading of the report")
    parser.epilog = "exit codes: 0 nothing fails, 1 a change fails or an acceptance is unused, 2 could not be compared"


def run(arguments: argparse.Namespace) -> int:
    """Print what changes. Returns 1 if a change fails or an acceptance is unused, 2 if something was not compared."""
    with compare(arguments) as review:
        print_result(render(review, arguments.format), folds=arguments.format == "text")
        print_rest(review)
        return exit_code(review)


@contextmanager
def compare(arguments: argparse.Namespace) -> Iterator[Review]:
    """Give the review that the arguments ask for, with the files of revisions while it is looked at; write its page.

    Raises:
        SpecloomError: The settings or the arguments are wrong, or a version is not there.
    """
    from specloom.cli.diff_review import make_review

    with tempfile.TemporaryDirectory(prefix="specloom-") as scratch:
        review = make_review(arguments, Path(scratch))
        if arguments.page:
            from specloom.ci_job import find_job

            write_report(arguments.page, render(review, "html"))
            review = replace(review, page=arguments.page.name, job=find_job(os.environ))
        yield review


def render(review: Review, format: str) -> str:
    """Return the review in one of `FINDING_FORMATS`, or as an entry of a changelog."""
    if format in _OWN_FORMATS:
        rendered: str = import_module(f"specloom.cli.report.diff_{format}").render_review(review)
        return rendered
    from specloom.cli.report.diff_phrases import list_findings

    findings = list_findings(review)
    if format == "github":
        from specloom.cli.report.github import render_in_order

        return render_in_order(findings)
    return render_findings(findings, format)


def print_rest(review: Review) -> None:
    """Say on stderr what could not be compared, and why."""
    for name in review.outside:
        print_message(f"{escape_text(name)}: its description is not in this repository, so there is no base of it")
    for name, moved in review.moved.items():
        print_message(tell_names(name, moved))
    for failure in review.failures:
        print_message(escape_text(f"{failure.name}: {failure.message}"))
        if failure.findings:
            print_error(DescriptionError(failure.findings))


def exit_code(review: Review) -> int:
    """Return 2 if something was not compared, 1 if a change fails or an acceptance is unused, else 0."""
    return 2 if review.failures else int(review.fails)


def add_fail_on_argument(parser: argparse.ArgumentParser, code: str = "") -> None:
    """Add the argument that says which changes fail.

    `code` is what help calls the code whose use of what changes may decide; empty where the command looks at none.
    """
    parser.add_argument(
        "--fail-on",
        choices=("breaking", "warning", *(["used"] if code else []), "never"),
        default="breaking",
        help="which changes fail (default: breaking)" + (f"; used: those of these that {code} uses" if code else ""),
    )
