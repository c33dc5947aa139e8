"""A base with a choice of its children, whose `allOf` has the base: children have its properties, not its choice."""

import pytest

from specloom.findings import DescriptionError
from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.types import AliasType, Named, ObjectType, Tagged, Union, without_null
from specloom.spec.load import load_description
from specloom.targets.target import Target

BASE = "{type: object, required: [kind], properties: {kind: {type: string}}"
CHOICE = "[{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]"
CHILD = "{allOf: [{$ref: '#/components/schemas/BASE'}, {type: object, properties: {NAME: {type: string}}}]}"


def child(base, name):
    return CHILD.replace("BASE", base).replace("NAME", name)


@pytest.fixture
def types(tmp_path):
    def built(*schemas: str, version: str = "3.0.3", used: str = "Pet") -> Api:
        content = f"content: {{application/json: {{schema: {{$ref: '#/components/schemas/{used}'}}}}}}"
        described = f"""\
openapi: {version}
info: {{title: Shop, version: "1"}}
paths:
  /pets:
    get: {{responses: {{"200": {{description: Fine, {content}}}}}}}
    post:
      requestBody: {{{content}}}
      responses: {{"204": {{description: Made}}}}
components:
  schemas:
"""
        text = described + "".join(f"    {schema}\n" for schema in schemas)
        (tmp_path / "openapi.yaml").write_text(text)
        return build_api(load_description(Target(tmp_path / "openapi.yaml")).document)

    return built


def fields(api, name):
    type_ = api.answers[name]
    assert isinstance(type_, ObjectType)
    return [field.wire_name for field in type_.fields]


def with_discriminator(keyword="oneOf", discriminator="discriminator: {propertyName: kind}"):
    return f"Pet: {BASE}, {keyword}: {CHOICE}, {discriminator}}}"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("used", ["Pet", "Cat"])
def test_children_have_the_properties_of_the_base(types, keyword, version, used):
    base = with_discriminator(keyword)
    api = types(base, f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}", version=version, used=used)
    assert fields(api, "Cat") == ["kind", "meow"]
    if used == "Pet":
        assert fields(api, "Dog") == ["kind", "bark"]
        for name, found in (("Pet", api.answers["Pet"]), ("PetInput", api.inputs["PetInput"])):
            assert isinstance(found, AliasType)
            assert isinstance(found.type, Tagged), name
            suffix = name.removeprefix("Pet")
            assert found.type.members == (Named(f"Cat{suffix}"), Named(f"Dog{suffix}"))


def test_a_child_may_extend_the_base_beside_a_reference(types):
    pet = f"Pet: {BASE}, discriminator: {{propertyName: kind}}}}"
    cat = "Cat: {$ref: '#/components/schemas/Pet', properties: {meow: {type: string}}}"
    api = types(pet, cat, f"Dog: {child('Pet', 'bark')}", version="3.1.0")
    assert api.answers["Pet"].type.members[:2] == (Named("Cat"), Named("Dog"))


def test_without_a_discriminator_it_is_a_union(types):
    base = with_discriminator(discriminator="description: Either.")
    api = types(base, f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}")
    assert api.answers["Pet"].type == Union((Named("Cat"), Named("Dog")))


def test_a_mapping_gives_the_values(types):
    mapping = "discriminator: {propertyName: kind, mapping: {c: Cat, d: '#/components/schemas/Dog'}}"
    base = with_discriminator(discriminator=mapping)
    api = types(base, f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}")
    assert api.answers["Pet"].type.mapping == {"c": "Cat", "d": "Dog", "Cat": "Cat", "Dog": "Dog"}


@pytest.mark.parametrize(
    "beside", ["properties: {id: {type: string}}, required: [id]", "unevaluatedProperties: {type: integer}"]
)
def test_a_mapping_holds_for_members_with_what_stands_beside_the_choice(types, beside):
    mapping = "discriminator: {propertyName: kind, mapping: {c: Cat}}"
    members = [f"{name}: {{type: object, properties: {{kind: {{type: string}}}}}}" for name in ("Cat", "Dog")]
    api = types(f"Pet: {{{beside}, oneOf: {CHOICE}, {mapping}}}", *members, version="3.1.0")
    assert api.answers["Pet"].type.mapping == {"c": "PetCat", "Cat": "PetCat", "Dog": "PetDog"}
    assert api.inputs["PetInput"].type.mapping.keys() == {"c", "Cat", "Dog"}


def test_members_that_no_value_names_are_told_apart_without_the_discriminator(types):
    inline = "oneOf: [{properties: {a: {type: integer}}}, {properties: {b: {type: integer}}}]"
    api = types(f"Pet: {{type: object, {inline}, discriminator: {{propertyName: kind}}}}")
    assert isinstance(api.answers["Pet"].type, Union)
    assert [loss.what for loss in api.losses] == ["discriminator"]


