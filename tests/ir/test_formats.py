"""The tables of scalars and formats: each kind has a form, and each format is checked."""

import re
from typing import get_args

import pytest

from specloom.findings import Location, NamedSource
from specloom.ir.build_scalars import build_scalar
from specloom.ir.formats import FORMATS, SCALARS, ScalarKind, fits_format
from specloom.ir.samples import sample
from specloom.ir.types import Scalar
from specloom.render.imports import brought_names
from specloom.spec.document import Schema

RIGHT = {
    "date-time": "2026-02-28T12:00:00Z",
    "date": "2024-02-29",
    "time": "00:00:00",
    "uuid": "0b4bd2a4-2a5d-4d4f-9d0a-6d1f9a2e0c11",
    "decimal": "-12.30",
    "binary": "anything",
    "byte": "+/8=",
    "base64url": "-_8",
    "unix-time": "-1700000000",
}
WRONG = {
    "date-time": ["2026-02-30T12:00:00Z", "2026-02-28"],
    "date": ["2026-02-29", "20260228"],
    "time": ["25:00:00", "noon"],
    "uuid": ["0b4bd2a4", ""],
    "decimal": ["NaN", "1,5", ""],
    "unix-time": ["1.5", "now"],
    "byte": ["string", "-_8=", "+/8"],
    "base64url": ["+/8=", "a"],
}


@pytest.mark.parametrize("kind", get_args(ScalarKind))
def test_every_kind_has_a_value_for_example_calls(kind: ScalarKind):
    assert compile(sample(Scalar(kind), {}), "sample", "eval")


def test_every_kind_has_a_form():
    assert set(SCALARS) == set(get_args(ScalarKind))


@pytest.mark.parametrize("name", [name for type_, name in FORMATS if type_ == "string"])
def test_texts_are_held_to_their_format(name):
    assert fits_format(name, RIGHT[name])
    assert not any(fits_format(name, text) for text in WRONG.get(name, ()))


@pytest.mark.parametrize(("name", "bits"), [("int32", 31), ("int64", 63)])
def test_integers_are_held_to_their_bits(name, bits):
    assert fits_format(name, 2**bits - 1)
    assert not fits_format(name, 2**bits)
    assert fits_format(name, -(2**bits))
    assert not fits_format(name, -(2**bits) - 1)


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}])
def test_a_format_says_nothing_about_values_of_other_types(value):
    assert all(fits_format(name, value) for _, name in FORMATS)


def test_every_name_that_a_scalar_is_spelt_with_can_be_imported():
    texts = [text for form in SCALARS.values() for text in (form.response, form.shape)]
    used = {name for text in texts for name in re.findall(r"\b_\w+", text)}
    assert used <= brought_names().keys()


@pytest.mark.parametrize(
    ("said", "answer", "input_"),
    [
        ({"format": "decimal"}, Scalar("decimal"), Scalar("decimal")),
        ({"format": "decimal", "pattern": r"^\d+\.\d{2}$"}, Scalar("decimal"), Scalar("decimal", 2)),
        ({"format": "decimal", "extension": {"digits": 3}}, Scalar("decimal"), Scalar("decimal", 3)),
        ({"format": "binary"}, Scalar("str"), Scalar("bytes")),
        ({"content_encoding": "base64"}, Scalar("base64"), Scalar("base64")),
        ({"format": "unknown"}, Scalar("str"), Scalar("str")),
    ],
)
def test_a_text_is_what_its_format_says_in_each_direction(said, answer, input_):
    schema = Schema(Location(NamedSource("openapi.yaml")), types=("string",), **said)
    assert [build_scalar("string", schema, direction) for direction in ("answer", "input")] == [answer, input_]
