"""The only place where a text of a description becomes a Python name.

Every name that comes out is a valid identifier that is no keyword, hides no builtin that generated code uses, and does
not begin with an underscore: what generated code brings along does (`render.imports`), so nothing else can collide. Two
different texts can give the same name. Of operations, resources and schemas the first that is written keeps it, so that
names stay when others come behind (`in_turn`); of the members of one object or call, whose order says nothing, the text
that is nearest to the name (`first_free`). The rest take a longer name, at last one with a few digits of their text's
digest. A text without words is called as Unicode calls its signs. `Names` reports names that authors chose twice.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from dataclasses import field
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from specloom.findings import Finding, Location, Severity
from specloom.record import record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from specloom.ir.types import Direction

_MODEL_ATTRIBUTES = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs "
    "validate".split()
)
"""What `pydantic.BaseModel` defines besides names that begin with `model_`."""

_CLIENT_ATTRIBUTES = frozenset("close follow preview raw request stream with_options configuration".split())

BUILTINS = frozenset("None bool bytes dict float int list object str tuple".split())
"""What annotations use by its bare name: a field would hide it from its neighbours, a parameter from its method."""

_BUILTIN_CLASSES = frozenset(
    "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError "
    "BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError "
    "ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception "
    "ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError "
    "ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError "
    "KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented "
    "NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
    "RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration "
    "SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError "
    "UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError "
    "Warning ZeroDivisionError".split()
)
"""What Python 3.11 has built in; a list, so that no newer Python gives other names."""

_MODULE_NAMES = frozenset("con prn aux nul".split()) | {f"{device}{n}" for device in ("com", "lpt") for n in range(10)}
"""File names that Windows reserves."""

_SIGNS = {
    "+": " plus ",
    "-": " minus ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "*": " star ",
    "%": " percent ",
}

_PREFIXES = {"@": "at_", "$": "dollar_"}

_APOSTROPHES = re.compile("['\u2019]")
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

_CLIENT_PARAMETERS = frozenset(
    "base_url servers timeout max_response_bytes max_retries headers on_mismatch transport".split()
)
"""What every client is made with, besides settings and credentials."""

_LONGEST = 80

_LONGEST_FILE = 160
"""Longer than almost any class name with underscores between its words."""

_MOST_BYTES = 240
"""A file name has at most 255 bytes on common file systems, its ending included."""

_DIGITS = 6


def words(text: str) -> list[str]:
    """Split a text into lower-case words: at anything that is no letter or digit, and at humps.

    `HTTPServer2-id` gives `http`, `server2`, `id`. Letters of any script stay, in NFKC form, which is how Python itself
    reads identifiers (PEP 3131).
    """
    text = unicodedata.normalize("NFKC", text)
    if re.match(r"[+\-<>=*%]+\d*$", text):
        text = "".join(_SIGNS.get(character, character) for character in text)
    text = re.sub(r"(?<=\w)[<>]=?$", lambda match: "".join(_SIGNS[sign] for sign in match.group()), text)
    found = _WORD.findall(_HUMP.sub(" ", _APOSTROPHES.sub("", text)))
    # Some letters become two in lower case, and the second is a mark that names do without.
    return [re.sub(r"\W", "", word.lower()) for word in found if f"x{word}".isidentifier()]


# Resources repeat the names of their operations, operations those of their parameters, and models those of fields.
@lru_cache(maxsize=4096)
def _snake(text: str) -> str:
    name = "_".join(words(text))
    return f"n{name}" if name[:1].isdigit() else name


def _shortened(name: str, longest: int = _LONGEST) -> str:
    """Return a name that is not too long, taking words out of its middle: long names differ at their ends."""
    if len(name) <= longest:
        return name
    pairs = enumerate(pairwise(name), 1)
    joints = [place for place, (one, next_) in pairs if one == "_" or (next_.isupper() and not one.isupper())]
    half = longest // 2
    front = max((joint for joint in joints if joint <= half), default=half)
    back = min((joint for joint in joints if len(name) - joint <= half), default=len(name) - half)
    return name[:front] + name[back:]


def can_be_called(kind: str, name: str) -> bool:
    """Tell whether a name that was published can stay: a public identifier of Python that hides nothing.

    Args:
        kind: What is called so, as `Symbol.kind` has it.
        name: The name. What says it may be a file that somebody edited.
    """
    is_plain = name.isidentifier() and unicodedata.normalize("NFKC", name) == name and not keyword.iskeyword(name)
    if not is_plain or name.startswith("_") or len(name) > _LONGEST_FILE:
        return False
    match kind:
        case "argument":
            return name not in {*BUILTINS, "self", "cls"}
        case "field" | "key":
            hides = name in {*BUILTINS, *_MODEL_ATTRIBUTES, "self", "cls"}
            return not hides and (not name.startswith("model_") or name.endswith("_"))
        case "model" | "input" | "alias":
            return name not in _BUILTIN_CLASSES and name != "TYPE_CHECKING" and not name[0].islower()
        case _:
            return name not in {"self", "cls"}


def first_free(candidates: Iterable[Iterable[str]], taken: Collection[str] = (), *, exact: bool = False) -> list[str]:
    """Return the names of one scope: for each owner the first of its candidates that nobody else has.

    Every first candidate is given away before any second one, so that a name which is made longer never takes what
    another owner is called anyway.

    Args:
        candidates: The names that each owner can have, the best first. Of owners that want the same name, the earlier
            has it. One that finds none free has its last, for `Names` to report. Each has one; further ones are asked
            for when they are needed.
        taken: Names that none can have.
        exact: Whether letter case tells names apart. It does not where names can be those of files.
    """
    fold = str if exact else str.casefold
    refused = taken if exact else {fold(name) for name in taken}
    gone: set[str] = set()
    names: dict[int, str] = {}
    unnamed = [(number, iter(own)) for number, own in enumerate(candidates)]
    while unnamed:
        left: list[tuple[int, Iterator[str]]] = []
        for number, own in unnamed:
            name = next(own, None)
            if name is not None:
                names[number] = name
                folded = fold(name)
                if folded in gone or folded in refused:
                    left.append((number, own))
                gone.add(folded)
        unnamed = left
    return [names[number] for number in sorted(names)]


def in_turn(candidates: Iterable[Iterable[str]], taken: Collection[str] = ()) -> list[str]:
    """Return the names of one scope, each owner's first candidate that no owner before it has: more of them move none.

    Args:
        candidates: As `first_free` has them, in the order in which their owners are written.
        taken: Names that none can have.
    """
    gone = {name.casefold() for name in taken}
    names: list[str] = []
    for own in candidates:
        name = ""
        for each in own:
            name = each
            if name.casefold() not in gone:
                break
        gone.add(name.casefold())
        names.append(name)
    return names


def with_digest(name: str, text: str) -> str:
    """Return the name with a few digits that stand for a text: the last resort to tell two names apart."""
    name = name.rstrip("_")
    glue = "" if name[:1].isupper() else "_"
    digits = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{_shortened(name, _LONGEST - _DIGITS - 1)}{glue}{digits}"


def kept_apart(own: Sequence[str], other: Sequence[str], glue: str = "", *, whole_end: bool = False) -> str:
    """Return words as one name that is not too long, and that keeps the words in which it differs from another's.

    Words go from the middle to the ends: first those of the beginning and the end that both have, then those in between
    that the other has as well.

    Args:
        own: The words.
        other: The words of what has the short name already.
        glue: What stands between words.
        whole_end: Whether words go from the beginning first, so that the end stays.
    """
    shortest = min(len(own), len(other))
    front = next((n for n in range(shortest) if own[n] != other[n]), shortest)
    back = next((n for n in range(shortest - front) if own[-1 - n] != other[-1 - n]), shortest - front)
    known = frozenset(other)
    shared = [n for n in range(len(own)) if not front <= n < len(own) - back]
    inside = [n for n in range(front, len(own) - back) if own[n] in known]
    length = sum(len(word) + len(glue) for word in own) - len(glue)
    gone: set[int] = set()
    for numbers in (shared, inside):
        for n in sorted(numbers, key=lambda n: (whole_end and n >= front, abs(n - len(own) / 2))):
            if length > _LONGEST:
                gone.add(n)
                length -= len(own[n]) + len(glue)
    kept = [word for n, word in enumerate(own) if n not in gone]
    return _shortened(glue.join(kept or own))  # of single words that are too long already, none would be left


def module_name(text: str) -> str:
    """Return a module or package name: `Service orders` gives `service_orders`. Empty where no name can be made."""
    name = _shortened(_snake(text), _LONGEST_FILE)
    while len(name.encode()) > _MOST_BYTES:
        name = _shortened(name, len(name) * 3 // 4)
    return f"{name}_" if keyword.iskeyword(name) or name in _MODULE_NAMES else name


def argument_name(text: str) -> str:
    """Return the name of a method, a resource or an argument: `startAfter` gives `start_after`."""
    name = _shortened(_snake(text))
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "cls"} else name


def spoken(text: str) -> str:
    """Return a text with words in it: one of signs alone is called as Unicode calls them, one of nothing `empty`."""
    if _snake(text):
        return text
    return " ".join(filter(words, (unicodedata.name(sign, "").lower() for sign in text))) or "empty"


def _value_name(text: str) -> str:
    return argument_name(spoken(text))


def parameter_name(text: str) -> str:
    """Return the name of a method's parameter: an argument name that hides no builtin that its method uses."""
    name = _value_name(text)
    return f"{name}_" if name in BUILTINS else name


