"""The files that a fetched description refers to, fetched with it from where it lies.

The loader follows the references, and asks for each file that is not there. It may come from the origin of the entry
document only. Its name comes from a stranger, and has to be one that any machine can give a file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from specloom.fetch import Fetched, NotThereError, fetch
from specloom.findings import DescriptionError, SpecloomError, unwritable
from specloom.messages import quoted
from specloom.output.disk import replace_text
from specloom.output.manifest import digest_content
from specloom.output.tree import case_folded, path_problem
from specloom.regular_file import MAX_BYTES
from specloom.source import SUFFIXES
from specloom.spec.files import Retrieval
from specloom.spec.load import load_description
from specloom.spec.node import Refusal
from specloom.targets.target import Target, Upstream

_MOST_FILES: Final = 5_000
_MOST_BYTES: Final = MAX_BYTES
"""All files together may have as many bytes as one document."""
_SECONDS: Final = 600.0
"""For all files together."""
_MOST_FOLDERS: Final = 8
"""How far up from the entry document references may lead."""
_LONGEST: Final = 100
"""How many characters the name of a file or folder may have."""
_BY_HAND: Final = "download the files in another way, and name the entry document instead"


class Supply:
    """Makes the files that references of a fetched description mean, by fetching them.

    Others are written around the entry document, wherever that lies on this machine, as they lie around it upstream.
    """

    def __init__(self, fetched: Fetched, entry: Path) -> None:
        self.contents: dict[Path, bytes] = {entry: fetched.content}
        """What was fetched, by where it lies now; the entry document first."""
        self._base, self._entry = fetched.base, entry
        self._refused: dict[Path, Refusal] = {}
        self._names = {case_folded(str(entry)): entry.name}
        self._left = _MOST_BYTES - len(fetched.content)
        self._deadline = time.monotonic() + _SECONDS

    def __call__(self, path: Path) -> None:
        """Fetch the file that is to lie at an absolute path.

        Raises:
            Refusal: There is none, or its name is none for a file.
            SpecloomError: It cannot be fetched, or there are more than anybody needs.
        """
        if path in self._refused:
            raise self._refused[path]
        way = Path(os.path.relpath(path, self._entry.parent)).as_posix()
        try:
            self._refuse_name(path, way)
            content = self._fetch(way)
        except Refusal as refusal:
            self._refused[path] = refusal
            raise
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.contents[path], self._names[case_folded(str(path))] = content, path.name
        self._left -= len(content)

    def follow(self, *targets: Target) -> None:
        """Fetch what is missing of descriptions. What is wrong with them, whoever uses them finds."""
        for target in targets:
            with suppress(DescriptionError):
                load_description(target, Retrieval(supply=self))

    def _fetch(self, way: str) -> bytes:
        seconds = self._deadline - time.monotonic()
        if len(self.contents) >= _MOST_FILES or self._left <= 0 or seconds <= 0:
            limits = f"{_MOST_FILES} files, {_MOST_BYTES // 1024**2} MiB or {_SECONDS:g} seconds"
            raise SpecloomError(f"{self._base} refers to more than {limits} of documents", _BY_HAND)
        url = urljoin(self._base, quote(way))
        try:
            doing = f"fetching document {len(self.contents) + 1}: {way}"
            wait = min(seconds, 60)
            content = fetch(url, seconds=wait, limit=self._left, origin=self._base, doing=doing).content
            content.decode()
        except NotThereError as error:
            raise Refusal(
                "unresolved-reference", f"reference points at no file: {quoted(way)}; {error.message}"
            ) from None
        except UnicodeDecodeError:
            raise SpecloomError(f"{url} is not UTF-8", _BY_HAND) from None
        return content

    def _refuse_name(self, path: Path, way: str) -> None:
        parts = [part for part in PurePosixPath(way).parts if part != ".."]
        if not all(map(_is_portable, parts)):
            raise Refusal(
                "unresolved-reference",
                f"reference means a file whose name is none on every machine: {quoted(way)}",
                _BY_HAND,
            )
        if (same := self._names.get(case_folded(str(path)))) is not None:
            raise Refusal(
                "unresolved-reference",
                f"reference means a file that is the same as {quoted(same)} where letter case does not count: "
                f"{quoted(way)}",
                _BY_HAND,
            )


def lay_entry(fetched: Fetched, folder: Path) -> Path:
    """Write a fetched entry document into a folder, as deep as its references may lead up, and return where it lies."""
    *above, name = [unquote(part) for part in urlsplit(fetched.base or fetched.url).path.split("/")[1:]] or [""]
    for number, part in enumerate(above[-_MOST_FOLDERS:]):
        folder /= part if _is_portable(part) else str(number)
    if not _is_portable(name) or Path(name).suffix.lower() not in SUFFIXES:
        name = f"openapi{'.json' if fetched.content.lstrip().startswith(b'{') else '.yaml'}"
    folder.mkdir(parents=True, exist_ok=True)
    entry = folder / name
    entry.write_bytes(fetched.content)
    return entry


def pin(url: str, entry: Path, folder: Path, contents: Mapping[Path, bytes]) -> Upstream:
    """Return what pins a description that was fetched.

    `contents` has what was fetched, by where it lies or will lie in the folder that references do not leave.
    """
    digests = {path: digest_content(content) for path, content in contents.items()}
    sha = digests.pop(entry)
    return Upstream(url, sha, {path.relative_to(folder).as_posix(): digest for path, digest in digests.items()})


def write_document(path: Path, text: str) -> None:
    """Write a document, or an overlay, where it lies in the project; folders that are missing are made.

    Raises:
        SpecloomError: The operating system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
    replace_text(path, text)


def _is_portable(name: str) -> bool:
    """Tell whether a stranger's text is the name of one file on every machine, which is not hidden."""
    is_shown = name.isprintable() and not name.startswith(".") and len(name) <= _LONGEST
    return is_shown and "/" not in name and not path_problem(name)
