"""The class that links are, and the constants that say how searches are written."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.ir.api import Api, Method, SearchGrammar
from specloom.ir.literals import literal
from specloom.ir.naming import constant_name
from specloom.render.views import LinksView

__all__ = ["build_links_view", "grammar_constant", "grammar_constants", "links_module"]


def links_module(api: Api) -> str:
    """Return the module that has `Link`, from the top of the client's package: see `imports.Scope`."""
    return "._runtime.features.links" if api.links is None or api.links.is_usual else ".links"


def build_links_view(api: Api, header: str) -> LinksView | None:
    """Return the view of `links.py`; None where links look as they usually do, or there are none."""
    shape = api.links
    if shape is None or shape.is_usual:
        return None
    return LinksView(
        header=header,
        docstring='"""A link to a resource."""',
        attributes=(
            f"address = {shape.address!a}",
            f"identifier = {shape.identifier!a}",
            f"bare = frozenset({literal(list(shape.bare))})",
        ),
    )


def grammar_constant(name: str) -> str:
    """Return the name of the constant that holds a search grammar."""
    return f"_{constant_name(name)}_SEARCH"


def grammar_constants(api: Api, methods: Iterable[Method]) -> tuple[tuple[str, str], ...]:
    """Return name and expression of each search grammar that the methods need."""
    needed = dict.fromkeys(each.search for method in methods for each in method.arguments if each.search)
    return tuple((grammar_constant(name), _expression(api.searches[name])) for name in needed)


def _expression(grammar: SearchGrammar) -> str:
    options = {
        "any_of": grammar.any_of,
        "range": grammar.range,
        "wildcard": grammar.wildcard,
        "not_allowed": grammar.not_allowed,
    }
    given = [f"{name}={literal(signs)}" for name, signs in options.items() if signs]
    return f"_SearchGrammar({', '.join([literal(grammar.joint), literal(grammar.equals), *given])})"
