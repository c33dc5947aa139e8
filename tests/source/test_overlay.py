"""What overlays do to a document, and that every value still knows where it was written."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError, Location
from specloom.source import load_file, parse_pointer
from specloom.source.overlay import apply_overlays, load_overlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from specloom.source import SourceFile

HEAD = "overlay: 1.1.0\ninfo: {title: Ours, version: '1'}\nactions:\n"
SHOP = """\
openapi: 3.1.0
info: {title: Shop}
tags:
  - {name: orders}
  - {name: internal}
paths:
  /orders:
    get: {tags: [orders], summary: TODO}
    post: {tags: [orders, internal]}
"""


@pytest.fixture
def lay(tmp_path: Path) -> Callable[..., SourceFile]:
    """Return a function that lays actions, one text for each overlay, over a document."""

    def lay(*overlays: str, document: str = SHOP, head: str = HEAD, may_miss: bool = False) -> SourceFile:
        (tmp_path / "shop.yaml").write_text(document)
        read = []
        for number, text in enumerate(overlays, start=1):
            path = tmp_path / f"{number}.yaml"
            path.write_text(head + dedent(text).removeprefix("\n"))
            read.append(load_overlay(path, name=path.name))
        return apply_overlays(load_file(tmp_path / "shop.yaml", name="shop.yaml"), read, may_miss=may_miss)

    return lay


def value_at(document: SourceFile, pointer: str) -> object:
    value: object = document.data
    for segment in parse_pointer(pointer):
        value = value[int(segment)] if isinstance(value, list) else value[segment]
    return value


def place(document: SourceFile, pointer: str) -> str:
    location = Location(document, parse_pointer(pointer))
    return f"{location.source.name}:{location.position.line}:{location.position.column}"


def failures(lay: Callable[..., SourceFile], *overlays: str, **options: str) -> list[str]:
    with pytest.raises(DescriptionError) as caught:
        lay(*overlays, **options)
    return [
        f"{each.location.source.name}:{each.location.position.line}:{each.location.position.column}:"
        f" {each.message}{f' ({each.help})' if each.help else ''}"
        for each in caught.value.findings
    ]


def test_objects_are_merged_and_keep_what_is_not_mentioned(lay: Callable[..., SourceFile]):
    document = lay("""
      - target: $.paths['/orders'].get
        update: {summary: List orders, x-specloom: {method: list}}
    """)
    assert value_at(document, "/paths/~1orders/get") == {
        "tags": ["orders"],
        "summary": "List orders",
        "x-specloom": {"method": "list"},
    }
    assert place(document, "/paths/~1orders/get") == "shop.yaml:8:10"
    assert place(document, "/paths/~1orders/get/tags") == "shop.yaml:8:17"
    assert place(document, "/paths/~1orders/get/summary") == "1.yaml:5:21"
    assert place(document, "/paths/~1orders/get/x-specloom/method") == "1.yaml:5:55"


def test_a_location_that_goes_on_from_another_finds_its_own_file(lay: Callable[..., SourceFile]):
    operation = Location(lay("- {target: $.paths.*.get, update: {summary: All}}"), ("paths", "/orders", "get"))
    assert (operation.source.name, operation.at("summary").source.name) == ("shop.yaml", "1.yaml")
    assert operation.at("summary").key().position.column == 36
    assert operation.at("nothing").source.name == "shop.yaml"


def test_lists_are_continued(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: $.tags, update: {name: customers}}
      - {target: $.tags, update: [{name: returns}, {name: stock}]}
      - {target: $, update: {tags: [{name: late}]}}
    """)
    assert [tag["name"] for tag in document.data["tags"]] == [
        "orders", "internal", "customers", "returns", "stock", "late",
    ]  # fmt: skip
    assert place(document, "/tags/1/name") == "shop.yaml:5:12"
    assert place(document, "/tags/2/name") == "1.yaml:4:35"
    assert place(document, "/tags/4") == "1.yaml:5:46"
    assert place(document, "/tags/5") == "1.yaml:6:31"


def test_plain_values_are_replaced_also_inside_lists(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: "$.paths.*.*.tags[?@ == 'internal']", update: staff}
      - {target: $.paths.*.get.summary, update: List orders}
    """)
    assert document.data["paths"]["/orders"] == {
        "get": {"tags": ["orders"], "summary": "List orders"},
        "post": {"tags": ["orders", "staff"]},
    }
    assert place(document, "/paths/~1orders/post/tags/0") == "shop.yaml:9:19"
    assert place(document, "/paths/~1orders/post/tags/1") == "1.yaml:4:58"


def test_what_is_removed_is_gone_and_the_rest_is_where_it_was(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: "$.tags[?@.name == 'orders']", remove: true}
      - {target: $.paths.*.post, remove: true}
      - {target: $.paths..tags, remove: true}
    """)
    assert document.data == {
        "openapi": "3.1.0",
        "info": {"title": "Shop"},
        "tags": [{"name": "internal"}],
        "paths": {"/orders": {"get": {"summary": "TODO"}}},
    }
    assert place(document, "/tags/0/name") == "shop.yaml:5:12"


