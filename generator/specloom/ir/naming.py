"""The only place where a text of a description becomes a Python name.

Every name that comes out is a valid identifier that is no keyword and that hides nothing generated code needs. Two
different texts can give the same name: `Names` finds that out and reports both places, it never appends a number.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from specloom.findings import Finding, Location, Severity

__all__ = [
    "Names",
    "argument_name",
    "class_name",
    "client_name",
    "constant_name",
    "field_name",
    "module_name",
    "parameter_name",
    "resource_name",
    "revealing",
    "setting_name",
    "tell_apart",
    "words",
]

_MODEL_ATTRIBUTES = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs "
    "validate".split()
)
"""What `pydantic.BaseModel` defines besides names that begin with `model_`."""

_CLIENT_ATTRIBUTES = frozenset("close follow raw request stream with_options configuration".split())

_ANNOTATION_NAMES = frozenset("str int float bool bytes list dict object datetime None".split())
"""Names that annotations use: a field would hide them from its neighbours, a parameter from the body of its method."""

_CLASS_NAMES = frozenset(
    "Any Annotated BaseModel Decimal Field Literal Mapping Model None NotRequired Required Sequence Shape Tag True "
    "False TypedDict TYPE_CHECKING UUID Union Optional List Dict Iterable Request Resource AsyncResource Pager "
    "AsyncPager Unset UNSET Timeout UnixTime UnixTimeText Content Upload AfterLast Cursor NextLink Offset "
    "PageNumber FileSource".split()
)
"""Names that generated modules import: a class must not hide them."""

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

_HIDDEN_BY_CLASSES = _CLASS_NAMES | _BUILTIN_CLASSES

_CLIENT_MODULE_NAMES = frozenset(
    "Basic Bearer Callable Client Configuration CookieKey HeaderKey Mapping OnMismatch QueryKey".split()
)
"""Names that the module with the client imports."""

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

_CLIENT_PARAMETERS = frozenset("base_url timeout max_retries headers on_mismatch transport".split())
"""What every client is made with, besides settings and credentials."""

_LOCALS = frozenset("either encode in_dots in_parentheses request write_search".split())
"""What request builders name themselves: a parameter must not be called so."""

_LONGEST = 80

_LONGEST_FILE = 160
"""Longer than any class name with underscores between its words: two classes must not share a module by accident."""


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
    joints = [match.end() for match in re.finditer(r"_|(?<=[a-z0-9])(?=[A-Z])", name)]
    half = longest // 2
    front = max((joint for joint in joints if joint <= half), default=half)
    back = min((joint for joint in joints if len(name) - joint <= half), default=len(name) - half)
    return name[:front] + name[back:]


def module_name(text: str) -> str:
    """Return a module or package name: `Service orders` gives `service_orders`. Empty where no name can be made."""
    name = _shortened(_snake(text), _LONGEST_FILE)
    return f"{name}_" if keyword.iskeyword(name) or name in _MODULE_NAMES else name


def argument_name(text: str) -> str:
    """Return the name of a method, a resource or an argument: `startAfter` gives `start_after`."""
    name = _shortened(_snake(text))
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "cls"} else name


def parameter_name(text: str) -> str:
    """Return the name of a method's parameter: an argument name that hides nothing its method or builder uses."""
    return revealing(argument_name(text))


def revealing(name: str) -> str:
    """Return an argument name as that of a parameter: with an underscore where it would hide something."""
    return f"{name}_" if name in _LOCALS or name in _ANNOTATION_NAMES else name


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
    name = argument_name(text)
    hides = name in _MODEL_ATTRIBUTES or name in _ANNOTATION_NAMES or name.startswith("model_")
    return f"{name}_" if hides else name


def class_name(text: str) -> str:
    """Return a class name: `service order` gives `ServiceOrder`. Humps that are there stay: `IMEICheck`."""
    text = unicodedata.normalize("NFKC", text)
    parts = [part for part in _WORD.findall(_APOSTROPHES.sub("", text)) if f"x{part}".isidentifier()]
    name = _shortened("".join(part[0].upper() + part[1:] for part in parts))
    if name[:1].isdigit():
        name = f"N{name}"
    return f"{name}Model" if name in _HIDDEN_BY_CLASSES or keyword.iskeyword(name) else name


def client_name(text: str) -> str:
    """Return the class name of a client, which must not hide what its module imports."""
    name = class_name(text)
    return f"{name}Api" if name in _CLIENT_MODULE_NAMES else name


def constant_name(text: str) -> str:
    """Return the name of a module-level constant: `serviceStore` gives `SERVICE_STORE`."""
    return _snake(text).upper()


def tell_apart(names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the names of one scope, texts with the same name told apart by their own spelling.

    The text that is spelled like the name keeps it, without such a one the first in code-point order; the others keep
    their capitals, signs in front are spelled, and underscores in front move to the end: `frontend_api` and
    `frontendApi`, `type` and `at_type` for `@type`, `id` and `id_` for `_id`. The order of texts makes no difference.

    Args:
        names: The wanted name and the text it was made from, for each.
    """
    names = list(names)
    texts: dict[str, set[str]] = defaultdict(set)
    for name, text in names:
        texts[name].add(text)
    first = {name: min(same, key=lambda text: (text != name, text)) for name, same in texts.items()}
    return [name if text == first[name] else _spelled(text, name) for name, text in names]


def _spelled(text: str, name: str) -> str:
    text = re.sub(r"^[@$]", lambda match: _PREFIXES[match.group()], text)
    text = re.sub(r"\W", "_", unicodedata.normalize("NFKC", text))
    bare = text.lstrip("_")
    spelled = bare + "_" * (len(text) - len(bare))
    if not spelled.isidentifier() or keyword.iskeyword(spelled) or f"{spelled}_" == name:
        return name
    return f"{spelled}_" if spelled == name or spelled in _CLASS_NAMES else spelled


class Names:
    """The names of one scope, and what each was made from.

    Args:
        scope: What the scope is, for messages: `fields of Order`.
        report: Findings are appended here.
        member: The member of `x-specloom` that can give another name.
    """

    def __init__(self, scope: str, report: list[Finding], member: str = "name") -> None:
        self._scope = scope
        self._member = member
        self._report = report
        self._taken: dict[str, tuple[str, Location]] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether the name is taken."""
        return name.casefold() in self._taken

    def take(self, name: str, text: str, location: Location) -> str:
        """Return `name` after noting that `text` has it; report when there is no name or another text has it already.

        Names that differ only in case collide as well: they would be one file on some systems.
        """
        if not name:
            self._report.append(
                Finding(
                    "unnamable",
                    Severity.ERROR,
                    f"no Python name can be made from {text!r} ({self._scope})",
                    location,
                    help=f"give it one with x-specloom: {{{self._member}: …}}",
                )
            )
            return "unnamed"
        earlier = self._taken.setdefault(name.casefold(), (text, location))
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
