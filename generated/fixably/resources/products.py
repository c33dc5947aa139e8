# Generated from the description of Fixably API by specloom; edits will be lost.

"""What can be put on orders, such as parts, services and fees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from decimal import Decimal as _Decimal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.custom_fields_input import CustomFieldsInput
    from ..inputs.manufacturer_input import ManufacturerInput
    from ..inputs.product_page_relation_input import ProductPageRelationInput
    from ..inputs.product_type_input import ProductTypeInput
    from ..models.product import Product
    from ..models.product_availability import ProductAvailability

__all__ = ["AsyncProducts", "Products"]


class Products(_PagingResource):
    """What can be put on orders, such as parts, services and fees."""

    def list(
        self,
        *,
        expand: _Sequence[ProductPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Product]:
        """List products.

        Gives links only, unless `items` are expanded.

        `GET /products`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.product_page import ProductPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            ProductPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        code: str,
        name: str,
        purchase_stock_price: _Decimal | int | str,
        stock_price: _Decimal | int | str,
        description: str | None | _Unset = _UNSET,
        ean: str | _Unset = _UNSET,
        line: str | _Unset = _UNSET,
        family: str | _Unset = _UNSET,
        type: ProductTypeInput | _Unset = _UNSET,
        version: str | _Unset = _UNSET,
        category: int | _Unset = _UNSET,
        vat: _Decimal | int | str | _Unset = _UNSET,
        purchase_exchange_price: _Decimal | int | str | _Unset = _UNSET,
        exchange_price: _Decimal | int | str | _Unset = _UNSET,
        markup: _Decimal | int | str | _Unset = _UNSET,
        manufacturer: ManufacturerInput | _Unset = _UNSET,
        serialized: bool | _Unset = _UNSET,
        fixed: bool | _Unset = _UNSET,
        tags: str | _Unset = _UNSET,
        eee_code: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        visible_on_printouts: bool | _Unset = _UNSET,
    ) -> Product:
        """Create a product.

        Adds a product that can be put on orders. It needs a code, a name, and the prices at which
        it is bought and sold from stock.

        `POST /products`

        Args:
            code: The tenant's code of the product.
            name: Name of the product.
            purchase_stock_price: What the product costs in purchase.
            stock_price: Price at which the product is sold from stock.
            description: What the product is.
            ean: EAN of the product.
            line: Product line.
            family: Product family.
            type: What kind of product it is, as a number.
            version: Version of the product.
            category: Number of the product's category.
            vat: VAT or sales tax that holds unless another one is chosen, in percent.
            purchase_exchange_price: What it costs in purchase where the old part is given back.
            exchange_price: Price at which the product is sold in exchange.
            markup: Fixed amount that is added to the purchase price.
            manufacturer: Manufacturer of the product.
            serialized: Whether single pieces are told apart by a serial number.
            fixed: Whether the price is fixed, so that profit margins are not applied to it.
            tags: Tags of the product, separated by commas.
            eee_code: EEE code of the product.
            provider: System that the product comes from.
            identifier: Identifier of the product in that system.
            custom_fields: Custom fields of the product.
            visible_on_printouts: Whether order lines with the product are printed.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.product import Product

        return self._json(
            _create_request(
                code=code,
                name=name,
                purchase_stock_price=purchase_stock_price,
                stock_price=stock_price,
                description=description,
                ean=ean,
                line=line,
                family=family,
                type=type,
                version=version,
                category=category,
                vat=vat,
                purchase_exchange_price=purchase_exchange_price,
                exchange_price=exchange_price,
                markup=markup,
                manufacturer=manufacturer,
                serialized=serialized,
                fixed=fixed,
                tags=tags,
                eee_code=eee_code,
                provider=provider,
                identifier=identifier,
                custom_fields=custom_fields,
                visible_on_printouts=visible_on_printouts,
            ),
            Product,
        )

    def get(self, product_id: int) -> Product:
        """Get a product.

        `GET /products/{product_id}`

        Args:
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product import Product

        return self._json(_get_request(product_id), Product)

    def update(
        self,
        product_id: int,
        *,
        code: str | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
        description: str | None | _Unset = _UNSET,
        ean: str | _Unset = _UNSET,
        line: str | _Unset = _UNSET,
        family: str | _Unset = _UNSET,
        type: ProductTypeInput | _Unset = _UNSET,
        version: str | _Unset = _UNSET,
        category: int | _Unset = _UNSET,
        vat: _Decimal | int | str | _Unset = _UNSET,
        purchase_stock_price: _Decimal | int | str | _Unset = _UNSET,
        purchase_exchange_price: _Decimal | int | str | _Unset = _UNSET,
        stock_price: _Decimal | int | str | _Unset = _UNSET,
        exchange_price: _Decimal | int | str | _Unset = _UNSET,
        markup: _Decimal | int | str | _Unset = _UNSET,
        manufacturer: ManufacturerInput | _Unset = _UNSET,
        serialized: bool | _Unset = _UNSET,
        fixed: bool | _Unset = _UNSET,
        tags: str | _Unset = _UNSET,
        eee_code: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        visible_on_printouts: bool | _Unset = _UNSET,
    ) -> Product:
        """Update a product.

        Send what changes.

        `PATCH /products/{product_id}`

        Args:
            product_id: Id of the product.
            code: The tenant's code of the product.
            name: Name of the product.
            description: What the product is.
            ean: EAN of the product.
            line: Product line.
            family: Product family.
            type: What kind of product it is, as a number.
            version: Version of the product.
            category: Number of the product's category.
            vat: VAT or sales tax that holds unless another one is chosen, in percent.
            purchase_stock_price: What the product costs in purchase.
            purchase_exchange_price: What it costs in purchase where the old part is given back.
            stock_price: Price at which the product is sold from stock.
            exchange_price: Price at which the product is sold in exchange.
            markup: Fixed amount that is added to the purchase price.
            manufacturer: Manufacturer of the product.
            serialized: Whether single pieces are told apart by a serial number.
            fixed: Whether the price is fixed, so that profit margins are not applied to it.
            tags: Tags of the product, separated by commas.
            eee_code: EEE code of the product.
            provider: System that the product comes from.
            identifier: Identifier of the product in that system.
            custom_fields: Custom fields of the product.
            visible_on_printouts: Whether order lines with the product are printed.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product import Product

        return self._json(
            _update_request(
                product_id,
                code=code,
                name=name,
                description=description,
                ean=ean,
                line=line,
                family=family,
                type=type,
                version=version,
                category=category,
                vat=vat,
                purchase_stock_price=purchase_stock_price,
                purchase_exchange_price=purchase_exchange_price,
                stock_price=stock_price,
                exchange_price=exchange_price,
                markup=markup,
                manufacturer=manufacturer,
                serialized=serialized,
                fixed=fixed,
                tags=tags,
                eee_code=eee_code,
                provider=provider,
                identifier=identifier,
                custom_fields=custom_fields,
                visible_on_printouts=visible_on_printouts,
            ),
            Product,
        )

    def get_availability(self, product_id: int) -> ProductAvailability:
        """Get how many pieces of a product there are.

        Counts the pieces in the stocks that the token's user may use, and those of them that are
        not on orders. The tenant must have the stock module.

        `GET /products/{product_id}/availability`

        Args:
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product_availability import ProductAvailability

        return self._json(_get_availability_request(product_id), ProductAvailability)


