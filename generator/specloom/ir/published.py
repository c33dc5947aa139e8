"""A name once published stays: what a new version of a description calls by another name keeps the one it has.

The surface of the client that is there is the ledger. The new version is built as if nothing was there, and held
against it: the same operation, the same place on the wire and the same schema are the same thing, whatever they are
called. If one of them is called otherwise, the client is built again with `Kept`: who has a name has it before all
others, and newcomers take what is left. A name that an author chose with `x-specloom` goes before one that was
published.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple, Protocol

from specloom.findings import DescriptionError, Source
from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.ir.name_scopes import Kept
from specloom.ir.same_symbols import Same, find_same
from specloom.ir.surface import Surface
from specloom.record import replace
from specloom.source import SourceFile
from specloom.spec.files import AS_IT_LIES, Retrieval
from specloom.spec.load import Description, load_description
from specloom.spec.select import OperationPlace, offer_skips
from specloom.targets.target import Target, path_from


class Published(Protocol):
    """The client that is there, whose names are to stay."""

    @property
    def surface(self) -> Surface | None:
        """What callers of it write; None where nobody can tell."""

    def holds(self, surface: Surface, files: Mapping[str, str]) -> bool:
        """Tell whether a surface is just what this client has, which is quicker than to ask for its own.

        `files` has the path of each document of the description, as surfaces have it, by the name that people give it.
        """

    def surface_in(self, files: Mapping[str, Source]) -> Surface:
        """Return what callers of it write, placed in the documents of its description: these, by such paths."""


class Client(NamedTuple):
    """A client with the names that it has published, or that it publishes now."""

    api: Api
    surface: Surface
    moved: Mapping[str, str]
    """Names that stay as they were published, as callers write them → what the description calls the same now."""


def load_published(
    target: Target,
    published: Published | None,
    retrieval: Retrieval = AS_IT_LIES,
) -> Description:
    """Return a description, of which a target may keep operations by their calls, as in `orders.list`.

    Calls are those of the client of all its operations; names of the one that is there stay.

    Raises:
        DescriptionError: As `load_description`; or no client can be made of all operations, so that it has no calls.
    """

    def calls() -> dict[str, tuple[str, ...]]:
        whole = replace(target, only=())
        description = load_description(whole, retrieval)
        surface = build_published(description, whole, published).surface
        return {symbol.path_in_client: symbol.routes for symbol in surface.methods()}

    return load_description(target, retrieval, calls=calls)


def build_published(description: Description, target: Target, published: Published | None) -> Client:
    """Return what a description becomes where a client of it is there already."""
    api = _build(description, target)
    plain = build_surface(api, target.http)
    files = name_documents(description, target)
    was = None if published is None or published.holds(plain, files) else published.surface
    same = Same() if was is None else find_same(was, plain, {}, files)
    if was is None or not any(pair.differs for pair in same.pairs()):
        return Client(api, plain, {})
    left = same.giving_way(was.gave_way)
    while True:
        api = _build(description, target, same.kept(left))
        surface = build_surface(api, target.http)
        now = [*find_same(surface, plain, files, files).pairs()]
        moving = left - {pair.key for pair in now}
        if not moving:
            break
        left -= moving
    stay = {pair.key for pair in same.pairs()} - left
    moved = {pair.old.path_in_client: pair.new.path_in_client for pair in now if pair.differs and pair.key in stay}
    gave_way = frozenset(pair.old.path_in_client for pair in now if pair.differs) - moved.keys()
    return Client(api, replace(surface, gave_way=gave_way), moved)


def name_documents(description: Description, target: Target) -> dict[str, str]:
    """Return the path of each document of a description, as surfaces have it, by the name that people give it."""
    entry, *others = description.files
    return {each.name: _path(target, each) for each in others} | {entry.name: ""}


def _build(description: Description, target: Target, kept: Kept | None = None) -> Api:
    document = description.document
    try:
        return build_api(document, package=target.package_name, import_path=target.import_path, kept=kept)
    except DescriptionError as error:
        places = [OperationPlace(each.operation_id or "", each.route, [each.location]) for each in document.operations]
        raise DescriptionError(offer_skips(error.findings, lambda: places, target)) from None


def _path(target: Target, file: SourceFile) -> str:
    """Return what surfaces call a document, but the entry: by its path from the description's folder."""
    with suppress(ValueError):
        return path_from(target.documents, file.path) if file.path is not None else file.name
    return file.name
