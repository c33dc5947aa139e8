"""The edits on which verdicts and type checker have to agree: breaking and harmless ones of each description."""

from edits import Change, Edit, add, append, drop, move, put

__all__ = ["EDITS"]

_TEXT = {"type": "string"}
_NULLABLE = ["string", "null"]
_LIST = "paths /serviceorders.json get"
_CREATE = "paths /serviceorders.json post"
_ONE = "paths /serviceorders/{service_order_id}.json"
_SITOO = "components schemas"
_ORDERS = "paths /api/v1/orders"
_CUSTOMERS = "paths /customers get"
_FIXABLY_ORDER = "schemas/orders.yaml Order properties"


def _parameter(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "in": "query", "schema": _TEXT, **more}


def _schema(change: str) -> str:
    return f"{_SITOO} {change}"


def _no_longer(schema: str, name: str) -> tuple[Change, Change]:
    return drop(f"{_SITOO} {schema} properties {name}"), drop(f"{_SITOO} {schema} required {name}")


def _sitoo() -> dict[str, tuple[Change, ...]]:
    order, item = _schema("ServiceOrder"), _schema("ServiceItem")
    return {
        # what answers have
        "an answer loses a property": (drop(f"{order} properties modified"),),
        "an answer loses a required property": _no_longer("ServiceOrder", "currency"),
        "an answer gets a property": (add(f"{order} properties closed", _TEXT),),
        "an answer gets a required property": (
            add(f"{order} properties closed", _TEXT),
            append(f"{order} required", "closed"),
        ),
        "a property of an answer is always there": (append(f"{order} required", "revision"),),
        "a property of an answer may be missing": (drop(f"{order} required currency"),),
        "a property of an answer may be null": (put(f"{order} properties currency type", _NULLABLE),),
        "a property of an answer is never null": (put(f"{order} properties note type", "string"),),
        "a required property of an answer is never null": (put(f"{item} properties note type", "string"),),
        "a property of an answer is renamed": (move(f"{order} properties modified", "modifiedAt"),),
        "a property of an answer gets a Python name": (
            put(f"{order} properties version x-specloom", {"name": "format_version"}),
        ),
        "a property of an answer keeps its Python name": (
            move(f"{order} properties revision", "rev"),
            add(f"{order} properties rev x-specloom", {"name": "revision"}),
            put(f"{_ONE} put x-specloom edit from", "/rev"),
        ),
        "a number of an answer becomes text": (put(f"{order} properties revision type", "string"),),
        "an integer of an answer becomes a number": (put(f"{order} properties revision type", "number"),),
        "a number of an answer becomes an integer": (put(_schema("ErrorBody properties statuscode type"), "number"),),
        "a time of an answer becomes a number": (drop(f"{order} properties created format"),),
        "a property of an answer becomes one of two types": (
            put(f"{order} properties revision type", ["integer", "string"]),
        ),
        "a property of an answer becomes anything": (put(f"{order} properties id", {"description": "The id."}),),
        "an object of an answer becomes an array": (
            put(f"{order} properties store", {"type": "array", "items": {"$ref": "#/components/schemas/ServiceStore"}}),
        ),
        "an array becomes a single object": (
            put(_schema("ServiceProduct properties services"), {"$ref": "#/components/schemas/ServiceItem"}),
        ),
        "bounds get wider": (put(f"{item} properties cost_share maximum", 200),),
        "a description changes": (put(f"{order} description", "An order."),),
        # what both sides have
        "a state is added": (append(_schema("ServiceOrderState enum"), "waiting"),),
        "a state is removed": (drop(_schema("ServiceOrderState enum cancelled")),),
        "states are closed in answers": (add(_schema("ServiceOrderState x-specloom open_enum"), False),),
        "states are open in requests": (add(_schema("ServiceOrderState x-specloom open_enum"), True),),
        "states are any text": (drop(_schema("ServiceOrderState enum")),),
        "the items of a product lose a property": _no_longer("ServiceItem", "quantity"),
        "a nested object gets a required property": (
            add(_schema("ServiceUser properties role"), _TEXT),
            append(_schema("ServiceUser required"), "role"),
        ),
        "a nested object gets a property": (add(_schema("ServiceUser properties role"), _TEXT),),
        "a nested required property may be missing": (drop(_schema("ServiceStore required name")),),
        "a nested property is renamed": (move(_schema("ServiceCustomer properties mobile"), "cellPhone"),),
        "a nested property takes no null": (put(_schema("ServiceCustomer properties mobile type"), "string"),),
        "a nested property takes null": (put(_schema("ServiceStore properties id type"), _NULLABLE),),
        "a schema is renamed": (
            move(_schema("ServiceUser"), "StaffMember"),
            *(
                put(f"{_SITOO} {schema} properties {name} $ref", "#/components/schemas/StaffMember")
                for schema in ("ServiceOrder", "ServiceOrderCreate", "ServiceOrderUpdate")
                for name in ("owner", "author")
            ),
        ),
        # what bodies take
        "a body gets a property": (add(_schema("ServiceOrderCreate properties source"), _TEXT),),
        "a body gets a required property": (
            add(_schema("ServiceOrderCreate properties source"), _TEXT),
            append(_schema("ServiceOrderCreate required"), "source"),
        ),
        "a body loses a property": (drop(_schema("ServiceOrderUpdate properties note")),),
        "a body requires a property": (append(_schema("ServiceOrderUpdate required"), "currency"),),
        "a body requires a property that may be null": (append(_schema("ServiceOrderUpdate required"), "note"),),
        "a body no longer requires a property": (drop(_schema("ServiceOrderCreate required currency")),),
        "a property of a body takes no null": (put(_schema("ServiceOrderCreate properties note type"), "string"),),
        "a property of a body takes null": (put(_schema("ServiceOrderUpdate properties currency type"), _NULLABLE),),
        "a property of a body takes an array no more": (
            put(_schema("ServiceOrderCreate properties product"), {"$ref": "#/components/schemas/ServiceProduct"}),
        ),
        "a property of a body takes a number too": (
            put(_schema("ServiceOrderCreate properties currency type"), ["string", "integer"]),
        ),
        "a body becomes optional": (put(f"{_CREATE} requestBody required", False),),
        # parameters
        "a parameter is removed": (drop(f"{_LIST} parameters 0"),),
        "a parameter is added": (append(f"{_LIST} parameters", _parameter("owner")),),
        "a required parameter is added": (append(f"{_LIST} parameters", _parameter("owner", required=True)),),
        "a parameter becomes required": (add(f"{_LIST} parameters 0 required", True),),
        "a parameter is renamed": (put(f"{_LIST} parameters 0 name", "storeId"),),
        "a parameter gets a Python name": (add(f"{_LIST} parameters 0 x-specloom", {"name": "store_id"}),),
        "a parameter moves to the headers": (put(f"{_LIST} parameters 0 in", "header"),),
        "a parameter takes text instead of a number": (put(f"{_LIST} parameters 3 schema type", "string"),),
        "a parameter takes one value instead of several": (
            put(f"{_LIST} parameters 1 schema", {"$ref": "#/components/schemas/ServiceOrderState"}),
        ),
        "a parameter takes one more value": (append(f"{_LIST} parameters 4 schema enum", "modified"),),
        "a parameter takes one value less": (drop(f"{_LIST} parameters 4 schema enum created"),),
        "a default of the server changes": (put(f"{_LIST} parameters 3 schema default", 50),),
        "a path parameter is renamed": (
            move(_ONE, "/serviceorders/{order_id}.json"),
            put("paths /serviceorders/{order_id}.json parameters 0 name", "order_id"),
        ),
        "a path parameter becomes a number": (put(f"{_ONE} parameters 0 schema type", "integer"),),
        # operations
        "an operation is removed": (drop(f"{_ONE} put"),),
        "an operation is added": (
            add(
                f"{_ONE} delete", {"operationId": "deleteServiceOrder", "responses": {"204": {"description": "Done."}}}
            ),
        ),
        "a method is renamed": (put(f"{_ONE} get x-specloom method", "read"),),
        "a method moves to another resource": (put(f"{_LIST} x-specloom resource", "orders"),),
        "an operation gets another operationId": (
            put(f"{_ONE} get operationId", "readServiceOrder"),
            put(f"{_ONE} put x-specloom edit read", "readServiceOrder"),
        ),
        "a path changes": (move("paths /serviceorders.json", "/orders.json"),),
        "a method of HTTP changes": (move(f"{_ONE} put", "patch"),),
        "a list is no longer paged": (drop(f"{_LIST} x-specloom pagination"),),
        "an answer becomes empty": (put(f"{_ONE} put responses 200", {"description": "Done."}),),
        "another answer is empty": (add(f"{_ONE} put responses 204", {"description": "Nothing changed."}),),
        "a status with the same answer is added": (
            add(
                f"{_CREATE} responses 200",
                {
                    "description": "It was there.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ServiceOrder"}}},
                },
            ),
        ),
        "an answer becomes text": (move(f"{_CREATE} responses 201 content application/json", "text/plain"),),
        "an edit is renamed": (put(f"{_ONE} put x-specloom edit method", "change"),),
        "an edit is gone": (drop(f"{_ONE} put x-specloom edit"),),
        "a conflict has another status": (add(f"{_ONE} put x-specloom edit conflict", 409),),
        "an answer is another object": (
            put(
                f"{_ONE} put responses 200 content application/json schema",
                {"$ref": "#/components/schemas/ServiceProduct"},
            ),
        ),
        # failures, client, servers
        "a failure is no longer documented": (drop(f"{_ONE} put responses 412"),),
        "a failure is documented": (add(f"{_ONE} get responses 404", {"description": "There is none."}),),
        "the client is renamed": (put("x-specloom client", "SitooOrders"),),
        "the environment is renamed": (put("x-specloom env_prefix", "SITOO_ORDERS"),),
        "a credential is renamed": (put("components securitySchemes basic x-specloom arguments username", "user"),),
        "the credentials are another kind": (
            put("components securitySchemes basic", {"type": "http", "scheme": "bearer"}),
        ),
        "a setting is removed": (
            put("servers 0 url", "https://api.mysitoo.com/v2/accounts/{account}"),
            drop("servers 0 variables host"),
        ),
        "a setting is added": (
            put("servers 0 url", "https://{host}/{release}/accounts/{account}"),
            add("servers 0 variables release", {"default": "v2"}),
        ),
        "a setting has another default": (put("servers 0 variables host default", "eu.mysitoo.com"),),
    }


