"""How a list goes on: `x-specloom.pagination`, checked against the types of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specloom.findings import Finding, Severity
from specloom.ir.build_scalars import may_be_text
from specloom.ir.call import Answer, Paging
from specloom.ir.types import Fail, ListOf, NamedType, Type, Walk, union_members, without_null
from specloom.source import Json
from specloom.spec.document import Operation, object_in

_MOVING = {"offset": "offset", "page": "page", "cursor": "cursor", "link": "", "link-header": ""}


def build_paging(
    operation: Operation,
    extension: Mapping[str, Json],
    answer: Answer,
    types: Mapping[str, NamedType],
    report: list[Finding],
) -> Paging | None:
    """Return how the operation's list goes on by a scheme of the document; None where it declares no paging.

    Every pointer of the scheme must lead somewhere in the answer's type, and the one of the items to an array;
    otherwise a finding says which does not, and the operation counts as not paged.
    """
    name = operation.extension.get("pagination")
    if not isinstance(name, str) or not (scheme := object_in(object_in(extension, "pagination"), name)):
        return None
    location = operation.location.at("x-specloom", "pagination")

    def fail(message: str, advice: Callable[[], str] = str) -> None:
        report.append(Finding("wrong-pagination", Severity.ERROR, f"pagination {message}", location, help=advice()))

    if answer.type is None:
        fail(f"{name!r} needs an answer with a list, and this operation returns nothing")
        return None
    return paging_of(name, scheme, answer.type, types, fail)


def paging_of(
    name: str, scheme: Mapping[str, Json], type_: Type, types: Mapping[str, NamedType], fail: Fail
) -> Paging | None:
    """Return how a list of a type goes on by the scheme called `name`; None, and `fail` is told why, if it cannot."""
    walk = Walk(types, fail)
    text = {key: value for key, value in scheme.items() if isinstance(value, str)}
    style = text["style"]
    items, listed = walk.follow(type_, text["items"])
    if listed is None:
        return None
    listed = _list_in(without_null(walk.look_through(listed)))
    if listed is None:
        fail(f"{name!r} says the items are at {text['items']!r}, which is no array", str)
        return None
    first = scheme.get("first", 1)
    found = {key: walk.follow(type_, text[key]) for key in ("total", "pages", "more", "next") if key in text}
    paths, address = {key: path for key, (path, _) in found.items()}, found.get("next", ((), None))[1]
    if style == "link" and address is not None and not any(map(may_be_text, union_members(walk.look_through(address)))):
        fail(f"{name!r} says the address of the next page is at {text['next']!r}, which is no text", str)
        return None
    last_item = walk.follow(listed.item, text["last_item"])[0] if "last_item" in text else ()
    return Paging(
        name=name,
        style=style,  # type: ignore[arg-type]  # the schema of x-specloom has checked it
        item=listed.item,
        items=items,
        parameter=text.get(_MOVING[style], ""),
        page=text.get("page", "") if style == "offset" else "",
        limit=text.get("limit") or text.get("size") or "",
        first=first if isinstance(first, int) else 1,
        last_item=last_item,
        **paths,
    )


def _list_in(type_: Type) -> ListOf | None:
    """Return the array that a type is; an array that may also be one lone item counts as one."""
    members = union_members(type_)
    lists = [member for member in members if isinstance(member, ListOf)]
    return lists[0] if len(lists) == 1 and all(each in (lists[0], lists[0].item) for each in members) else None
