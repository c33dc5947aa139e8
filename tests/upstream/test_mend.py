"""Which edits make a rule hold: those that are meant in one way alone, and none where somebody has to decide."""

import pytest

from specloom.source import Json
from specloom.source.edit import Add, Edit, Quote, Remove, Rename, Replace
from specloom.upstream.mend import mend

AT = ("at",)
BOUND, MAXIMUM = ("at", "exclusiveMaximum"), ("at", "maximum")
ITEMS, NULLABLE, TYPE = ("at", "items"), ("at", "nullable"), ("at", "type")


@pytest.mark.parametrize(
    ("rule", "value", "pointer", "edits"),
    [
        ("repeated-value", ["a", "b", "a"], ("at", "2"), (Remove(("at", "2")),)),
        ("repeated-value", [1, True], ("at", "1"), ()),
        ("repeated-value", [{"a": 1, "b": 2}, {"b": 2, "a": 1}], ("at", "1"), (Remove(("at", "1")),)),
        ("foreign-pattern", r"\A\\A\d\Z", AT, (Replace(AT, r"^\\A\d$"),)),
        ("foreign-pattern", "^a$", AT, ()),
        ("foreign-pattern", 5, AT, ()),
        ("misspelt-format", "date_time", AT, (Replace(AT, "date-time"),)),
        ("misspelt-format", "date-time", AT, ()),
        ("misspelt-format", "shoe-size", AT, ()),
        ("wrong-status-code", {}, ("at", "4xx"), ()),  # there is no such place
        ("wrong-status-code", {"4xx": {}}, ("at", "4xx"), (Rename(("at", "4xx"), "4XX"),)),
        ("wrong-status-code", {"4x": {}}, ("at", "4x"), ()),
        ("optional-path-parameter", {"in": "path"}, AT, (Add(AT, "required", True, "in"),)),
        ("optional-path-parameter", {"in": "path", "required": False}, AT, (Replace(("at", "required"), True),)),
        ("optional-path-parameter", {"in": "query"}, AT, ()),
        ("unknown-member", {"type": "string", "nullable": False}, NULLABLE, (Remove(NULLABLE),)),
        (
            "unknown-member",
            {"type": "string", "nullable": True},
            NULLABLE,
            (Replace(TYPE, ["string", "null"]), Remove(NULLABLE)),
        ),
        ("unknown-member", {"type": "string", "nullable": True, "enum": ["a"]}, NULLABLE, ()),
        ("unknown-member", {"$ref": "#/A", "nullable": True}, NULLABLE, ()),
        ("unknown-member", {"type": "string", "nullabel": True}, ("at", "nullabel"), ()),
        ("wrong-type", {"title": 1.5}, ("at", "title"), (Quote(("at", "title")),)),
        ("wrong-type", {"title": True}, ("at", "title"), (Quote(("at", "title")),)),
        ("wrong-type", {"tags": ["a", 1]}, ("at", "tags", "1"), (Quote(("at", "tags", "1")),)),
        ("wrong-type", {"enum": [1]}, ("at", "enum", "0"), (Quote(("at", "enum", "0")),)),
        ("wrong-type", {"const": 1}, ("at", "const"), (Quote(("at", "const")),)),
        ("wrong-type", {"items": [1]}, ("at", "items", "0"), ()),
        ("wrong-type", {"required": True}, ("at", "required"), ()),
        ("wrong-type", {"minLength": "1"}, ("at", "minLength"), (Replace(("at", "minLength"), 1),)),
        ("wrong-type", {"uniqueItems": "true"}, ("at", "uniqueItems"), (Replace(("at", "uniqueItems"), True),)),
        ("wrong-type", {"minLength": "one"}, ("at", "minLength"), ()),
        ("wrong-type", {"minLength": 1.5}, ("at", "minLength"), ()),
        ("wrong-type", {"maximum": 5, "exclusiveMaximum": True}, BOUND, (Replace(BOUND, 5), Remove(MAXIMUM))),
        ("wrong-type", {"maximum": 5, "exclusiveMaximum": False}, BOUND, (Remove(BOUND),)),
        ("wrong-type", {"exclusiveMaximum": True}, BOUND, ()),
        ("wrong-type", {"items": [{}]}, ITEMS, (Rename(ITEMS, "prefixItems"),)),
        ("wrong-type", {"items": [{}], "additionalItems": False}, ITEMS, ()),
        ("circular-all-of", {}, AT, ()),
    ],
)
def test_an_edit_is_proposed_where_only_one_is_meant(
    rule: str, value: Json, pointer: tuple[str, ...], edits: list[Edit]
):
    assert tuple(mend(rule, {"at": value}, pointer)) == edits