def _fixje() -> dict[str, tuple[Change, ...]]:
    order, create = "components schemas Order properties", "components schemas OrderCreate"
    return {
        "an id is any text": (drop(f"{order} orderId format"),),
        "an id to be sent is any text": (drop(f"{create} properties storeFrontId format"),),
        "an id to be sent has a format": (add("components schemas OrderItemCreate properties sku format", "uuid"),),
        "a day becomes a time": (put(f"{order} requestedDeliveryDate format", "date-time"),),
        "a day to be sent becomes a time": (put(f"{create} properties requestedDeliveryDate format", "date-time"),),
        "a text gets values": (add(f"{order} orderStatus enum", ["New", "Shipped"]),),
        "a map becomes an object": (
            put(
                "components schemas Shipment properties orderItems",
                {"type": "object", "properties": {"sku": _TEXT}},
            ),
        ),
        "a path parameter takes any text": (drop(f"{_ORDERS}/{{orderId}} get parameters 0 schema format"),),
        "a part of a form is renamed": (move("components schemas TokenRequest properties client_id", "id"),),
        "a part of a form is required": (append("components schemas TokenRequest required", "client_id"),),
        "a form is JSON": (
            move("paths /api/v1/login post requestBody content multipart/form-data", "application/json"),
        ),
        "a way of paging is renamed": (
            move("x-specloom pagination orders", "pages"),
            put(f"{_ORDERS} get x-specloom pagination", "pages"),
        ),
        "a list is paged no more": (drop(f"{_ORDERS} get x-specloom pagination"),),
        "a page parameter gets a Python name": (put(f"{_ORDERS} get parameters 1 x-specloom name", "per_page"),),
        "one more schema in a choice": (
            append("components schemas OrderList properties data oneOf", {"type": "null"}),
        ),
        "a list of alternatives gets shorter": (drop("components schemas ProductList oneOf 1"),),
        "a status is wider": (move(f"{_ORDERS}/{{orderId}} get responses 200", "2XX"),),
        "a resource is renamed": (put(f"{_ORDERS} post x-specloom resource", "shop.orders"),),
        "scopes are added": (
            put("components securitySchemes oauth2 flows clientCredentials scopes", {"read": "Reading."}),
        ),
        "an alias is renamed": (
            move("components schemas ProductList", "ProductPage"),
            put(
                "paths /api/v1/products get responses 200 content application/json schema $ref",
                "#/components/schemas/ProductPage",
            ),
        ),
    }


