"""Members of a family, read as what they are and sent with all that they have."""

import datetime as dt
import json

import httpx
from small_client import small_client

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /pets:
    get:
      operationId: list_pets
      tags: [pets]
      responses:
        "200": {description: Fine, content: {application/json: {schema: {type: array, items: &pet {
          $ref: "#/components/schemas/Pet"}}}}}
    post:
      operationId: add
      tags: [pets]
      requestBody: {required: true, content: {application/json: {schema: *pet}}}
      responses: {"204": {description: Fine}}
  /dog:
    get:
      operationId: get_dog
      tags: [pets]
      responses: {"200": {description: Fine, content: {application/json: {schema: {$ref: "#/components/schemas/Dog"}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {dog: "#/components/schemas/Dog"}}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {born: {type: string, format: date}}}]}
    Puppy: {allOf: [{$ref: "#/components/schemas/Dog"}, {properties: {clumsy: {type: boolean}}}]}
"""
PLAIN = DESCRIPTION[: DESCRIPTION.index("  /dog:")] + DESCRIPTION[DESCRIPTION.index("components:") :]
PETS = [{"kind": "dog", "born": "2020-01-01"}, {"kind": "Puppy", "clumsy": True}, {"kind": "bird", "wings": 2}]


def test_members_are_read_and_sent_as_what_they_are(tmp_path):
    sent = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json=PETS)
        sent.append(json.loads(request.content))
        return httpx.Response(204)

    with small_client(tmp_path, PLAIN) as small:
        pets = small.Small(transport=httpx.MockTransport(answer), on_mismatch="raise").pets
        found = pets.list_pets()
        for pet in found:
            pets.add(body=pet)
        pets.add(body={"kind": "dog", "born": dt.date(2020, 1, 1)})
        assert [type(pet) for pet in found] == [small.models.Dog, small.models.Puppy, small.models.PetBase]
    assert (found[0].born, found[1].clumsy, found[2].model_extra) == (dt.date(2020, 1, 1), True, {"wings": 2})
    assert sent == [*PETS, PETS[0]]


def test_a_member_that_is_referred_to_stands_for_those_that_extend_it(tmp_path):
    waiting = [PETS[0], PETS[1]]
    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, json=PETS[:2] if "pets" in request.url.path else waiting.pop(0))
    )
    with small_client(tmp_path, DESCRIPTION) as small:
        pets = small.Small(transport=transport, on_mismatch="raise").pets
        expected = [small.models.DogBase, small.models.Puppy]
        assert [type(pets.get_dog()), type(pets.get_dog())] == expected
        assert [type(pet) for pet in pets.list_pets()] == expected


CHOICE = (
    DESCRIPTION[: DESCRIPTION.index("    Pet:")]
    + """\
    Pet:
      oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]
      discriminator: {propertyName: kind, mapping: {dog: Dog, cat: Cat}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, born: {type: string, format: date}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
"""
)


def test_a_value_that_names_no_choice_is_told(tmp_path):
    told = []
    transport = httpx.MockTransport(
        lambda _: httpx.Response(200, json=[{"kind": "bird"}, {}, {"kind": "dog", "born": 5}])
    )
    with small_client(tmp_path, CHOICE) as small:
        bird, nothing, dog = small.Small(transport=transport, on_mismatch=told.append).pets.list_pets()
        choices = (small.models.Dog, small.models.Cat)
        assert not isinstance(bird, choices)
        assert (bird.kind, bird.model_dump()) == ("bird", {"kind": "bird"})
        assert isinstance(nothing, choices)
        assert (type(dog), dog.born) == (small.models.Dog, 5)
    assert [each.problems for each in told] == [
        (
            ("[]", "what 'kind' says is none of the choices"),
            ("[].Dog.born", "sent as an integer, described as a date"),
        )
    ]
