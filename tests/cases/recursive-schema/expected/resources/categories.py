# Generated from the description of Catalogue by specloom; edits will be lost.

"""Calls under `categories`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping, Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.category_input import CategoryInput
    from ..models.category import Category
    from ..models.tree import Tree

__all__ = ["AsyncCategories", "Categories"]


class Categories(_Resource):
    """Calls under `categories`."""

    def add(
        self,
        *,
        display_name: str,
        parent: CategoryInput | Category | _Unset = _UNSET,
        children: _Sequence[CategoryInput | Category] | _Unset = _UNSET,
        by_name: _Mapping[str, CategoryInput | Category] | _Unset = _UNSET,
    ) -> Tree:
        """Call `POST /categories`.

        Args:
            display_name: `displayName` of the body.
            parent: `parent` of the body.
            children: `children` of the body.
            by_name: `byName` of the body.
        """
        from ..models.tree import Tree

        _answer: Tree = self._json(
            _add_request(
                display_name=display_name, parent=parent, children=children, by_name=by_name
            ),
            Tree,
        )
        return _answer


class AsyncCategories(_AsyncResource):
    """Calls under `categories`."""

    async def add(
        self,
        *,
        display_name: str,
        parent: CategoryInput | Category | _Unset = _UNSET,
        children: _Sequence[CategoryInput | Category] | _Unset = _UNSET,
        by_name: _Mapping[str, CategoryInput | Category] | _Unset = _UNSET,
    ) -> Tree:
        """Call `POST /categories`.

        Args:
            display_name: `displayName` of the body.
            parent: `parent` of the body.
            children: `children` of the body.
            by_name: `byName` of the body.
        """
        from ..models.tree import Tree

        _answer: Tree = await self._json(
            _add_request(
                display_name=display_name, parent=parent, children=children, by_name=by_name
            ),
            Tree,
        )
        return _answer


def _add_request(
    *,
    display_name: str,
    parent: CategoryInput | Category | _Unset,
    children: _Sequence[CategoryInput | Category] | _Unset,
    by_name: _Mapping[str, CategoryInput | Category] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape
    from ..inputs.category_input import CATEGORY_INPUT

    _request = _Request("POST", "/categories")
    _request.require(display_name=display_name)
    _request.field("displayName", display_name)
    _request.field("parent", parent, CATEGORY_INPUT)
    _request.field("children", children, _Items(CATEGORY_INPUT))
    _request.field("byName", by_name, _Shape(each=CATEGORY_INPUT, full=True))
    return _request