def _repairdesk() -> dict[str, tuple[Change, ...]]:
    schemas = "components schemas"
    return {
        "a property has one type less": (put(f"{schemas} Customer properties cid type", ["integer", "null"]),),
        "a property has one type more": (
            put(f"{schemas} Customer properties email type", ["string", "integer", "null"]),
        ),
        "an envelope loses a property": (drop(f"{schemas} Envelope properties message"),),
        "a body of two media types loses a property": (drop(f"{schemas} CustomerCreate properties phone"),),
        "the data of an answer is required": (add(f"{schemas} CustomerAnswer allOf 1 required", ["data"]),),
        "a parameter loses its Python name": (drop(f"{_CUSTOMERS} parameters 1 x-specloom name"),),
        "a rate limit changes": (put("x-specloom rate_limit requests", 10),),
        "a key moves to the headers": (put("components securitySchemes api_key in", "header"),),
        "a key is renamed": (put("components securitySchemes api_key x-specloom arguments key", "token"),),
        "a property of a list of objects is required": (add(f"{schemas} RepairItem required", ["id"]),),
        "a decimal is any text": (drop(f"{schemas} PaymentCreate properties amount format"),),
        "a decimal is a number": (put(f"{schemas} PaymentCreate properties amount", {"type": "number"}),),
        "a time is a day": (put(f"{schemas} PaymentCreate properties payment_date format", "date"),),
        "an object is never null": (put(f"{schemas} CustomerGroup type", "object"),),
        "a resource has another description": (put("tags 0 description", "Customers."),),
        "all failures have a status": (move(f"{_CUSTOMERS} responses default", "404"),),
        "what was anything is an object": (
            put(
                f"{schemas} Answer allOf 1 properties data",
                {"type": "object", "properties": {"id": {"type": "integer"}}},
            ),
        ),
    }


