"""Proposals for names: the package's, and those of resources and methods that would say things twice."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final

from specloom.ir.naming import module_name, words
from specloom.ir.surface import Surface
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import Document, Operation
from specloom.upstream.answers import Answers
from specloom.upstream.proposal import ROOT, Proposal, path_of

_NO_NAME: Final = frozenset(
    "api apis rest restful http https the public web service services spec specification docs documentation reference "
    "endpoint endpoints".split()
)
_LONG: Final = 30
"""Characters of a name that people still type."""
_EXPLANATION: Final = re.compile(r"[^\w\s'&./-]|\s(?:-|and|by|for|from|of|that|to|which|with)\s", re.IGNORECASE)
"""Where a title goes on to explain the name that it began with."""
_PREFIXES: Final = re.compile(r"(api|apis|rest|public|v?\d+(\.\d+)*|latest|\{version\})", re.IGNORECASE)
"""First parts of a path that say nothing of what it leads to."""
_READING: Final = frozenset("get fetch read retrieve show find load view list all index".split())
"""What methods that read are called; one that searches says more."""
_BY_METHOD: Final = {"post": "create", "put": "update", "patch": "update", "delete": "delete"}
_FORMATS: Final = ("json", "xml")
_JOINING: Final = frozenset("by of for in into within on at to with from id".split())
_BEFORE_A_VARIABLE: Final = re.compile(r"(?<=[^}/])(?=/[^/]*\{)")
_HANDLER: Final = re.compile(r"(.+)Controller[_.](.+)")
"""An operationId of NestJS: the class that answers, and its method."""
_VERSION: Final = re.compile(r"v\d+")
_HOW_MANY: Final = frozenset("all one many".split())
_ARTICLES: Final = frozenset("a an the".split())


def package_of(title: str) -> str:
    """Return what a package is called after a description: its title, without the words that every title has.

    Empty where it has no others.
    """
    kept = _kept(title)
    if len("_".join(kept)) > _LONG:
        kept = _kept(_EXPLANATION.split(title, maxsplit=1)[0]) or kept
    name = module_name(" ".join(kept))
    # A keyword of Python, or a device of Windows: what settings name a package has no `_` at its end.
    return f"{name}api" if name.endswith("_") else name


def _kept(title: str) -> list[str]:
    """Return the words of a title that not every title has."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", title) if not unicodedata.combining(each))
    bare = re.sub(r"(?i)\bopen ?api\b|\bapis\b|\bswagger\b", " ", plain)
    return [word for word in words(bare) if word not in _NO_NAME and not re.fullmatch(r"v?\d+", word)]


def propose_package(document: Document, name: str) -> Iterator[Proposal]:
    """Yield what the client is called, which decides about its environment variables, too."""
    if "package" not in document.extension:
        update: Json = {"package": name}
        why = (
            f"The title is {document.title!r}; arguments come from {name.upper()}_… where they are left out. "
            "A vendored client is called after its folder"
        )
        yield Proposal(ROOT, {"x-specloom": update}, why)


def propose_resources(document: Document) -> Iterator[Proposal]:
    """Yield the resources of operations without tags whose paths begin with parts that say nothing."""
    for operation in document.operations:
        parts = [part for part in operation.path.split("/") if part]
        meaningful = _without_prefixes(parts)
        target = path_of(operation, document)
        if (
            operation.tags
            or "resource" in operation.extension
            or target is None
            or meaningful == parts
            or not meaningful
        ):
            continue
        static = [module_name(part) for part in meaningful if "{" not in part]
        if static and all(part.isidentifier() for part in static):
            why = f"It has no tag, and its path begins with {parts[0]}"
            yield Proposal(target, {"x-specloom": {"resource": static[0]}}, why)


def propose_methods(document: Document, surface: Surface, among: Collection[str]) -> Iterator[Proposal]:
    """Yield shorter names for the methods that repeat their resource, or the route.

    Names may change of the operations with the JSONPaths `among`.
    """
    known = _known_of(document)
    operations = {operation.route: operation for operation in document.operations}
    wanted: dict[str, dict[str, list[tuple[Operation, str]]]] = defaultdict(lambda: defaultdict(list))
    for symbol in surface.methods():
        operation = operations.get(symbol.routes[0]) if symbol.routes else None
        if operation is not None:
            resource = symbol.path.rpartition(".")[0]
            is_open = path_of(operation, document) in among
            own = "method" in operation.extension or not is_open
            name = symbol.name if own else _shorter(symbol.name, resource.split("."), operation, known)
            wanted[resource][name].append((operation, symbol.name))
    for resource, names in wanted.items():
        for name, users in names.items():
            (operation, current), *others = users
            target = path_of(operation, document)
            if not others and name != current and target is not None:
                why = f"In place of {resource.partition('.')[2]}.{current}"
                yield Proposal(target, {"x-specloom": {"method": name}}, why)


@record
class _Known:
    """What all operations show."""

    answers: Answers
    version: set[str]
    """The only version with which operationIds begin, if there is one."""
    collections: set[str]
    """The paths that lead to several of a kind: answers list them, or a variable says which is meant."""
    things: set[str]
    """The words for those that a variable tells apart."""


def _known_of(document: Document) -> _Known:
    answers = Answers(document)
    versions = {first for each in document.operations for first in words(each.operation_id or "")[:1]}
    versions = {each for each in versions if _VERSION.fullmatch(each)}
    several = {each.path[: at.start()] for each in document.operations for at in _BEFORE_A_VARIABLE.finditer(each.path)}
    things = _forms_in(path.rpartition("/")[2] for path in several)
    listing = {
        each.path.rstrip("/") for each in document.operations if each.method == "get" and _is_list(each, answers)
    }
    return _Known(answers, versions if len(versions) == 1 else set(), several | listing, things)


