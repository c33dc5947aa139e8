"""`specloom comment`: puts a report on the pull request that a CI job runs for, as one comment that is replaced."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from specloom.ci_job import find_job, find_thread
from specloom.cli.report.markdown import cut_markdown
from specloom.cli.selection import at_least_one
from specloom.cli.terminal import print_message
from specloom.findings import SpecloomError, unreadable
from specloom.forge import Outcome, put_comment
from specloom.regular_file import read_regular

_MARKER = "<!-- specloom:{key} -->"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom comment`."""
    parser.add_argument(
        "file", metavar="FILE", help="the comment in Markdown, - for standard input; an empty one removes the comment"
    )
    parser.add_argument(
        "--key", metavar="NAME", type=_key, default="diff", help="which comment, where a job keeps several: %(default)s"
    )
    parser.add_argument(
        "--number", metavar="N", type=at_least_one, help="the pull request; the one that the job runs for"
    )


def run(arguments: argparse.Namespace) -> int:
    """Post, replace or remove the comment."""
    outcome = post_comment(_read(arguments.file).strip(), arguments.key, arguments.number)
    print_message(f"comment {outcome}")
    return 0


def post_comment(text: str, key: str = "diff", number: int | None = None) -> Outcome:
    """Make a report the comment of a pull request, cut to what the code host takes; return what was done.

    With an empty text there is none. Of several comments that a job keeps, `key` names one; without a number, the pull
    request is the one that the job runs for.

    Raises:
        SpecloomError: The job runs for no pull request, or the code host refuses.
    """
    marker = _MARKER.format(key=key)
    thread = find_thread(os.environ, number)
    comment = f"{marker}\n{text}" if text else ""
    whole = f"[of the job]({job})" if (job := find_job(os.environ)) else "of the job"
    cut = f"_This is cut here: it was too long for a comment. The whole report is in the files or the summary {whole}._"
    return put_comment(thread, marker, cut_markdown(comment, thread.limit, cut))


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else read_regular(Path(name))
        return content.decode()
    except OSError as error:
        raise unreadable(name, error, "name a file in Markdown, or - for standard input") from error
    except UnicodeDecodeError:
        raise SpecloomError(f"{name} is not UTF-8") from None


def _key(text: str) -> str:
    if not (text.isascii() and text.replace("-", "").isalnum()):
        raise argparse.ArgumentTypeError(f"{text!r} has characters other than letters, digits and -")
    return text