def test_values_inside_of_what_is_removed_are_removed_as_well(lay: Callable[..., SourceFile]):
    document = lay(
        "- {target: '$..[?@.gone]', remove: true}",
        document="openapi: 3.1.0\na: [{gone: {gone: 1}}, {b: [{gone: 1}, 2]}, {gone: 1}]\n",
    )
    assert document.data["a"] == [{"b": [2]}]
    assert place(document, "/a/0/b/0") == "shop.yaml:2:40"


def test_a_copy_is_the_same_from_elsewhere_and_is_changed_by_itself(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: $.paths, update: {/sales: {}}}
      - {target: "$.paths['/sales']", copy: "$.paths['/orders']"}
      - {target: "$.paths['/sales'].get", update: {summary: List sales}}
      - {target: "$.paths['/orders'].get.tags", update: both}
    """)
    assert document.data["paths"]["/sales"] == {
        "get": {"tags": ["orders"], "summary": "List sales"},
        "post": {"tags": ["orders", "internal"]},
    }
    assert document.data["paths"]["/orders"]["get"] == {"tags": ["orders", "both"], "summary": "TODO"}
    assert place(document, "/paths/~1sales") == "1.yaml:4:38"
    assert place(document, "/paths/~1sales/post/tags/1") == "shop.yaml:9:27"
    assert place(document, "/paths/~1sales/get/summary") == "1.yaml:6:55"


def test_what_was_moved_by_copy_and_removal_is_found_where_it_was_written(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: $.paths, update: {/sales: {}}}
      - {target: "$.paths['/sales']", copy: "$.paths['/orders']"}
      - {target: "$.paths['/orders']", remove: true}
    """)
    assert [*document.data["paths"]] == ["/sales"]
    assert place(document, "/paths/~1sales/get/summary") == "shop.yaml:8:36"


def test_overlays_follow_each_other(lay: Callable[..., SourceFile]):
    document = lay(
        "- {target: $, update: {x-list: [1]}}",
        "- {target: \"$['x-list']\", update: [2]}\n- {target: \"$['x-list'][0]\", remove: true}",
    )
    assert document.data["x-list"] == [2]
    assert place(document, "/x-list") == "1.yaml:4:32"
    assert place(document, "/x-list/0") == "2.yaml:4:36"


def test_one_update_of_many_places_is_several_values(lay: Callable[..., SourceFile]):
    document = lay("""
      - {target: $.paths.*.*, update: {responses: {}}}
      - {target: $.paths.*.get.responses, update: {"200": {description: Yes}}}
    """)
    assert document.data["paths"]["/orders"]["post"]["responses"] == {}
    assert place(document, "/paths/~1orders/post/responses") == "1.yaml:4:45"


def test_the_file_itself_is_left_as_it_was(lay: Callable[..., SourceFile], tmp_path: Path):
    lay("- {target: $.paths.*.get.tags, update: more}\n- {target: $.paths.*.post, remove: true}")
    assert load_file(tmp_path / "shop.yaml").data["paths"]["/orders"] == {
        "get": {"tags": ["orders"], "summary": "TODO"},
        "post": {"tags": ["orders", "internal"]},
    }


def test_values_that_aliases_share_are_changed_in_one_place_only(lay: Callable[..., SourceFile]):
    document = lay("- {target: $.b.list, update: 2}", document="openapi: 3.1.0\na: &a {list: [1]}\nb: *a\n")
    assert (document.data["a"], document.data["b"]) == ({"list": [1]}, {"list": [1, 2]})
    assert (place(document, "/b/list/0"), place(document, "/b/list/1")) == ("shop.yaml:2:15", "1.yaml:4:30")


def test_an_action_that_selects_nothing_is_an_error_unless_it_may(lay: Callable[..., SourceFile]):
    action = "- {target: \"$.paths['/order'].get\", remove: true}"
    assert failures(lay, action) == ["1.yaml:4:12: nothing is selected: there is no '/order' (did you mean '/orders'?)"]
    for target in ("$.paths['/orders'].delete", "$.paths[?@.none]"):
        (failure,) = failures(lay, f'- {{target: "{target}", remove: true}}')
        assert failure.endswith(
            "(take the action out of the overlay if what it was for is gone; or name what is there)"
        )
    assert lay(action, may_miss=True).data == load_file(Path(lay(action, may_miss=True).path)).data