def _shorter(name: str, resource: list[str], operation: Operation, known: _Known) -> str:
    """Return what a method says beside its resource, and beside what that hangs under in the path."""
    package = [word for word in words(resource[0]) if word not in _NO_NAME]
    of_resource = _forms_in([*package, *resource[1:]])
    static = [part for part in operation.path.split("/") if part and "{" not in part]
    at = max((at for at, part in enumerate(static) if of_resource.issuperset(words(part))), default=0)
    outer = _forms_in(static[:at])
    said = of_resource | (outer if at == len(static) - 1 else set())
    full = _spoken(name, operation.operation_id) if operation.operation_id else _without_places(words(name), operation)
    full = full[1:] if len(full) > 1 and full[0] in known.version else full
    own = _without_route(full, operation)
    left = _beside(own, said, outer, known.things)
    is_bare = own in ([operation.method], ["index"])
    whole = "_".join(own) if operation.operation_id else name
    if left is None or (of_resource.isdisjoint(own) and own == words(name) and not is_bare):
        short = whole
    elif operation.method == "get" and all(word in _READING for word in left):
        short = "list" if left == ["list"] or _is_list(operation, known.answers) else "get"
    elif left in ([], [operation.method]):
        # What is posted to several of a kind is a new one; what else is done to them is done to no single one.
        is_many = operation.path.rstrip("/") in known.collections
        creates = any(each.status == "201" for each in operation.responses)  # as PUT may
        is_plain = is_many if operation.method == "post" else not (is_many or creates)
        short = _BY_METHOD.get(operation.method, whole) if is_plain else whole
    else:
        short = "_".join(left)
    return short if (is_bare or len(short) < len(name)) and module_name(short) == short else name


def _spoken(name: str, operation_id: str) -> list[str]:
    """Return the words of a name; those of a class come last, if its method does not say what it is about."""
    handler = _HANDLER.fullmatch(operation_id)
    if handler is None:
        return words(name)
    method = words(handler[2])
    return method if any(word not in _HOW_MANY for word in method[1:]) else [*method, *words(handler[1])]


def _beside(own: list[str], said: set[str], outer: set[str], things: set[str]) -> list[str] | None:
    """Return the words of a name without those that are said, and without what these hang under.

    None where the others say something else by themselves: `delete_user` for the settings of a user, or no verb.
    """
    kept: list[str] = []
    goes = False
    for word in reversed(own[1:]):
        goes = word in said or (goes and word in outer)
        kept = kept if goes else [word, *kept]
    kept = kept if own[0] in said else [own[0], *kept]
    left = [word for word in kept if word not in _ARTICLES]
    end = "" if own[-1] == "id" and own[-2:-1] and own[-2] in _JOINING else own[-1]  # `by_id` says nothing
    while left and left[-1] in _JOINING and left[-1] != end:
        left.pop()
    core = own[: next((at for at, word in enumerate(own) if word in _JOINING), len(own))]
    is_headless = core[-1:] != [] and core[-1] in said and any(word in things for word in core[1:] if word in left)
    is_noun = bool(left) and own[0] in said and things.issuperset(left)
    is_broken = any({one, other} <= _JOINING for one, other in pairwise(left))
    return None if is_headless or is_noun or is_broken else left


def _without_route(own: list[str], operation: Operation) -> list[str]:
    """Return the words of a name; of an operationId without those of its route behind, as FastAPI puts them there.

    The name may lack what stands before them, where that is the resource, or be cut in the middle.
    """
    route, whole = [*words(operation.path), operation.method], words(operation.operation_id or "")
    return whole[: -len(route)] if len(whole) > len(route) and whole[-len(route) :] == route else own


def _without_places(own: list[str], operation: Operation) -> list[str]:
    """Return the words of a name that is made of a route, without those for its variables and its first parts."""
    parts = [part for part in operation.path.split("/") if part]
    first = parts[: len(parts) - len(_without_prefixes(parts))]
    end = operation.path.rpartition(".")[2]
    found = " ".join(own).removesuffix(f" {end}" if end in _FORMATS else "")
    for said in (*(f"by {' '.join(words(part))}" for part in parts if "{" in part), *map(" ".join, map(words, first))):
        found = re.sub(rf"(?<!\S){re.escape(said)}(?!\S)", "", found, count=1)
    return found.split()


def _is_list(operation: Operation, answers: Answers) -> bool:
    schema = answers.success(operation)
    listed = None if schema is None else answers.find_list(schema, operation.path)
    return listed is not None and listed.is_sure and "}" not in operation.path[-1:]


def _forms_in(texts: Iterable[str]) -> set[str]:
    return {form for text in texts for word in words(text) for form in _forms(word)}


def _forms(word: str) -> set[str]:
    """Return a word and what it is in the singular or plural, as far as its end tells."""
    if word.endswith("ies"):
        return {word, f"{word[:-3]}y"}
    if word.endswith("s"):
        return {word, word[:-1], word.removesuffix("es")}
    return {word, f"{word}s", f"{word}es", f"{word[:-1]}ies" if word.endswith("y") else word}


def _without_prefixes(parts: list[str]) -> list[str]:
    while parts and _PREFIXES.fullmatch(parts[0]):
        parts = parts[1:]
    return parts
