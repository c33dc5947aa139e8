"""What is said of a change of a description, and what users of the client as such notice."""

import pytest
from laundry import changes, edited, impact

BREAKS, TYPES, BEHAVES, SAFE = "call breaks", "types break", "behaviour changes", "safe"
LIST, ONE = "paths /loads get", "paths /shops/{shop}/loads/{number} get"
LOAD = "components schemas Load"


def test_the_same_description_changes_nothing():
    assert impact() == []


def test_documentation_changes_nothing():
    edits = [(f"{LOAD} description", "Things to wash."), (f"{LIST} summary", "All."), (f"{LIST} deprecated", "true")]
    assert impact(*edits, (f"{LOAD} properties id maxLength", 9), ("info version", "9.0.0")) == []


@pytest.mark.parametrize(
    ("place", "value", "symbol", "reason"),
    [
        (
            f"{ONE} x-specloom",
            "{idempotent: false}",
            "laundry.loads.get",
            "idempotent of its request was true and is false",
        ),
        (f"{ONE} security", "[]", "laundry.loads.get", "a call sends no credentials, not key"),
        ("x-specloom rate_limit requests", 2, "laundry.Laundry", "calls are paced at 2 in 1 seconds now"),
        ("x-specloom error code", "/kind", "laundry.Laundry", "read from other places"),
        ("x-specloom pagination pages first", 0, "laundry.Laundry", "lists that are paged as pages"),
        ("x-specloom env_prefix", "WASH", "laundry.Laundry", "environment variables begin with WASH_"),
        ("components securitySchemes key name", "X-Token", "laundry.Laundry(api_key)", "it is sent in another way"),
        (
            "servers 0 variables host default",
            "dry.example",
            "laundry.Laundry(host)",
            "use dry.example, not wash.example",
        ),
        ("servers 0 url", "https://{host}/v2", "laundry.Laundry(base_url)", "use https://wash.example/v2"),
        ("x-specloom webhooks event_header", "X-Kind", "webhooks.parse", "requests are read in another way"),
    ],
)
def test_what_a_checker_cannot_see_changes_behaviour(place, value, symbol, reason):
    (change,) = changes((place, value))
    assert (change.symbol, change.verdict) == (symbol, BEHAVES)
    assert reason in change.reason


@pytest.mark.parametrize(
    ("security", "verdict", "reason"),
    [
        ("[{key: []}, {}]", SAFE, "calls that say nothing else send key as before, though key or no credentials"),
        ("[{}, {key: []}]", SAFE, "calls that say nothing else send key as before, though no credentials or key"),
        ("[{}]", BEHAVES, "calls that say nothing else send no credentials, not key"),
    ],
)
def test_further_credentials_do_nothing_to_calls_that_have_the_old_ones(security, verdict, reason):
    change = changes(("security", security))[-1]
    assert (change.symbol, change.verdict) == ("laundry.Laundry", verdict)
    assert change.reason.startswith(reason)


def test_a_variable_that_stands_for_what_stood_there_leaves_the_address():
    found = changes(("servers 0 url", "https://{host}/{v}"), ("servers 0 variables v", "{default: v1}"))
    assert [change.symbol for change in found if change.verdict != SAFE] == []


def test_settings_and_credentials_are_arguments_of_the_client():
    assert impact(("servers 0 variables host x-specloom", "{name: place}")) == [
        f"{BREAKS}: laundry.Laundry(host): host: str | None = None -> place: str | None = None"
    ]
    assert impact(("components securitySchemes key", "{type: http, scheme: bearer}")) == [
        (
            f"{BREAKS}: laundry.Laundry(api_key): api_key: str | None = None"
            " -> token: str | Callable[[], str] | None = None"
        )
    ]


def test_exceptions_and_codes_are_names_that_callers_import():
    assert impact((f"{ONE} responses 404", None)) == [
        f"{BREAKS}: errors.NotFoundError: class NotFoundError(ApiError) -> "
    ]
    assert impact((f"{ONE} responses 410", "{description: Gone.}")) == [
        f"{SAFE}: errors.GoneError:  -> class GoneError(ApiError)"
    ]
    assert impact(("x-specloom error codes lost", None)) == [f"{BREAKS}: errors.ErrorCode.LOST: LOST = 'lost' -> "]


def test_the_class_of_a_range_is_the_base_of_the_codes_in_it():
    ranged = f"{ONE} responses 4XX"
    assert impact((ranged, "{description: Yours.}")) == [
        f"{SAFE}: errors.ClientError:  -> class ClientError(ApiError)",
        f"{SAFE}: errors.NotFoundError: class NotFoundError(ApiError) -> class NotFoundError(ClientError)",
    ]
    ours = (f"{ONE} responses 5XX", "{description: Ours.}")
    assert impact(ours) == [f"{SAFE}: errors.ServerError:  -> class ServerError(ApiError)"]