def test_a_child_of_a_child_has_the_properties_of_both(types):
    base = with_discriminator()
    api = types(base, f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Lion', 'bark')}", f"Lion: {child('Cat', 'mane')}")
    assert fields(api, "Dog") == ["kind", "meow", "mane", "bark"]


def test_a_family_inside_of_a_family_is_found_by_the_values_of_its_members(types):
    cats = "oneOf: [{$ref: '#/components/schemas/Lion'}, {$ref: '#/components/schemas/Tabby'}]"
    cat = child("Pet", "meow")[:-1] + f", {cats}}}"
    schemas = [f"Cat: {cat}", f"Dog: {child('Pet', 'bark')}", f"Lion: {child('Cat', 'mane')}"]
    api = types(with_discriminator(), *schemas, f"Tabby: {child('Cat', 'stripes')}")
    assert fields(api, "Lion") == ["kind", "meow", "mane"]
    assert api.answers["Cat"].type == Union((Named("Lion"), Named("Tabby")))
    assert api.answers["Pet"].type.mapping == {"Cat": "Cat", "Dog": "Dog", "Lion": "Cat", "Tabby": "Cat"}


def test_a_choice_deep_inside_of_a_choice_is_found_by_its_name_as_well(types):
    lions = "{oneOf: [{$ref: '#/components/schemas/Lion'}, {$ref: '#/components/schemas/Lioness'}]}"
    cats = "{oneOf: [{$ref: '#/components/schemas/Lions'}, {$ref: '#/components/schemas/Tabby'}]}"
    pet = f"Pet: {{oneOf: {CHOICE}, discriminator: {{propertyName: kind}}}}"
    names = ("Dog", "Lion", "Lioness", "Tabby")
    objects = [f"{name}: {{type: object, properties: {{{name}: {{type: string}}}}}}" for name in names]
    api = types(pet, f"Cat: {cats}", f"Lions: {lions}", *objects)
    inside = ("Cat", "Lions", "Lion", "Lioness", "Tabby")
    assert api.answers["Pet"].type.mapping == {"Dog": "Dog", **dict.fromkeys(inside, "Cat")}


def test_keywords_beside_a_reference_inherit_as_all_of_does(types):
    children = [
        f"{name}: {{$ref: '#/components/schemas/Pet', properties: {{own: {{type: string}}}}}}"
        for name in ("Cat", "Dog")
    ]
    api = types(with_discriminator(), *children, version="3.1.0")
    assert fields(api, "Cat") == ["kind", "own"]


def test_a_stranger_to_the_choice_has_it(types):
    schemas = [f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}", f"Bird: {child('Pet', 'wing')}"]
    api = types(with_discriminator(), *schemas, used="Bird")
    assert isinstance(without_null(api.answers["Bird"].type), Tagged)


@pytest.mark.parametrize(
    ("pet", "dog", "rule"),
    [
        ("{oneOf: [{$ref: '#/components/schemas/Pet'}]}", "{type: string}", "circular-reference"),
        ("{anyOf: [{$ref: '#/components/schemas/Dog'}, {type: string}]}",
         "{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: integer}]}", "circular-reference"),
        ("{allOf: [{oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Dog'}]}]}",
         "{type: string}", "circular-all-of"),
    ],
)  # fmt: skip
def test_what_is_nothing_but_a_choice_of_itself_is_one_located_error(types, pet, dog, rule):
    with pytest.raises(DescriptionError) as caught:
        types(f"Pet: {pet}", f"Dog: {dog}", version="3.1.0")
    (finding,) = caught.value.findings
    assert (finding.rule, finding.location.pointer) == (rule, ("components", "schemas", "Pet"))


def test_a_description_beside_a_reference_in_a_circle_changes_no_type(types):
    item = "Item: {description: An item., allOf: [{$ref: '#/components/schemas/Pet'}]}"
    pet = "Pet: {type: object, properties: {parent: {$ref: '#/components/schemas/Item'}}}"
    api = types(item, pet, used="Item")
    (parent,) = api.answers["Pet"].fields
    assert parent.type == Named("Pet")


MAPPING = "mapping: {cat: Cat, dog: '#/components/schemas/Dog'}"


def open_base(discriminator="discriminator: {propertyName: kind}"):
    return f"Pet: {BASE}, {discriminator}}}"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("discriminator", "mapping"),
    [
        ("discriminator: {propertyName: kind}", {"Cat": "Cat", "Dog": "Dog"}),
        (f"discriminator: {{propertyName: kind, {MAPPING}}}", {"cat": "Cat", "dog": "Dog", "Cat": "Cat", "Dog": "Dog"}),
    ],
)
def test_a_base_that_lists_no_choice_is_the_union_of_those_that_extend_it(types, version, discriminator, mapping):
    api = types(
        open_base(discriminator), f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}", version=version
    )
    assert api.answers["Pet"].type == Tagged(
        "kind", (Named("Cat"), Named("Dog"), Named("PetBase")), mapping, other="PetBase"
    )
    assert fields(api, "Cat") == ["kind", "meow"]
    assert fields(api, "PetBase") == ["kind"]
    assert isinstance(api.inputs["PetInput"].type, Tagged)
    assert [field.wire_name for field in api.inputs["CatInput"].fields] == ["kind", "meow"]


