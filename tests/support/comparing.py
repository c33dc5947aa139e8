"""Comparing two descriptions as `specloom diff` does, without the clients that are made of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from specloom.diff.documents import compare
from specloom.diff.documents.remarks import list_remarks
from specloom.diff.loaded import compare_targets
from specloom.diff.schemas.facts import WAYS_TO_SAY
from specloom.diff.vocabulary import Change
from specloom.spec.document import Document
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target


def compare_meanings(old: Document, new: Document) -> tuple[Change, ...]:
    """Return what is different between two documents, other ways to say the same aside."""
    return tuple(change for change in compare.compare_documents(old, new) if change.fact not in WAYS_TO_SAY)


def compare_files(old: Path, new: Path) -> tuple[Change, ...]:
    """Return every change from the one description to the other, those that are only told included.

    How its client is made stands beside a description: in `new.toml` for `new.yaml`.
    """
    before, after = _target(old), _target(new)
    was, now = load_description(before), load_description(after)
    return (*compare_targets(before, after, now.document.location), *compare_descriptions(was, now))


def _target(path: Path) -> Target:
    options = path.with_suffix(".toml")
    return Target(path, **tomllib.loads(options.read_text(encoding="utf-8")) if options.exists() else {})


def compare_descriptions(before: Description, after: Description) -> tuple[Change, ...]:
    """Return every change from the one description to the other, as `compare_files`."""
    remarks = list_remarks(before.index), list_remarks(after.index)
    return compare.compare_descriptions(before.document, after.document, remarks).changes
