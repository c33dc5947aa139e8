"""What a record is: a dataclass for everybody who uses one, but cheaper to define and to make."""

import pickle
from dataclasses import dataclass, field

import pytest

from specloom.record import record, replace


@record
class Price:
    """An amount, and where it is written."""

    amount: int
    currency: str = "EUR"
    place: str = field(default="", compare=False, repr=False)


@record
class Nothing:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What `Price` is as an ordinary dataclass."""

    amount: int
    currency: str = "EUR"
    place: str = field(default="", compare=False, repr=False)


def test_records_compare_hash_and_show_as_dataclasses_do():
    usual = [Usual(1), Usual(1, place="b"), Usual(2), Usual(1, "SEK")]
    records = [Price(1), Price(1, place="b"), Price(2), Price(1, "SEK")]
    for one, same in zip(records, usual, strict=True):
        assert repr(one) == repr(same).replace("Usual", "Price")
        assert [one == other for other in records] == [same == other for other in usual]
        assert [hash(one) == hash(other) for other in records] == [hash(same) == hash(other) for other in usual]
    assert Price(1) != Usual(1)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


@record
class Word:
    """A text of which the case is no matter."""

    text: str

    def __eq__(self, other: object) -> bool:
        """Compare without the case."""
        return isinstance(other, Word) and self.text.lower() == other.text.lower()

    def __hash__(self) -> int:
        """Agree with `__eq__`."""
        return hash(self.text.lower())


def test_a_record_may_say_itself_what_is_equal():
    assert Word("A") == Word("a") != Word("b")
    assert len({Word("A"), Word("a")}) == 1


def test_records_are_copied_matched_and_sent_to_other_processes():
    assert replace(Price(1), currency="SEK") == Price(1, "SEK")
    assert pickle.loads(pickle.dumps(Price(1, place="b"))).place == "b"  # noqa: S301 - our own bytes
    match Price(3, "SEK"):
        case Price(amount, currency):
            assert (amount, currency) == (3, "SEK")


@record
class Sum:
    """One attribute that it is made with, and one that follows from it."""

    amount: int
    doubled: int = field(init=False)

    def __post_init__(self) -> None:
        """Double it."""
        object.__setattr__(self, "doubled", 2 * self.amount)


@record
class Basket:
    """Attributes with what `field` can say of how they are made."""

    owner: str
    prices: list[int] = field(default_factory=list)
    currency: str = field(default="EUR", init=False)
    notes: dict[str, str] = field(default_factory=dict, init=False)


def test_records_are_made_as_dataclasses_are():
    assert repr(Basket("a")) == "Basket(owner='a', prices=[], currency='EUR', notes={})"
    assert Basket("a", [1]) == Basket(prices=[1], owner="a")
    assert Basket("a").prices is not Basket("a").prices
    assert Basket("a").notes is not Basket("a").notes
    with pytest.raises(TypeError, match=r"Basket.__init__\(\) missing 1 required positional argument: 'owner'"):
        Basket()
    with pytest.raises(TypeError, match="unexpected keyword argument 'currency'"):
        Basket("a", currency="SEK")


def test_what_is_changed_is_made_anew():
    assert replace(Price(1, "SEK", "here"), amount=2, place="there") == Price(2, "SEK", "there")
    assert replace(Usual(1, "SEK"), amount=2) == Usual(2, "SEK")
    assert (replace(Sum(1), amount=3).doubled, replace(Nothing())) == (6, Nothing())
    with pytest.raises(KeyError, match="tax"):
        replace(Price(1), tax=1)


def test_records_have_no_other_attributes():
    with pytest.raises(AttributeError):
        Price(1).note = "gross"
