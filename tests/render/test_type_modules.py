"""Modules of types can be imported: every alias stands after those it is made of."""

from itertools import permutations

from specloom.findings import Location, NamedSource
from specloom.ir.types import AliasType, ListOf, Named, Scalar, Type
from specloom.render.type_modules import arrange_modules

AT = Location(NamedSource("openapi.yaml"), ())


def alias(name: str, type_: Type, owner: str = "Whole") -> AliasType:
    return AliasType(name, owner, "", type_, AT)


def test_an_alias_stands_after_those_it_is_made_of_whatever_their_order():
    types = [
        alias("Whole", ListOf(Named("Part"))),
        alias("Part", ListOf(Named("Piece"))),
        alias("Piece", Scalar("str")),
    ]
    for order in permutations(types):
        (module,) = arrange_modules({type_.name: type_ for type_ in order})
        assert [type_.name for type_ in module.types] == ["Piece", "Part", "Whole"]