def _fixably() -> dict[str, tuple[Change, ...]]:
    return {
        "an order loses a property": (drop(f"{_FIXABLY_ORDER} tags"),),
        "an order is never without its id": (put(f"{_FIXABLY_ORDER} id type", "integer"),),
        "a link leads elsewhere": (put(f"{_FIXABLY_ORDER} store x-specloom link", "Location"),),
        "a link is an object": (drop(f"{_FIXABLY_ORDER} queue x-specloom"),),
        "a code of an error is gone": (drop("x-specloom error codes E4095"),),
        "a code of an error is new": (add("x-specloom error codes E7000", "Something else."),),
        "a webhook is gone": (drop("webhooks appointment"),),
        "an event has another value": (put("paths/webhooks.yaml note post x-specloom event", "order_note"),),
        "a payload loses a property": (drop("schemas/webhooks.yaml PaymentPayload allOf 1 properties amount"),),
        "an upload is renamed": (put("paths/files.yaml file_upload post x-specloom upload method", "send"),),
        "uploads are gone": (
            drop("paths/files.yaml file_upload post x-specloom upload"),
            drop("paths/orders.yaml order_file_attachment post x-specloom attach"),
        ),
        "a search takes text alone": (drop("components parameters Search x-specloom search"),),
        "expansion takes text alone": (drop("paths/files.yaml file get parameters 0 x-specloom expand"),),
        "a relation is gone": (drop("schemas/files.yaml File properties order"),),
        "a shared parameter is renamed": (put("components parameters Search name", "search"),),
    }


def _named(spec: str, edits: dict[str, tuple[Change, ...]]) -> list[Edit]:
    return [Edit(spec, name, changes) for name, changes in edits.items()]


EDITS = (
    *_named("sitoo", _sitoo()),
    *_named("fixje", _fixje()),
    *_named("repairdesk", _repairdesk()),
    *_named("fixably", _fixably()),
)
