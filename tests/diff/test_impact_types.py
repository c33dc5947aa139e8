"""What readers of models and writers of typed dictionaries notice of a change."""

import pytest
from laundry import edited, impact

BREAKS, TYPES, BEHAVES, SAFE = "call breaks", "types break", "behaviour changes", "safe"
LOAD, NEW, PLACE = (f"components schemas {name}" for name in ("Load", "NewLoad", "Place"))


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [(f"{LOAD} properties washed", None)],
            f"{BREAKS}: models.Load.washed: washed: datetime.date | None = None -> ",
        ),
        ([(f"{LOAD} required weight", None)], ""),
        ([(f"{LOAD} required +", "state")], f"{SAFE}: models.Load.state: state: State | None = None -> state: State"),
        ([(f"{LOAD} required id", None)], f"{TYPES}: models.Load.id: id: str -> id: str | None = None"),
        ([(f"{LOAD} properties id type", "integer")], f"{TYPES}: models.Load.id: id: str -> id: int"),
        (
            [(f"{LOAD} properties weight type", "integer")],
            f"{SAFE}: models.Load.weight: weight: float | None -> weight: int",
        ),
        ([(f"{LOAD} properties id", "{}")], f"{BEHAVES}: models.Load.id: id: str -> id: Any"),
        (
            [(f"{LOAD} properties washed format", "date-time")],
            (
                f"{BEHAVES}: models.Load.washed: washed: datetime.date | None = None"
                " -> washed: datetime.datetime | None = None"
            ),
        ),
        (
            [(f"{LOAD} properties id x-specloom", "{name: number}")],
            f"{BREAKS}: models.Load.id: id: str -> number: str",
        ),
        (
            [(f"{LOAD} properties price", "{type: number}")],
            f"{SAFE}: models.Load.price:  -> price: float | None = None",
        ),
    ],
)
def test_fields_of_answers_are_judged_by_what_callers_read(edits, expected):
    assert impact(*edits) == ([expected] if expected else [])


def test_a_property_that_is_another_one_on_the_wire_changes_behaviour():
    edits = [
        (f"{LOAD} properties state", None),
        (f"{LOAD} properties phase", {"$ref": "#/components/schemas/State", "x-specloom": {"name": "state"}}),
    ]
    assert impact(*edits) == [f"{BEHAVES}: models.Load.state: state: State | None = None -> state: State | None = None"]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([(f"{PLACE} properties shelf", None)], [f'{TYPES}: inputs.PlaceInput["shelf"]: shelf: NotRequired[int] -> ']),
        (
            [(f"{PLACE} required +", "shelf")],
            [f'{TYPES}: inputs.PlaceInput["shelf"]: shelf: NotRequired[int] -> shelf: int'],
        ),
        (
            [(f"{PLACE} required room", None)],
            [f'{SAFE}: inputs.PlaceInput["room"]: room: str -> room: NotRequired[str]'],
        ),
        (
            [(f"{PLACE} properties shelf type", ["integer", "string"])],
            [f'{SAFE}: inputs.PlaceInput["shelf"]: shelf: NotRequired[int] -> shelf: NotRequired[int | str]'],
        ),
        (
            [(f"{PLACE} properties shelf default", 3)],
            [f'{BEHAVES}: inputs.PlaceInput["shelf"]: shelf: NotRequired[int] -> shelf: NotRequired[int]'],
        ),
        (
            [(f"{PLACE} required +", "bay"), (f"{PLACE} properties bay", "{type: string}")],
            [f'{TYPES}: inputs.PlaceInput["bay"]:  -> bay: str'],
        ),
    ],
)
def test_keys_of_inputs_are_judged_by_what_callers_write(edits, expected):
    assert [line for line in impact(*edits) if "inputs." in line] == expected


def test_an_enumeration_is_judged_once_on_each_side():
    edits = [("components schemas State enum", ["wet", "dry", "lost"])]
    answer = "State: TypeAlias = Literal['wet', 'dry'] | str -> State: TypeAlias = Literal['wet', 'dry', 'lost'] | str"
    passed = "StateInput: TypeAlias = Literal['wet', 'dry'] -> StateInput: TypeAlias = Literal['wet', 'dry', 'lost']"
    assert impact(*edits) == [f"{SAFE}: inputs.StateInput: {passed}", f"{SAFE}: models.State: {answer}"]
    back = [("components schemas State enum", ["wet"])]
    assert [line.partition(":")[0] for line in impact(*back)] == [TYPES, SAFE]