def setting_name(text: str) -> str:
    """Return the name of a setting or credential of the client: an argument name that every client leaves free."""
    name = argument_name(text)
    return f"{name}_" if name in _CLIENT_PARAMETERS else name


def resource_name(text: str) -> str:
    """Return the attribute under which a resource hangs: an argument name that hides nothing of the client."""
    name = argument_name(text)
    return f"{name}_" if name in _CLIENT_ATTRIBUTES else name


def field_name(text: str) -> str:
    """Return the name of a model's field: an argument name that hides no attribute of pydantic models."""
    name = _value_name(text)
    hides = name in _MODEL_ATTRIBUTES or name in BUILTINS or name.startswith("model_")
    return f"{name}_" if hides else name


def class_name(text: str) -> str:
    """Return a class name: `service order` gives `ServiceOrder`. Humps that are there stay: `IMEICheck`."""
    text = unicodedata.normalize("NFKC", text)
    parts = _WORD.findall(_APOSTROPHES.sub("", text))
    if not text.isascii():
        parts = [part for part in parts if f"x{part}".isidentifier()]
    name = _shortened("".join(part[0].upper() + part[1:] for part in parts))
    if name[:1].isdigit():
        name = f"N{name}"
    return f"{name}Model" if name in _BUILTIN_CLASSES or keyword.iskeyword(name) else name


