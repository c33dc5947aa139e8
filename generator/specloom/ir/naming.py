"""The only place where a text of a description becomes a Python name.

Every name that comes out is a valid identifier that is no keyword, hides no builtin that generated code uses, and does
not begin with an underscore: what generated code brings along does (`render.imports`), so nothing else can collide. Two
different texts can give the same name: `name_scopes` tells them apart. A text without words is called as Unicode calls
its signs.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from specloom.regular_file import names_device

_MODEL_ATTRIBUTES = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs "
    "validate".split()
)
"""What `pydantic.BaseModel` defines besides names that begin with `model_`."""

_CLIENT_ATTRIBUTES = frozenset("close configuration download follow preview raw request stream with_options".split())
"""What clients have besides resources and settings, also those that only some have: one may get it later."""

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

_USED_IN_PACKAGES = frozenset({"getattr", "sorted"})
"""What the `__init__` of a package of models calls: a module of that name in it would take its place.

Here because names are made before anything is printed; `tests/render/test_brought_names.py` finds what is missing.
"""

_SIGNS = {
    "+": " plus ",
    "-": " minus ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "*": " star ",
    "%": " percent ",
}

_APOSTROPHES = re.compile("['\u2019]")
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

_CLIENT_PARAMETERS = frozenset(
    "base_url servers timeout max_response_bytes max_retries headers on_mismatch transport".split()
)
"""What every client is made with, besides settings and credentials."""

LONGEST = 80

_LONGEST_FILE = 160
"""Longer than almost any class name with underscores between its words."""

_MOST_BYTES = 240
"""A file name has at most 255 bytes on common file systems, its ending included."""


def words(text: str) -> list[str]:
    """Split a text into lower-case words: at anything that is no letter or digit, and at humps.

    `HTTPServer2-id` gives `http`, `server2`, `id`; OAuth is one word. Letters of any script stay, in NFKC form, which
    is how Python itself reads identifiers (PEP 3131).
    """
    text = unicodedata.normalize("NFKC", text)
    if not _SIGNS.keys().isdisjoint(text):
        if re.match(r"[+\-<>=*%]+\d*$", text):
            text = "".join(_SIGNS.get(character, character) for character in text)
        text = re.sub(r"(?<=\w)[<>]=?$", lambda match: "".join(_SIGNS[sign] for sign in match.group()), text)
    found = _WORD.findall(_HUMP.sub(" ", _APOSTROPHES.sub("", text.replace("OAuth", "Oauth"))))
    if text.isascii():
        return [word.lower() for word in found]
    # Some letters become two in lower case, and the second is a mark that names do without.
    return [re.sub(r"\W", "", word.lower()) for word in found if f"x{word}".isidentifier()]


# Resources repeat the names of their operations, operations those of their parameters, models those of fields, and
# another version of a description nearly all of it.
@lru_cache(maxsize=16_384)
def snake(text: str) -> str:
    """Return the words of a text with underscores between them; empty where it has none."""
    name = "_".join(words(text))
    return f"n{name}" if name[:1].isdigit() else name


def shortened(name: str, longest: int = LONGEST) -> str:
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

    The kind is one of `Symbol.kind`; what says the name may be a file that somebody edited.
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
        case "setting" | "credential":
            return name not in {*_CLIENT_PARAMETERS, "self", "cls"}
        case "model" | "input" | "alias":
            return name not in _BUILTIN_CLASSES and name != "TYPE_CHECKING" and not name[0].islower()
        case _:
            return name not in {"self", "cls"}


def module_name(text: str) -> str:
    """Return a module or package name: `Service orders` gives `service_orders`. Empty where no name can be made."""
    name = shortened(snake(text), _LONGEST_FILE)
    while len(name.encode()) > _MOST_BYTES:
        name = shortened(name, len(name) * 3 // 4)
    return f"{name}_" if keyword.iskeyword(name) or names_device(name) or name in _USED_IN_PACKAGES else name


def argument_name(text: str) -> str:
    """Return the name of a method, a resource or an argument: `startAfter` gives `start_after`."""
    name = shortened(snake(text))
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "cls"} else name


def spoken(text: str) -> str:
    """Return a text with words in it: one of signs alone is called as Unicode calls them, one of nothing `empty`."""
    if snake(text):
        return text
    return " ".join(filter(words, (unicodedata.name(sign, "").lower() for sign in text))) or "empty"


@lru_cache(maxsize=4096)
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


# Classes inside of others are called after them: each name of an outer one comes again with all of its fields.
@lru_cache(maxsize=16_384)
def _capitalised(text: str) -> str:
    """Return the words of a text with a capital in front of each, humps as they are."""
    text = unicodedata.normalize("NFKC", text)
    parts = _WORD.findall(_APOSTROPHES.sub("", text))
    if not text.isascii():
        parts = [part for part in parts if f"x{part}".isidentifier()]
    return "".join([part[0].upper() + part[1:] for part in parts])


def class_name(*texts: str) -> str:
    """Return a class name: `service order` gives `ServiceOrder`. Humps that are there stay: `IMEICheck`.

    Of several texts, the outermost first: `order`, `line` gives `OrderLine`.
    """
    name = shortened("".join(map(_capitalised, texts)))
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
    return snake(text).upper()