def test_a_code_of_a_documented_range_may_get_a_class_and_not_lose_it():
    ranged, gone = (f"{ONE} responses 4XX", "{description: Yours.}"), (f"{ONE} responses 410", "{description: Gone.}")
    assert impact(gone, was=[ranged]) == [f"{SAFE}: errors.GoneError:  -> class GoneError(ClientError)"]
    assert impact((f"{ONE} responses 410", None), was=[ranged, gone]) == [
        f"{BREAKS}: errors.GoneError: class GoneError(ClientError) -> "
    ]
    assert impact((f"{ONE} responses 4XX", None), was=[ranged]) == [
        f"{BREAKS}: errors.ClientError: class ClientError(ApiError) -> ",
        f"{SAFE}: errors.NotFoundError: class NotFoundError(ClientError) -> class NotFoundError(ApiError)",
    ]


def test_events_are_classes_with_a_payload():
    load = edited()["webhooks"]["load"]
    renamed = impact(
        ("webhooks load", None), ("webhooks wash", load | {"post": load["post"] | {"x-specloom": {"event": "load"}}})
    )
    assert renamed == [f"{BREAKS}: webhooks.LoadEvent: class LoadEvent -> class WashEvent"]
    assert impact(("webhooks other", load)) == [f"{SAFE}: webhooks.OtherEvent:  -> class OtherEvent"]
    schema = "webhooks load post requestBody content application/json schema"
    assert impact((schema, '{$ref: "#/components/schemas/Place"}')) == [
        f"{TYPES}: webhooks.LoadEvent.payload: payload: Load -> payload: Place"
    ]
    assert impact(("webhooks", {})) == [f"{BREAKS}: webhooks: webhooks -> "]


LINKED = (
    ("components schemas Link", "{type: object, properties: {href: {type: string}}}"),
    ("x-specloom links", "{schema: Link, href: /href, collections: rows}"),
    ("x-specloom pagination rows", "{style: offset, offset: o, limit: l, items: /items, total: /total}"),
    (
        "components schemas Shelf",
        "{properties: {items: {type: array, items: {$ref: '#/components/schemas/Load'}}, total: {type: integer}}}",
    ),
    (f"{LOAD} properties href", "{type: string}"),
    (f"{LOAD} properties beside", "{$ref: '#/components/schemas/Link', x-specloom: {link: Shelf}}"),
)
LISTED = (f"{LOAD} properties all", "{items: {$ref: '#/components/schemas/Link', x-specloom: {link: Load}}}")
FURTHER = ("components schemas Link properties at", "{type: string}")
BY_ID = ("x-specloom links id", "/href")


@pytest.mark.parametrize(
    ("was", "edit", "about", "verdict", "reason"),
    [
        ([], FURTHER, "links", BEHAVES, "links are read in another way"),
        ([LISTED], FURTHER, "links", TYPES, "lists of links are lists of a class of their own now"),
        ([LISTED, FURTHER], BY_ID, "links", BEHAVES, "links are read in another way"),
        (
            [FURTHER],
            (FURTHER[0], None),
            "links",
            BREAKS,
            "the module links is gone, for links are of the usual shape now",
        ),
        ([], ("x-specloom links collections", None), "collections", BREAKS, "the client's method items is gone"),
        (
            [],
            ("x-specloom pagination rows offset", "start"),
            "collections",
            BEHAVES,
            "linked collections are read in another way",
        ),
    ],
)
def test_links_and_what_they_lead_to(was, edit, about, verdict, reason):
    (change,) = (each for each in changes(edit, was=(*LINKED, *was)) if each.symbol == "laundry.Laundry")
    assert (change.verdict, change.about[0][-1]) == (verdict, about)
    assert change.reason.startswith(reason)


def test_what_counts_as_a_failure_changes_behaviour():
    (change,) = changes(("x-specloom error success", "/ok"))
    assert (change.verdict, change.reason) == (BEHAVES, "other answers count as failures")


def test_the_client_may_have_another_name():
    assert impact(("x-specloom client", "Washer")) == [f"{BREAKS}: laundry.Laundry: laundry.Laundry -> laundry.Washer"]


def test_every_change_says_where_it_comes_from():
    found = changes((f"{LOAD} properties washed", None), (f"{LIST} parameters 1 schema default", "weight"))
    places = {change.symbol: (change.old_location, change.location) for change in found}
    old, new = places["models.Load.washed"]
    assert (old.pointer, new) == (("components", "schemas", "Load", "properties", "washed"), None)
    old, new = places["laundry.loads.list(sort)"]
    assert old.pointer == new.pointer == ("paths", "/loads", "get", "parameters", "1")


def test_the_worst_comes_first():
    found = changes((f"{LOAD} properties price", "{type: number}"), (f"{LOAD} properties washed", None))
    assert [str(change.verdict) for change in found] == [BREAKS, SAFE]
