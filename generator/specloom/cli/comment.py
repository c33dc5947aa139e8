"""`specloom comment`: puts a report on the pull request that a CI job runs for, as one comment that is replaced.

What is longer than the code host takes is cut so that the rest still reads as Markdown.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import Final

from specloom.ci_job import find_job, find_thread
from specloom.cli.selection import at_least_one
from specloom.cli.terminal import print_message
from specloom.findings import SpecloomError, unreadable
from specloom.forge import Outcome, put_comment
from specloom.regular_file import read_regular

_MARKER = "<!-- specloom:{key} -->"
_FENCE: Final = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")
_TAG: Final = re.compile(r"<!--|-->|<details\b|</details>", re.IGNORECASE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom comment`."""
    parser.add_argument(
        "file", metavar="FILE", help="the comment in Markdown, - for standard input; an empty one removes the comment"
    )
    parser.add_argument(
        "--key",
        metavar="NAME",
        type=_key,
        default="diff",
        help="which comment of several (default: %(default)s)",
    )
    parser.add_argument(
        "--number", metavar="N", type=at_least_one, help="the pull request (default: the one that the job runs for)"
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


def cut_markdown(text: str, limit: int, notice: str) -> str:
    """Return `text`; where it is longer than `limit`, as many of its lines as fit, and a notice.

    Code between fences, HTML comments and folded parts that are open where it is cut are closed before the notice. A
    line that takes more than half of the room is cut itself. The limit is of characters, the notice a paragraph that is
    shorter by far and counts as well.
    """
    if len(text) <= limit:
        return text
    room = limit - len(notice) - len("\n\n\n")
    nesting = _Nesting()
    kept, closing, length = 0, "", 0
    for line in text.split("\n"):
        length += len(line) + 1
        nesting.read(line)
        if length + len(nesting.closing()) > room:
            break
        kept, closing = length, nesting.closing()
    if kept < room // 2:
        kept = room - len(closing) - 1
    whole = text[:kept].removesuffix("\n")
    return f"{whole}\n{closing}\n{notice}\n"


class _Nesting:
    """What is open behind the lines that were read: code between fences, an HTML comment, folded parts."""

    def __init__(self) -> None:
        self.fence = ""
        self.comment = False
        self.folded = 0

    def read(self, line: str) -> None:
        """Read one more line."""
        fence = _FENCE.match(line)
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not fence[2].strip():
                self.fence = ""
        elif fence and not self.comment:
            self.fence = fence[1]
        else:
            for tag in _TAG.findall(line):
                self._meet(tag.lower())

    def _meet(self, tag: str) -> None:
        if self.comment:
            self.comment = tag != "-->"
        elif tag == "<!--":
            self.comment = True
        elif tag != "-->":
            self.folded = max(0, self.folded + (1 if tag == "<details" else -1))

    def closing(self) -> str:
        """Return the lines that close it."""
        ends = [self.fence] if self.fence else ["-->"] if self.comment else []
        folds = ["", *["</details>"] * self.folded] if self.folded else []  # HTML begins behind an empty line
        return "".join(f"{end}\n" for end in [*ends, *folds])
