"""Responses: which statuses are answered, and with what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from specloom.diff.documents.content import Owner, compare_content
from specloom.diff.documents.parameters import compare_headers
from specloom.diff.documents.place import Place, reference_to
from specloom.diff.pairs import Pairs, pair
from specloom.diff.vocabulary import Change, Subject
from specloom.findings import Location
from specloom.messages import quoted
from specloom.spec.document import Operation, Response


def compare_responses(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield what is different between the answers of one operation.

    A status that a range of the other side includes, such as 404 in `4XX`, is compared with it, and has neither come
    nor gone. A range of which only such statuses are left, or of which only they were there, has become narrower, or
    wider.
    """
    pairs = pair(old.responses, new.responses, lambda response: response.status.upper())
    owner = new.location.at("responses") if new.responses else new.location
    both = list(pairs.both)
    for response in pairs.removed:
        here, where, status = place.below(response.status), _location(old, response), response.status
        if wider := _range_of(response, new.responses):
            both.append((response, wider))
        elif left := ", ".join(inside := _inside(response, pairs.added)):
            message = f"of {_title(response)} only {left} is left"
            lone = new.location.at("responses", inside[0]).key()
            fact, others = _facts(response).narrowed, _subjects(place, inside)
            yield here.change(fact, message, before=status, after=left, old=where, new=lone, beside=others)
        else:
            fact, referred = _facts(response).removed, reference_to(*_places(old, response))
            message, others = f"{_title(response)} is gone", _subjects(place, _instead_of(response, pairs))
            yield here.change(fact, message, before=status, old=where, new=owner, referred=referred, beside=others)
    for response in pairs.added:
        here, where, status = place.below(response.status), _location(new, response), response.status
        if wider := _range_of(response, old.responses):
            both.append((wider, response))
        elif was := ", ".join(inside := _inside(response, pairs.removed)):
            message = f"{_title(response)} has taken the place of {was}"
            referred = reference_to(*_places(new, response))
            fact, others = _facts(response).widened, _subjects(place, inside)
            yield here.change(fact, message, before=was, after=status, new=where, referred=referred, beside=others)
        else:
            fact, referred = _facts(response).added, reference_to(*_places(new, response))
            yield here.change(fact, f"{_title(response)} is new", after=status, new=where, referred=referred)
    for before, after in both:
        here = place.below(after.status)
        places = _places(old, before), _places(new, after)
        owners = Owner(before.location, old, "produces"), Owner(after.location, new, "produces")
        yield from here.compare_references(f"the response {quoted(after.status)}", *places)
        yield from compare_content(here, before.content, after.content, owners)
        yield from compare_headers(here.of(before, after), before.headers, after.headers)


def _subjects(place: Place, statuses: Iterable[str]) -> list[Subject]:
    return [place.below(each).subject for each in statuses]


def _instead_of(response: Response, pairs: Pairs[Response]) -> list[str]:
    """Return the status that has taken the place of one: the only one of its sort that came, where no other went."""
    sort = _facts(response)
    gone, come = ([each.status for each in some if _facts(each) == sort] for some in (pairs.removed, pairs.added))
    return come if len(gone) == len(come) == 1 else []


def _range_of(response: Response, others: Iterable[Response]) -> Response | None:
    wanted = f"{response.status[0]}XX"
    return next((each for each in others if each.status.upper() == wanted and wanted != response.status.upper()), None)


def _inside(response: Response, others: Iterable[Response]) -> list[str]:
    """Return the statuses that a range includes, of others; none where it is no range."""
    is_range = response.status.upper().endswith("XX")
    return [each.status for each in others if is_range and each.status[0] == response.status[0]]


def _location(operation: Operation, response: Response) -> Location:
    """Return where an operation has a response, or where the response is that it refers to.

    That makes one change of a response that many operations get or lose.
    """
    home, own = _places(operation, response)
    return home.key() if reference_to(home, own) else own.key()


def _places(operation: Operation, response: Response) -> tuple[Location, Location]:
    """Return where a response is described, and where an operation has it."""
    return response.location, operation.location.at("responses", response.status)


class _Facts(NamedTuple):
    added: str
    removed: str
    narrowed: str = ""
    """Of a range."""
    widened: str = ""


def _facts(response: Response) -> _Facts:
    """Tell failures from what is none: statuses below 400 say that the request was understood (RFC 9110, 15)."""
    if response.status == "default":
        return _Facts("default-response-added", "default-response-removed")
    if response.status[0] in "45":
        return _Facts("error-status-added", "error-status-removed", "error-range-narrowed", "error-range-widened")
    return _Facts("success-status-added", "success-status-removed", "success-range-narrowed", "success-range-widened")


def _title(response: Response) -> str:
    if response.status == "default":
        return "the response to all other statuses"
    return f"the status {quoted(response.status)}"