class AsyncProducts(_AsyncPagingResource):
    """What can be put on orders, such as parts, services and fees."""

    def list(
        self,
        *,
        expand: _Sequence[ProductPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Product]:
        """List products.

        Gives links only, unless `items` are expanded.

        `GET /products`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.product_page import ProductPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            ProductPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        code: str,
        name: str,
        purchase_stock_price: _Decimal | int | str,
        stock_price: _Decimal | int | str,
        description: str | None | _Unset = _UNSET,
        ean: str | _Unset = _UNSET,
        line: str | _Unset = _UNSET,
        family: str | _Unset = _UNSET,
        type: ProductTypeInput | _Unset = _UNSET,
        version: str | _Unset = _UNSET,
        category: int | _Unset = _UNSET,
        vat: _Decimal | int | str | _Unset = _UNSET,
        purchase_exchange_price: _Decimal | int | str | _Unset = _UNSET,
        exchange_price: _Decimal | int | str | _Unset = _UNSET,
        markup: _Decimal | int | str | _Unset = _UNSET,
        manufacturer: ManufacturerInput | _Unset = _UNSET,
        serialized: bool | _Unset = _UNSET,
        fixed: bool | _Unset = _UNSET,
        tags: str | _Unset = _UNSET,
        eee_code: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        visible_on_printouts: bool | _Unset = _UNSET,
    ) -> Product:
        """Create a product.

        Adds a product that can be put on orders. It needs a code, a name, and the prices at which
        it is bought and sold from stock.

        `POST /products`

        Args:
            code: The tenant's code of the product.
            name: Name of the product.
            purchase_stock_price: What the product costs in purchase.
            stock_price: Price at which the product is sold from stock.
            description: What the product is.
            ean: EAN of the product.
            line: Product line.
            family: Product family.
            type: What kind of product it is, as a number.
            version: Version of the product.
            category: Number of the product's category.
            vat: VAT or sales tax that holds unless another one is chosen, in percent.
            purchase_exchange_price: What it costs in purchase where the old part is given back.
            exchange_price: Price at which the product is sold in exchange.
            markup: Fixed amount that is added to the purchase price.
            manufacturer: Manufacturer of the product.
            serialized: Whether single pieces are told apart by a serial number.
            fixed: Whether the price is fixed, so that profit margins are not applied to it.
            tags: Tags of the product, separated by commas.
            eee_code: EEE code of the product.
            provider: System that the product comes from.
            identifier: Identifier of the product in that system.
            custom_fields: Custom fields of the product.
            visible_on_printouts: Whether order lines with the product are printed.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.product import Product

        return await self._json(
            _create_request(
                code=code,
                name=name,
                purchase_stock_price=purchase_stock_price,
                stock_price=stock_price,
                description=description,
                ean=ean,
                line=line,
                family=family,
                type=type,
                version=version,
                category=category,
                vat=vat,
                purchase_exchange_price=purchase_exchange_price,
                exchange_price=exchange_price,
                markup=markup,
                manufacturer=manufacturer,
                serialized=serialized,
                fixed=fixed,
                tags=tags,
                eee_code=eee_code,
                provider=provider,
                identifier=identifier,
                custom_fields=custom_fields,
                visible_on_printouts=visible_on_printouts,
            ),
            Product,
        )

    async def get(self, product_id: int) -> Product:
        """Get a product.

        `GET /products/{product_id}`

        Args:
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product import Product

        return await self._json(_get_request(product_id), Product)

    async def update(
        self,
        product_id: int,
        *,
        code: str | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
        description: str | None | _Unset = _UNSET,
        ean: str | _Unset = _UNSET,
        line: str | _Unset = _UNSET,
        family: str | _Unset = _UNSET,
        type: ProductTypeInput | _Unset = _UNSET,
        version: str | _Unset = _UNSET,
        category: int | _Unset = _UNSET,
        vat: _Decimal | int | str | _Unset = _UNSET,
        purchase_stock_price: _Decimal | int | str | _Unset = _UNSET,
        purchase_exchange_price: _Decimal | int | str | _Unset = _UNSET,
        stock_price: _Decimal | int | str | _Unset = _UNSET,
        exchange_price: _Decimal | int | str | _Unset = _UNSET,
        markup: _Decimal | int | str | _Unset = _UNSET,
        manufacturer: ManufacturerInput | _Unset = _UNSET,
        serialized: bool | _Unset = _UNSET,
        fixed: bool | _Unset = _UNSET,
        tags: str | _Unset = _UNSET,
        eee_code: str | _Unset = _UNSET,
        provider: str | _Unset = _UNSET,
        identifier: str | _Unset = _UNSET,
        custom_fields: CustomFieldsInput | _Unset = _UNSET,
        visible_on_printouts: bool | _Unset = _UNSET,
    ) -> Product:
        """Update a product.

        Send what changes.

        `PATCH /products/{product_id}`

        Args:
            product_id: Id of the product.
            code: The tenant's code of the product.
            name: Name of the product.
            description: What the product is.
            ean: EAN of the product.
            line: Product line.
            family: Product family.
            type: What kind of product it is, as a number.
            version: Version of the product.
            category: Number of the product's category.
            vat: VAT or sales tax that holds unless another one is chosen, in percent.
            purchase_stock_price: What the product costs in purchase.
            purchase_exchange_price: What it costs in purchase where the old part is given back.
            stock_price: Price at which the product is sold from stock.
            exchange_price: Price at which the product is sold in exchange.
            markup: Fixed amount that is added to the purchase price.
            manufacturer: Manufacturer of the product.
            serialized: Whether single pieces are told apart by a serial number.
            fixed: Whether the price is fixed, so that profit margins are not applied to it.
            tags: Tags of the product, separated by commas.
            eee_code: EEE code of the product.
            provider: System that the product comes from.
            identifier: Identifier of the product in that system.
            custom_fields: Custom fields of the product.
            visible_on_printouts: Whether order lines with the product are printed.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product import Product

        return await self._json(
            _update_request(
                product_id,
                code=code,
                name=name,
                description=description,
                ean=ean,
                line=line,
                family=family,
                type=type,
                version=version,
                category=category,
                vat=vat,
                purchase_stock_price=purchase_stock_price,
                purchase_exchange_price=purchase_exchange_price,
                stock_price=stock_price,
                exchange_price=exchange_price,
                markup=markup,
                manufacturer=manufacturer,
                serialized=serialized,
                fixed=fixed,
                tags=tags,
                eee_code=eee_code,
                provider=provider,
                identifier=identifier,
                custom_fields=custom_fields,
                visible_on_printouts=visible_on_printouts,
            ),
            Product,
        )

    async def get_availability(self, product_id: int) -> ProductAvailability:
        """Get how many pieces of a product there are.

        Counts the pieces in the stocks that the token's user may use, and those of them that are
        not on orders. The tenant must have the stock module.

        `GET /products/{product_id}/availability`

        Args:
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.product_availability import ProductAvailability

        return await self._json(_get_availability_request(product_id), ProductAvailability)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[ProductPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/products")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    code: str,
    name: str,
    purchase_stock_price: _Decimal | int | str,
    stock_price: _Decimal | int | str,
    description: str | None | _Unset,
    ean: str | _Unset,
    line: str | _Unset,
    family: str | _Unset,
    type: ProductTypeInput | _Unset,
    version: str | _Unset,
    category: int | _Unset,
    vat: _Decimal | int | str | _Unset,
    purchase_exchange_price: _Decimal | int | str | _Unset,
    exchange_price: _Decimal | int | str | _Unset,
    markup: _Decimal | int | str | _Unset,
    manufacturer: ManufacturerInput | _Unset,
    serialized: bool | _Unset,
    fixed: bool | _Unset,
    tags: str | _Unset,
    eee_code: str | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
    visible_on_printouts: bool | _Unset,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("POST", "/products")
    _request.require(
        code=code, name=name, purchase_stock_price=purchase_stock_price, stock_price=stock_price
    )
    _request.numbers(
        type=type,
        category=category,
        vat=vat,
        purchase_stock_price=purchase_stock_price,
        purchase_exchange_price=purchase_exchange_price,
        stock_price=stock_price,
        exchange_price=exchange_price,
        markup=markup,
    )
    _request.field("code", code)
    _request.field("name", name)
    _request.field("description", description, nullable=True)
    _request.field("ean", ean)
    _request.field("line", line)
    _request.field("family", family)
    _request.field("type", type)
    _request.field("version", version)
    _request.field("category", category)
    _request.field("vat", vat, _DECIMAL_TEXT)
    _request.field("purchaseStockPrice", purchase_stock_price, _DECIMAL_TEXT)
    _request.field("purchaseExchangePrice", purchase_exchange_price, _DECIMAL_TEXT)
    _request.field("stockPrice", stock_price, _DECIMAL_TEXT)
    _request.field("exchangePrice", exchange_price, _DECIMAL_TEXT)
    _request.field("markup", markup, _DECIMAL_TEXT)
    _request.field("manufacturer", manufacturer)
    _request.field("serialized", serialized)
    _request.field("fixed", fixed)
    _request.field("tags", tags)
    _request.field("eeeCode", eee_code)
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    _request.field("visibleOnPrintouts", visible_on_printouts)
    return _request


def _get_request(product_id: int) -> _Request:
    _request = _Request("GET", "/products/{product_id}")
    _request.numbers(product_id=product_id)
    _request.path("product_id", product_id)
    return _request


def _update_request(
    product_id: int,
    *,
    code: str | _Unset,
    name: str | _Unset,
    description: str | None | _Unset,
    ean: str | _Unset,
    line: str | _Unset,
    family: str | _Unset,
    type: ProductTypeInput | _Unset,
    version: str | _Unset,
    category: int | _Unset,
    vat: _Decimal | int | str | _Unset,
    purchase_stock_price: _Decimal | int | str | _Unset,
    purchase_exchange_price: _Decimal | int | str | _Unset,
    stock_price: _Decimal | int | str | _Unset,
    exchange_price: _Decimal | int | str | _Unset,
    markup: _Decimal | int | str | _Unset,
    manufacturer: ManufacturerInput | _Unset,
    serialized: bool | _Unset,
    fixed: bool | _Unset,
    tags: str | _Unset,
    eee_code: str | _Unset,
    provider: str | _Unset,
    identifier: str | _Unset,
    custom_fields: CustomFieldsInput | _Unset,
    visible_on_printouts: bool | _Unset,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from .._runtime.features.shapes import Items as _Items, Shape as _Shape

    _request = _Request("PATCH", "/products/{product_id}")
    _request.numbers(
        product_id=product_id,
        type=type,
        category=category,
        vat=vat,
        purchase_stock_price=purchase_stock_price,
        purchase_exchange_price=purchase_exchange_price,
        stock_price=stock_price,
        exchange_price=exchange_price,
        markup=markup,
    )
    _request.path("product_id", product_id)
    _request.field("code", code)
    _request.field("name", name)
    _request.field("description", description, nullable=True)
    _request.field("ean", ean)
    _request.field("line", line)
    _request.field("family", family)
    _request.field("type", type)
    _request.field("version", version)
    _request.field("category", category)
    _request.field("vat", vat, _DECIMAL_TEXT)
    _request.field("purchaseStockPrice", purchase_stock_price, _DECIMAL_TEXT)
    _request.field("purchaseExchangePrice", purchase_exchange_price, _DECIMAL_TEXT)
    _request.field("stockPrice", stock_price, _DECIMAL_TEXT)
    _request.field("exchangePrice", exchange_price, _DECIMAL_TEXT)
    _request.field("markup", markup, _DECIMAL_TEXT)
    _request.field("manufacturer", manufacturer)
    _request.field("serialized", serialized)
    _request.field("fixed", fixed)
    _request.field("tags", tags)
    _request.field("eeeCode", eee_code)
    _request.field("provider", provider)
    _request.field("identifier", identifier)
    _request.field("customFields", custom_fields, _Shape(each=_Items(texts=True)))
    _request.field("visibleOnPrintouts", visible_on_printouts)
    return _request


def _get_availability_request(product_id: int) -> _Request:
    _request = _Request("GET", "/products/{product_id}/availability")
    _request.numbers(product_id=product_id)
    _request.path("product_id", product_id)
    return _request