def test_children_of_children_are_members_too(types):
    api = types(open_base(), f"Cat: {child('Pet', 'meow')}", f"Lion: {child('Cat', 'mane')}")
    assert api.answers["Pet"].type.members == (Named("Cat"), Named("Lion"), Named("PetBase"))
    assert fields(api, "Lion") == ["kind", "meow", "mane"]


@pytest.mark.parametrize("again", ["kind", "meow"])
@pytest.mark.parametrize("choice", ["", f"oneOf: {CHOICE}, "])
def test_a_member_that_repeats_a_property_of_its_base_keeps_its_name(types, choice, again):
    base = f"Pet: {BASE}, {choice}discriminator: {{propertyName: kind}}}}"
    cat = f"Cat: {child('Pet', again)}"
    api = types(base, cat, f"Dog: {child('Pet', 'bark')}")
    assert {"Cat", "Dog"} <= api.answers.keys()
    assert not [name for name in api.answers if "Option" in name]


def test_a_child_with_a_discriminator_is_a_family_of_its_own(types):
    cat = child("Pet", "meow")[:-1] + ", discriminator: {propertyName: sort}}"
    api = types(open_base(), f"Cat: {cat}", f"Lion: {child('Cat', 'mane')}")
    assert api.answers["Pet"].type.members == (Named("Cat"), Named("PetBase"))
    assert api.answers["Cat"].type.members == (Named("Lion"), Named("CatBase"))
    assert fields(api, "CatBase") == ["kind", "meow"]


def test_a_discriminator_without_children_changes_nothing(types):
    assert fields(types(open_base()), "Pet") == ["kind"]


def test_a_base_of_nothing_but_a_discriminator_has_its_children_only(types):
    base = "Pet: {type: object, discriminator: {propertyName: kind}}"
    api = types(base, f"Cat: {child('Pet', 'meow')}", f"Dog: {child('Pet', 'bark')}")
    found = api.answers["Pet"].type
    assert (found.members, found.other) == ((Named("Cat"), Named("Dog")), "")


def test_a_family_of_openapi_2(tmp_path):
    (tmp_path / "swagger.yaml").write_text("""\
swagger: "2.0"
info: {title: Shop, version: "1"}
paths:
  /pets: {get: {responses: {200: {description: Fine, schema: {$ref: "#/definitions/Pet"}}}}}
definitions:
  Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
  Cat: {allOf: [{$ref: "#/definitions/Pet"}, {type: object, properties: {meow: {type: string}}}]}
""")
    api = build_api(load_description(Target(tmp_path / "swagger.yaml")).document)
    assert api.answers["Pet"].type.mapping == {"Cat": "Cat"}
    assert fields(api, "Cat") == ["kind", "meow"]


@pytest.mark.parametrize(
    "child", ["{allOf: [{$ref: '#/components/schemas/Pet'}]}", "{$ref: '#/components/schemas/Pet'}"]
)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_child_that_adds_nothing_to_a_base_that_lists_it_is_a_type_of_its_own(types, keyword, child):
    api = types(with_discriminator(keyword), f"Cat: {child}", f"Dog: {child}")
    assert api.answers["Pet"].type.mapping == {"Cat": "Cat", "Dog": "Dog"}
    assert (fields(api, "Cat"), fields(api, "Dog")) == (["kind"], ["kind"])


def test_the_base_that_lists_it_may_extend_another(types):
    core, *children = (f"{{allOf: [{{$ref: '#/components/schemas/{name}'}}]}}" for name in ("Core", "Pet", "Pet"))
    pet = f"Pet: {core[:-1]}, oneOf: {CHOICE}, discriminator: {{propertyName: kind}}}}"
    cat, dog = (f"{name}: {child}" for name, child in zip(("Cat", "Dog"), children, strict=True))
    assert fields(types(f"Core: {BASE}}}", pet, cat, dog), "Dog") == ["kind"]


@pytest.mark.parametrize("mapping", ["", f", {MAPPING}"])
def test_what_adds_nothing_to_the_base_is_the_base(types, mapping):
    base = open_base(f"discriminator: {{propertyName: kind{mapping}}}")
    cat = "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}"
    api = types(base, cat, f"Dog: {child('Pet', 'bark')}", f"Lion: {child('Cat', 'mane')}")
    found = api.answers["Pet"].type
    assert {*found.members} == {Named("Dog"), Named("Lion"), Named("PetBase")}
    assert found.other == "PetBase"
    assert fields(api, "Lion") == ["kind", "mane"]


def test_members_may_hold_their_base(types):
    branch = (
        "Branch: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {inner: {$ref: '#/components/schemas/Pet'}}}"
    )
    api = types(open_base(), branch, version="3.1.0")
    (kind, inner) = api.answers["Branch"].fields
    assert (kind.wire_name, inner.type) == ("kind", Named("Pet"))