def class_words(text: str) -> list[str]:
    """Return the words of which a class name is made, each with a capital in front."""
    text = unicodedata.normalize("NFKC", text)
    found = _WORD.findall(_HUMP.sub(" ", _APOSTROPHES.sub("", text)))
    return [word[0].upper() + word[1:] for word in found if f"x{word}".isidentifier()]


def client_name(text: str, taken: Collection[str]) -> str:
    """Return the class name of a client, told apart from the other names that its package exports."""
    name = class_name(text)
    return f"{name}Api" if name in taken else name


def constant_name(text: str) -> str:
    """Return the name of a module-level constant: `serviceStore` gives `SERVICE_STORE`."""
    return _snake(text).upper()


def constant_names(texts: Iterable[str]) -> dict[str, str]:
    """Return the names of the members of an enumeration, by the texts they are made from."""
    ordered = sorted(texts, key=lambda text: (text != constant_name(text), text))
    wanted = [constant_name(text) for text in ordered]
    longer = [constant_name(with_digest(_snake(text) or "code", text)) for text in ordered]
    candidates = zip(wanted, longer, strict=True)
    return dict(zip(ordered, first_free(candidates, taken=[""]), strict=True))


def tell_apart(
    names: Iterable[tuple[str, str]], taken: Collection[str] = (), kept: Mapping[str, str] | None = None
) -> list[str]:
    """Return the names of one scope, texts with the same name told apart by their own spelling.

    The text that is spelled like the name keeps it, without such a one the first in code-point order; the others keep
    their capitals, signs in front are spelled, and underscores in front move to the end: `frontend_api` and
    `frontendApi`, `type` and `at_type` for `@type`, `id` and `id_` for `_id`. Where this tells nothing apart, a digest
    of the text does. The order of texts makes no difference.

    Args:
        names: The wanted name and the text it was made from, for each.
        taken: Names that none can have.
        kept: Text → the name that it has had so far, before all others.
    """
    names, kept = list(names), kept or {}
    alone = {name for name, _ in names}
    if not kept and len(alone) == len(names) and alone.isdisjoint(taken):
        return [name for name, _ in names]
    ordered = sorted(
        set(names), key=lambda pair: (pair[1] not in kept, pair[1] != pair[0], f"{pair[1]}_" != pair[0], pair)
    )
    candidates = (chain(_kept(kept, pair[1]), _spellings(*pair)) for pair in ordered)
    given = dict(zip(ordered, first_free(candidates, taken, exact=True), strict=True))
    return [given[pair] for pair in names]


