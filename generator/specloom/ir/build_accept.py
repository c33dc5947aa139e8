"""The choice among several media types of an answer: whether a method has one, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir.build_offers import NOTHING, Offer, Offers, build_answer, read_status
from specloom.ir.call import Accept, Answer, AnswerChoice
from specloom.ir.losses import Ledger
from specloom.record import replace
from specloom.spec.document import Operation
from specloom.spec.media_types import is_range

_ANY = "*/*"


def build_answers(operation: Operation, offers: Offers, argument: str, ledger: Ledger) -> tuple[Answer, Accept | None]:
    """Return what a call gives back unasked, and the argument that asks for something else, if there is a choice.

    There is one where a status has media types that are read in different ways, or that are no JSON: JSON of one schema
    is one thing, whatever it is called. A range is a choice as well, but for that of all media types.
    """
    unasked = build_answer({status: _asked(offered, "") for status, offered in offers.items()})
    if unasked.kind == "stream":
        _lose_beside(offers, unasked, ledger)
    choosing = [
        offered
        for offered in offers.values()
        if _is_choice(offered) and (unasked.kind != "stream" or _asked(offered, "").kind == "stream")
    ]
    if not choosing:
        _lose_others(offers, ledger)
        return unasked, None
    asked = dict.fromkeys(name for offered in choosing for name in offered)
    groups: dict[str, list[str]] = {}
    answers: dict[str, Answer] = {}
    for name in asked:
        answer = build_answer({status: _asked(offered, name) for status, offered in offers.items()})
        key = repr(replace(answer, accept="", media_types=()))
        groups.setdefault(key, []).append(name)
        answers.setdefault(key, answer)
    if len(groups) == 1 and len(asked) > 1 and _ANY not in asked and unasked.kind != "stream":
        groups = {key: [_ANY, *own] for key, own in groups.items()}
    choices = tuple(AnswerChoice(tuple(own), answers[key]) for key, own in groups.items())
    places = {name: offer.location for offered in offers.values() for name, offer in offered.items()}
    by_status = {
        read_status(status): {
            name: offer.answer.type for name, offer in offered.items() if offer.answer.kind != "stream"
        }
        for status, offered in offers.items()
    }
    return choices[0].answer, Accept(argument, choices, by_status, operation.location.at("responses"), places)


def _is_choice(offered: Mapping[str, Offer]) -> bool:
    answers = {name: offer.answer for name, offer in offered.items()}
    meant = {repr(answer.type) if answer.kind == "json" else name for name, answer in answers.items()}
    return len(meant) > 1 or any(
        is_range(name) and answer.kind != "json" and not name.startswith(_ANY) for name, answer in answers.items()
    )


def _asked(offered: Mapping[str, Offer], name: str) -> Answer:
    """Return what a status gives back to who asks for a media type, which it may not have."""
    offer = offered.get(name) or next(iter(offered.values()), None)
    return offer.answer if offer else NOTHING


def _lose_beside(offers: Offers, stream: Answer, ledger: Ledger) -> None:
    """Write down the answers of other statuses that have no effect: a call that gives a stream gives no other.

    What is no stream comes as the one item in the place of a stream: that which is asked for first.
    """
    for status, offered in offers.items():
        first, *others = [*offered] or [""]
        if not first or replace(offered[first].answer, by_status=stream.by_status) == stream:
            continue
        if offered[first].answer.kind == "stream":
            others = [first, *others]
        for name in others:
            ledger.lose(offered[name].location, f"{name} of {status}", "calls give the stream of another status")


def _lose_others(offers: Offers, ledger: Ledger) -> None:
    """Write down the JSON media types that nobody asks for: what comes has the same type."""
    for offered in offers.values():
        first, *others = [*offered] or [""]
        for name in others if not _is_choice(offered) else ():
            why = f"answers are asked for as {first}, which has the same schema"
            ledger.lose(offered[name].location, f"media type {name}", why, minor=True)
