# Generated from the description of Catalogue by specloom; edits will be lost.

"""Calls under `categories`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..inputs.category_input import CategoryInput
    from ..models.category import Category
    from ..models.tree import Tree

__all__ = ["AsyncCategories", "Categories"]


class Categories(Resource):
    """Calls under `categories`."""

    def add(
        self,
        *,
        display_name: str,
        parent: CategoryInput | Category | None = None,
        children: Sequence[CategoryInput | Category] | None = None,
        by_name: Mapping[str, CategoryInput | Category] | None = None,
    ) -> Tree:
        """Call `POST /categories`.

        Args:
            display_name: `displayName` of the body.
            parent: `parent` of the body.
            children: `children` of the body.
            by_name: `byName` of the body.
        """
        from ..models.tree import Tree

        answer: Tree = self._json(
            _add(display_name=display_name, parent=parent, children=children, by_name=by_name), Tree
        )
        return answer


class AsyncCategories(AsyncResource):
    """Calls under `categories`."""

    async def add(
        self,
        *,
        display_name: str,
        parent: CategoryInput | Category | None = None,
        children: Sequence[CategoryInput | Category] | None = None,
        by_name: Mapping[str, CategoryInput | Category] | None = None,
    ) -> Tree:
        """Call `POST /categories`.

        Args:
            display_name: `displayName` of the body.
            parent: `parent` of the body.
            children: `children` of the body.
            by_name: `byName` of the body.
        """
        from ..models.tree import Tree

        answer: Tree = await self._json(
            _add(display_name=display_name, parent=parent, children=children, by_name=by_name), Tree
        )
        return answer


def _add(
    *,
    display_name: str,
    parent: CategoryInput | Category | None,
    children: Sequence[CategoryInput | Category] | None,
    by_name: Mapping[str, CategoryInput | Category] | None,
) -> Request:
    from .._runtime.encoding import Shape
    from ..inputs.category_input import CATEGORY_INPUT

    request = Request("POST", "/categories")
    request.require(display_name=display_name)
    request.field("displayName", display_name)
    request.field("parent", parent, CATEGORY_INPUT)
    request.field("children", children, CATEGORY_INPUT)
    request.field("byName", by_name, Shape(each=CATEGORY_INPUT))
    return request