def _kept(kept: Mapping[str, str], text: str) -> Iterator[str]:
    if text in kept:
        yield kept[text]


def _spellings(name: str, text: str) -> Iterator[str]:
    yield name
    yield _spelled(text, name)
    yield with_digest(name, text)


def _spelled(text: str, name: str) -> str:
    text = re.sub(r"^[@$]", lambda match: _PREFIXES[match.group()], text)
    text = re.sub(r"\W", "_", unicodedata.normalize("NFKC", text))
    bare = text.lstrip("_")
    spelled = bare + "_" * (len(text) - len(bare))
    if not bare.isidentifier() or keyword.iskeyword(spelled) or f"{spelled}_" == name:
        return name
    return f"{spelled}_" if spelled == name else spelled


@record
class Kept:
    """The names that stay, by what has them in the new version of a description."""

    methods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Route → the path of its resource, and the method."""
    arguments: Mapping[str, Mapping[tuple[str, ...], str]] = field(default_factory=dict)
    """Route → what an argument stands for, as `Symbol.key` has it → its name."""
    types: Mapping[tuple[Direction, Location], str] = field(default_factory=dict)
    """The place of a schema → the name of its class."""
    fields: Mapping[tuple[Direction, str], Mapping[str, str]] = field(default_factory=dict)
    """The name of a class → property → its field."""


class Names:
    """The names of one scope, and what each was made from.

    Args:
        scope: What the scope is, for messages: `fields of Order`.
        report: Findings are appended here.
        member: The member of `x-specloom` that can give another name.
        exact: Whether letter case tells names apart. It does not where names can be those of files.
    """

    def __init__(self, scope: str, report: list[Finding], member: str = "name", *, exact: bool = False) -> None:
        self._scope = scope
        self._member = member
        self._report = report
        self._fold = str if exact else str.casefold
        self._taken: dict[str, tuple[str, Location]] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether the name is taken."""
        return self._fold(name) in self._taken

    def free(self, name: str, text: str) -> str:
        """Return `name`, or one with digits that stand for `text` where another text has it already."""
        return with_digest(name, text) if name in self else name

    def take(self, name: str, text: str, location: Location) -> str:
        """Return `name` after noting that `text` has it; report when another text has it already."""
        earlier = self._taken.setdefault(self._fold(name), (text, location))
        if earlier[1] != location:
            self._report.append(
                Finding(
                    "name-collision",
                    Severity.ERROR,
                    f"{earlier[0]!r} and {text!r} both become {name!r} in Python ({self._scope})",
                    location,
                    related=(earlier[1],),
                    help=f"give one of them another name with x-specloom: {{{self._member}: …}}",
                )
            )
        return name
