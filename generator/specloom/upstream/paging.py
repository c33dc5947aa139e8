"""Proposals for how lists go on: by what their parameters and answers are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from specloom.ir.naming import module_name
from specloom.source import Json
from specloom.spec.document import Document, Operation, Parameter
from specloom.upstream.answers import AnswerMember, Answers, Listed, folded
from specloom.upstream.proposal import Proposal, path_of

_PAGE: Final = frozenset("page pagenumber pageno pagenum pageindex currentpage".split())
_SIZE: Final = frozenset(
    "limit perpage pagesize size pagelimit maxresults maxitems itemsperpage resultsperpage hitsperpage take top num "
    "count first".split()
)
_OFFSET: Final = frozenset("offset skip start startindex startat startfrom firstresult".split())
_CURSOR: Final = frozenset(
    "cursor after startingafter pagetoken nexttoken nextpagetoken continuationtoken continuation marker startcursor "
    "pagecursor nextcursor afterid maxid sinceid startafter startafterid paginationtoken scrollid iterator".split()
)
_LAST_ITEM: Final = frozenset("after startingafter afterid maxid sinceid startafter startafterid".split())
"""Parameters that take the id of the last item that was read."""
_BOUNDS: Final = ("maxid", "sinceid")
"""Those that bound ids: which of them leads on hangs on the order of the list, mostly the newest first."""
_IN_ORDER: Final = frozenset("startingafter startafter startafterid".split())
"""Those that go on in the order of the list, as others do where the answer says whether there is more."""
_IDS: Final = ("id", "token", "uuid")
"""What the id of an item is called, the most usual name first."""
_FROM: Final = frozenset({"from"})
_FROM_ZERO: Final = re.compile(
    r"\b(0|zero)[ -]?(based|indexed)\b|\b(start|begin|count)\w* (at|from|with) (0|zero)\b|\(0\.\.", re.IGNORECASE
)
_OF_SPRING: Final = frozenset({"totalelements"})
_SAYS_LINK: Final = re.compile(r"\b(url|uri|link|path)\b", re.IGNORECASE)
_NEXT_CURSOR: Final = frozenset(
    "nextcursor nextpagetoken nexttoken next nextpagecursor continuationtoken endcursor nextmarker cursor after "
    "paginationtoken scrollid nextpage nextoffset".split()
)
_TOTAL: Final = frozenset("total totalcount totalitems totalresults totalelements totalrecords totalentries".split())
_PAGES: Final = frozenset("pages totalpages pagecount lastpage numpages numberofpages pagestotal".split())
_DONE: Final = frozenset("done isdone finished complete islast islastpage".split())
"""What says that there is no other page; then an answer may name one all the same."""
_MORE: Final = frozenset("hasmore hasnext hasnextpage more morepages hasmorepages".split())
_NEXT_URL: Final = frozenset("nexturl nextlink nextpageurl".split())
_NEXT_LINK: Final = _NEXT_URL | {"next", "nextpage"}
_INTEGER: Final = {"integer", "number"}


def propose_paging(document: Document, among: Collection[str] | None = None) -> Iterator[Proposal]:
    """Yield the ways of paging, as root members, and which operation goes on in which.

    Ways that the description declares are used, and keep their names. Operations with the JSONPaths `among` are looked
    at; None: all.
    """
    answers = Answers(document)
    lists = [each for each in document.operations if each.method == "get" and "pagination" not in each.extension]
    found = [
        (target, each, *way)
        for each in lists
        if (target := path_of(each, document)) and (among is None or target in among) and (way := _find(each, answers))
    ]
    found.sort(key=lambda each: not each[-1])  # what is sure of one operation is sure for others
    declared: Any = document.extension.get("pagination", {})
    schemes = {**declared}
    for target, operation, scheme, why, is_sure in found:
        name = next((each for each, known in schemes.items() if known == scheme), "")
        if not name:
            name = _name_of(scheme, schemes)
            schemes[name] = scheme
            yield Proposal("$", {"x-specloom": {"pagination": {name: scheme}}}, f"{operation.route}: {why}", is_sure)
        yield Proposal(target, {"x-specloom": {"pagination": name}}, f"It goes on as {name} says", is_sure)


def _name_of(scheme: Mapping[str, Json], others: Mapping[str, Mapping[str, Json]]) -> str:
    """Return what a way of paging is called: after its style, and after its list where others have another one."""
    style = f"by_{str(scheme['style']).removesuffix('-header')}"
    name = module_name(str(scheme["items"]).rpartition("/")[2])
    own = [] if any(each.get("items") == scheme["items"] for each in others.values()) else [f"{style}_of_{name}"]
    free = (style, *(own if name else []), *(f"{style}_{count}" for count in range(2, len(others) + 3)))
    return next(each for each in free if each not in others)


def _find(operation: Operation, answers: Answers) -> tuple[dict[str, Json], str, bool] | None:
    """Return how a list goes on, what shows it, and whether that is sure."""
    schema = answers.success(operation)
    listed = None if schema is None else answers.find_list(schema, operation.path)
    if schema is None or listed is None:
        return None
    queried = {folded(each.name): each for each in operation.parameters if each.place == "query"}
    members = [] if listed.pointer == "" else [*answers.members(schema)]
    seeking = _Seeking(answers, listed, queried, members)
    if operation.path.endswith("}") and queried.keys().isdisjoint(_PAGE | _SIZE | _OFFSET | _CURSOR):
        return None  # one thing, which has a list
    ways = (seeking.by_cursor, seeking.by_page, seeking.by_offset, seeking.by_link)
    found = _by_header(operation, seeking) or next(filter(None, (way() for way in ways)), None)
    if found is None:
        return None
    scheme, why = found
    where = f"its list is at {listed.pointer}" if listed.pointer else "it answers with a list"
    doubt = "" if listed.is_sure else ", but there are several lists"
    moving = folded(str(scheme.get("cursor", "")))
    by_item = "last_item" in scheme and moving not in _IN_ORDER and not seeking.member(_MORE, {"boolean"})
    if moving in _BOUNDS or by_item:
        doubt += ", but nothing shows whether newer or older ones come next"
    if scheme.get("last_item", "/id") != "/id":
        doubt += f", but nothing shows that it is what stands at {scheme['last_item']}"
    if scheme["style"] == "page" and not seeking.knows_first(scheme):
        doubt += ", but nothing shows whether the first one has the number 0 or 1"
    if scheme["style"] == "cursor" and (done := seeking.member(_DONE, {"boolean"})):
        doubt += f", but {done} may be what tells the end"
    return scheme, f"{why}; {where}{doubt}", not doubt


def _by_header(operation: Operation, seeking: _Seeking) -> tuple[dict[str, Json], str] | None:
    for response in operation.responses:
        if response.status.startswith("2") and any(name.lower() == "link" for name in response.headers):
            return seeking.scheme("link-header", {}), "the answer has a Link header"
    return None


class _Seeking:
    """What there is to find in one operation.

    Query parameters go by their folded names; members are the values beside the list that goes on.
    """

    def __init__(
        self, answers: Answers, listed: Listed, queried: Mapping[str, Parameter], members: list[AnswerMember]
    ) -> None:
        self._answers, self._listed, self._queried, self._members = answers, listed, queried, members

    def scheme(self, style: str, more: dict[str, Json]) -> dict[str, Json]:
        """Return a scheme with its parts in the order in which people read them."""
        return {
            "style": style,
            **more,
            **self._optional("limit", self._parameter(_SIZE)),
            "items": self._listed.pointer,
        }

    def by_cursor(self) -> tuple[dict[str, Json], str] | None:
        """Return a scheme where the answer names what to go on from."""
        # An offset that is no number is one that the answer names.
        bound = next((self._queried[name].name for name in _BOUNDS if name in self._queried), None)
        cursors = [bound] if bound else [
            *self._parameters(_CURSOR), *self._parameters(_OFFSET, {"string"}), *self._parameters(_FROM, _INTEGER),
        ]  # fmt: skip
        for cursor in cursors:
            repeated = frozenset({folded(cursor)})  # beside the next one
            names = (_NEXT_CURSOR - repeated, repeated - _FROM)
            found = (self.member(each, {"string", "integer"}, may_link=False) for each in names)
            if (following := next(filter(None, found), None)) is not None:
                scheme: dict[str, Json] = {**self.scheme("cursor", {"cursor": cursor}), "next": following}
                return scheme, f"the query parameter {cursor} takes what stands at {following}"
        cursor, item = next(iter(cursors), ""), self._listed.item
        known = self._answers.properties(item) if item is not None and folded(cursor) in _LAST_ITEM else {}
        if own := next((name for name in _IDS if name in known), ""):
            more = self.member(_MORE, {"boolean"})
            shown = f", and {more} says whether there is more" if more else ""
            scheme = {**self.scheme("cursor", {"cursor": cursor}), "last_item": f"/{own}"}
            return scheme, f"the query parameter {cursor} takes the id of the last item{shown}"
        return None

    def by_page(self) -> tuple[dict[str, Json], str] | None:
        """Return a scheme where pages are numbered."""
        page = self._parameter(_PAGE, _INTEGER)
        if page is None:
            return None
        schema = self._queried[folded(page)].schema
        is_zero = self._says_zero(page) or (0 in (schema.default, schema.minimum) and schema.default != 1)
        first: dict[str, Json] = {"first": 0} if is_zero else {}
        ends = {
            "total": self.member(_TOTAL, _INTEGER),
            "pages": self.member(_PAGES, _INTEGER),
            "more": self.member(_MORE, {"boolean"}) or self.member(_NEXT_LINK, {"string"}),
        }
        found = {name: pointer for name, pointer in ends.items() if pointer is not None}
        scheme: dict[str, Json] = {**self.scheme("page", {"page": page, **first}), **found}
        end = f", and {' and '.join(found.values())} {'tells' if len(found) == 1 else 'tell'} the last one"
        return scheme, f"the query parameter {page} numbers pages" + (end if found else "")

    def knows_first(self, scheme: Mapping[str, Json]) -> bool:
        """Tell whether something shows the number of the first page: what it has by default, or what is said of it.

        Where nothing does, it is taken for 1, unless the answer is a page as Spring Data has it, which counts from 0.
        """
        page = str(scheme["page"])
        if "first" in scheme:
            return self._queried[folded(page)].schema.default == 0 or self._says_zero(page)
        return self._queried[folded(page)].schema.default == 1 or self.member(_OF_SPRING, _INTEGER) is None

    def _says_zero(self, page: str) -> bool:
        parameter = self._queried[folded(page)]
        return _FROM_ZERO.search(f"{parameter.description} {parameter.schema.description}") is not None

    def by_offset(self) -> tuple[dict[str, Json], str] | None:
        """Return a scheme where an answer begins after a number of items."""
        offset, limit = self._parameter(_OFFSET, _INTEGER), self._parameter(_SIZE)
        if offset is None or limit is None:
            return None
        total = self.member(_TOTAL, _INTEGER)
        scheme: dict[str, Json] = {**self.scheme("offset", {"offset": offset}), **self._optional("total", total)}
        return scheme, f"the query parameters {offset} and {limit} say which items to give"

    def by_link(self) -> tuple[dict[str, Json], str] | None:
        """Return a scheme where the answer has the address of the next page."""
        for member in self._members:
            inner = self._answers.properties(member.schema).get("href")
            pointer = member.pointer if inner is None else f"{member.pointer}/href"
            told = _SAYS_LINK.search(member.schema.description or "") is not None
            says_so = inner is not None or told or self._is_link(member) or member.key in _NEXT_URL
            if member.key in _NEXT_LINK and says_so and "string" in self._answers.types(inner or member.schema):
                return {**self.scheme("link", {}), "next": pointer}, f"{pointer} has the address of the next page"
        return None

    def _optional(self, name: str, value: str | None) -> dict[str, Json]:
        return {} if value is None else {name: value}

    def _parameter(self, names: frozenset[str], types: Collection[str] = ()) -> str | None:
        return next(iter(self._parameters(names, types)), None)

    def _parameters(self, names: frozenset[str], types: Collection[str] = ()) -> Iterator[str]:
        """Yield the query parameters of one of the names, but for dates, and, if any are given, of the types only."""
        for key, each in self._queried.items():
            found = self._answers.types(each.schema)
            fits = not types or (found and found <= {*types, "null"})
            if key in names and fits and not self._answers.format(each.schema).startswith("date"):
                yield each.name

    def member(self, names: frozenset[str], types: set[str], *, may_link: bool = True) -> str | None:
        """Return where the first value of one of the names and types is."""
        for member in self._members:
            fits = self._answers.types(member.schema) & types
            if member.key in names and fits and (may_link or not self._is_link(member)):
                return member.pointer
        return None

    def _is_link(self, member: AnswerMember) -> bool:
        """Tell whether a value is an address, by its format or by what it stands in."""
        around = member.pointer.split("/")[1:-1]
        return "links" in map(folded, around) or self._answers.format(member.schema).startswith("uri")
