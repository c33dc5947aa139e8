"""All blocks of all pages: read, matched, validated and sent through the clients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.blocks import Block, find_blocks
from evidence.matching import Match, NotDescribedError, match_block
from evidence.repairs import NotJsonError, read_block
from evidence.round_trip import client_problems
from evidence.schemas import schema_problems
from specloom.ir.build import build_api
from specloom.spec.bundle import bundle_description
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from specloom.ir.api import Api
    from specloom.source import Json
    from specloom.spec.document import Document

__all__ = ["Checked", "Description", "check_page", "load"]


@dataclass(frozen=True, slots=True)
class Description:
    """A description in the three forms that blocks are held against."""

    name: str
    document: Document
    bundle: dict[str, Json]
    api: Api


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about a block, in one of its roles."""

    block: Block
    what: str
    """Operation and role; empty where nothing tells."""
    repair: str
    problems: tuple[str, ...]


def load(entry: Path) -> Description:
    """Return the description whose entry document is `entry`; it bears the name of its folder."""
    document = load_description(Target(entry)).document
    return Description(entry.parent.name, document, bundle_description(Target(entry)), build_api(document))


def check_page(description: Description, text: str) -> Iterator[Checked]:
    """Yield what is found out about each block of a description's page, once for each operation it belongs to."""
    for block in find_blocks(description.name, text):
        try:
            value, repair = read_block(block)
            matches = match_block(block, description.document)
        except (NotJsonError, NotDescribedError) as error:
            yield Checked(block, "", "", (str(error),))
            continue
        for match in matches:
            problems = tuple(dict.fromkeys(_problems(description, match, value)))
            yield Checked(block, str(match), repair.what if repair else "", problems)


def _problems(description: Description, match: Match, value: Json) -> Iterator[str]:
    try:
        yield from schema_problems(description.bundle, match, value)
        yield from client_problems(description.api, match, value)
    except NotDescribedError as error:
        yield str(error)