def test_an_action_that_leads_through_a_reference_is_told_so(lay: Callable[..., SourceFile]):
    action = "- {target: $.paths.orders.get, remove: true}"
    assert failures(lay, action, document="openapi: 3.1.0\npaths: {orders: {$ref: orders.yaml}}\n") == [
        (
            "1.yaml:4:12: nothing is selected: there is no 'get' "
            "(a reference stands there: change what it leads to, with an overlay that 'extends' that file)"
        )
    ]


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        (
            "- {target: $.info, update: {title: {de: Laden}}}",
            "1.yaml:4:36: an object cannot be merged into '/info/title', which is a string",
        ),
        (
            "- {target: $.tags, update: {name: a}}\n- {target: $, update: {tags: null}}",
            "1.yaml:5:30: null cannot be merged into '/tags', which is a list",
        ),
        (
            "- {target: $.paths.*, update: text}",
            "1.yaml:4:31: a string cannot be merged into '/paths/~1orders', which is an object",
        ),
        (
            "- {target: $.info.title, update: [a]}",
            "1.yaml:4:34: a list cannot be merged into '/info/title', which is a string",
        ),
        (
            "- {target: '$.paths..*', update: {a: 1}}",
            "1.yaml:4:34: lists and objects and plain values are selected together",
        ),
        ("- {target: $.info, copy: $.paths.*.*}", "1.yaml:4:26: 'copy' selects 2 values and must select one"),
        (
            "- {target: $.info, copy: $.inf}",
            "1.yaml:4:26: nothing is selected: there is no 'inf' (did you mean 'info'?)",
        ),
        ("- {target: $, remove: true}", "1.yaml:4:12: the whole document cannot be removed"),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(lay: Callable[..., SourceFile], actions: str, message: str):
    (failure,) = failures(lay, actions)
    assert failure.startswith(message)


@pytest.mark.parametrize(
    ("head", "actions", "messages"),
    [
        ("overlay: 1.1.0\nactions:\n", "- {target: $, update: {}}", ["1.yaml:1:1: an Overlay Object needs 'info'"]),
        ("overlay: 1.2.0\ninfo: {}\n", "", ["1.yaml:1:10: 'overlay' cannot be '1.2.0' (use Overlay 1.1.0 or 1.0.0)"]),
        (
            "overlay: 1.0.0\ninfo: {title: T, version: 1}\nactions:\n",
            "- {target: $, copy: $}",
            ["1.yaml:4:15: 'copy' came with Overlay 1.1 (write: overlay: 1.1.0)"],
        ),
        (HEAD.replace("actions:\n", "actions: []\n"), "", ["1.yaml:3:10: 'actions' must not be empty"]),
        (HEAD, "- {update: {}}", ["1.yaml:4:3: an Action Object needs 'target'"]),
        (
            HEAD,
            "- {target: $, updat: {}}",
            [
                "1.yaml:4:3: an action without 'update', 'copy' and 'remove: true' does nothing",
                "1.yaml:4:15: an Action Object has no member 'updat' (did you mean 'update'?)",
            ],
        ),
        (
            HEAD,
            "- {target: 1, remove: 'yes'}",
            [
                "1.yaml:4:12: 'target' of an Action Object must be a string, not a number",
                "1.yaml:4:23: 'remove' of an Action Object must be a boolean, not a string",
            ],
        ),
        (
            HEAD,
            "- {target: $, update: 1, copy: $}",
            ["1.yaml:4:26: an Action Object cannot have both 'update' and 'copy'"],
        ),
        (
            HEAD,
            "- {target: $, update: 1}\n- {target: $, update: 1}",
            ["1.yaml:5:3: the same action stands here twice (keep one of the two)"],
        ),
        (
            HEAD,
            "- {target: 1, update: {}, remove: true}",
            [
                "1.yaml:4:12: 'target' of an Action Object must be a string, not a number",
                "1.yaml:4:15: 'update' has no effect beside 'remove: true' (make two actions of it)",
            ],
        ),
        (HEAD, "- all", ["1.yaml:4:3: an action must be an object, not a string"]),
        (
            "info: {}\n",
            "",
            ["1.yaml:1:1: this is no Overlay: it has no member 'overlay' (begin it with: overlay: 1.1.0)"],
        ),
    ],
)
def test_mistakes_of_the_overlay_itself_have_their_place(
    lay: Callable[..., SourceFile], head: str, actions: str, messages: list[str]
):
    assert failures(lay, actions, head=head) == messages


def test_nothing_is_repeated_of_a_file_that_is_no_overlay(lay: Callable[..., SourceFile]):
    (message,) = failures(lay, "password: 'hunter2", head="")
    assert "hunter2" not in message
    assert "password" not in message


def test_what_is_added_is_bounded_in_depth(lay: Callable[..., SourceFile]):
    deep = "[" * 490 + "]" * 490
    target = "$.b" + "[0]" * 15
    document = f"openapi: 3.1.0\nb: {'[' * 16}{']' * 16}\n"
    (message,) = failures(lay, f"- {{target: '{target}', update: {deep}}}", document=document)
    assert message == "1.yaml:4:72: with this, there are more than 500 levels of nesting"