def test_a_closed_enumeration_of_an_answer_may_lose_values_but_not_gain_them():
    closed = [("components schemas State x-specloom", "{open_enum: false}")]
    gained = impact(("components schemas State enum", ["wet", "dry", "lost"]), was=closed)
    assert [line.split(": ")[:2] for line in gained] == [[TYPES, "models.State"], [SAFE, "inputs.StateInput"]]
    lost = impact(("components schemas State enum", ["wet"]), was=closed)
    assert [line.split(": ")[:2] for line in lost] == [[TYPES, "inputs.StateInput"], [SAFE, "models.State"]]


def test_a_renamed_schema_is_one_change_on_each_side_and_none_of_what_mentions_it():
    edits = [("components schemas Spot", edited()["components"]["schemas"]["Place"]), (PLACE, None)]
    uses = [(f"{schema} properties place", '{$ref: "#/components/schemas/Spot"}') for schema in (LOAD, NEW)]
    assert impact(*edits, *uses) == [
        f"{BREAKS}: inputs.PlaceInput: class PlaceInput(TypedDict) -> class SpotInput(TypedDict)",
        f"{BREAKS}: models.Place: class Place(Model) -> class Spot(Model)",
    ]


def test_a_renamed_schema_that_also_changes_is_compared_with_the_old_one():
    place = {
        "type": "object",
        "required": ["room"],
        "properties": {"room": {"type": "integer"}, "shelf": {"type": "integer"}},
    }
    edits = [("components schemas Spot", place), (PLACE, None)]
    uses = [(f"{schema} properties place", '{$ref: "#/components/schemas/Spot"}') for schema in (LOAD, NEW)]
    assert f"{TYPES}: models.Place.room: room: str -> room: int" in impact(*edits, *uses)


def test_another_schema_in_the_place_of_one_that_is_gone_is_no_renamed_one():
    edits = [("components schemas Depot", "{type: object, properties: {street: {type: string}}}"), (PLACE, None)]
    uses = [(f"{schema} properties place", '{$ref: "#/components/schemas/Depot"}') for schema in (LOAD, NEW)]
    lines = impact(*edits, *uses)
    assert f"{TYPES}: models.Load.place: place: Place | None = None -> place: Depot | None = None" in lines
    assert f"{BREAKS}: models.Place: class Place(Model) -> " in lines
    assert f"{SAFE}: models.Depot:  -> class Depot(Model)" in lines


def test_what_was_anything_may_be_used_as_anything():
    was = [(f"{LOAD} properties id", "{}")]
    assert impact((f"{LOAD} properties id", "{type: string}"), was=was) == [
        f"{BEHAVES}: models.Load.id: id: Any -> id: str"
    ]


def test_of_a_long_list_of_values_only_those_are_shown_that_are_different():
    values = [f"programme number {number}" for number in range(9)]
    was = [("components schemas State enum", values)]
    lines = impact(("components schemas State enum", [*values[:-1], "dry"]), was=was)
    assert lines == [
        (
            f"{TYPES}: inputs.StateInput: StateInput: TypeAlias = Literal['programme number 8', …]"
            " -> StateInput: TypeAlias = Literal['dry', …]"
        ),
        (
            f"{SAFE}: models.State: State: TypeAlias = Literal['programme number 8', …] | …"
            " -> State: TypeAlias = Literal['dry', …] | …"
        ),
    ]


def test_an_answer_model_that_is_no_longer_taken_in_place_of_a_dictionary_is_said_at_the_dictionary():
    lines = impact((f"{LOAD} properties place", None), (f"{LOAD} properties room", "{type: string}"))
    assert f"{TYPES}: inputs.PlaceInput: PlaceInput | Place -> PlaceInput" in lines


def test_a_recursive_alias_is_compared_with_itself_without_end():
    tree = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}
    was = [("components schemas Tree", tree), (f"{LOAD} properties tree", '{$ref: "#/components/schemas/Tree"}')]
    deeper = [{"type": "integer"}, *tree["oneOf"]]
    assert [line.split(": ")[:2] for line in impact(("components schemas Tree oneOf", deeper), was=was)] == [
        [TYPES, "models.Tree"]
    ]
