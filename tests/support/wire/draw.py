"""Random JSON values that a schema allows, and texts that a pattern matches."""

# ruff: noqa: ANN401 - values of JSON, and what callers pass

from __future__ import annotations

import math
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any, Final
from uuid import UUID

from wire.description import Json, SchemaSet

_ANY: Final = ("string", "integer", "boolean")
"""What is drawn where a schema says nothing."""
_TELLS: Final[Mapping[str, str]] = {
    "properties": "object",
    "required": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "minProperties": "object",
    "propertyNames": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "contains": "array",
    "pattern": "string",
    "contentMediaType": "string",
    "contentEncoding": "string",
    "format": "string",
    "minLength": "string",
    "maxLength": "string",
    "minimum": "number",
    "maximum": "number",
    "multipleOf": "number",
}
_TRIES: Final = 30
_CHOOSING: Final = frozenset({"oneOf", "anyOf", "not"})
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_ODD: Final = " -._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|}éß€漢"


_NUMBERS: Final = (
    0,
    -0.0,
    1e-7,
    1.0,
    1e21,
    123456789.125,
    2**53 + 1,
    -(2**63),
    0.1 + 0.2,
    5e-324,
    1.7976931348623157e308,
)
_CONFUSING: Final = ("self", "model_extra", "model_config", "__dict__", "_x", "class", "", "a b", "é", "__proto__")
"""Names of members that mean something to whoever reads them."""


class NoValueError(Exception):
    """No value was found that a schema allows."""


class Draw:
    """Draws values.

    Args:
        schemas: What references lead to, and what says whether a value fits.
        random: Decides.
        size: About how many members and items a value has.
        text: Gives a text without a format, of so many characters at least.
        extras: Whether objects get members that their schema leaves open.
    """

    def __init__(
        self,
        schemas: SchemaSet,
        random: Random,
        *,
        size: int = 40,
        text: Callable[[int], str] | None = None,
        extras: bool = False,
    ) -> None:
        self._schemas = schemas
        self._random = random
        self._size = size
        self._left = size
        self._is_tagged = True
        self._is_careful = False
        self._text = text or self._any_text
        self._extras = extras

    def value(
        self,
        schema: Json,
        *,
        change: Callable[[Json], Json] = lambda value: value,
        accept: Callable[[Json], bool] = lambda _: True,
    ) -> Json:
        """Return a value that fits a schema.

        Args:
            schema: The schema.
            change: Makes another value of one, which then has to fit.
            accept: Says which of these values will do.

        Raises:
            NoValueError: None was found.
        """
        for number in range(_TRIES):
            self._left = self._size if number % 2 == 0 else 0
            self._is_tagged = number < _TRIES // 2  # a description may contradict its own discriminator
            self._is_careful = number >= _TRIES // 3
            try:
                value = change(self._value(schema, 6))
            except NoValueError:
                continue
            if not self._schemas.errors(schema, value) and accept(value):
                return value
        raise NoValueError

    def member(self, schema: Json, name: str) -> Json:
        """Return what a schema says of a member of that name; None where it says nothing."""
        return self._flattened(schema, 6).get("properties", {}).get(name)

    def _value(self, schema: Json, depth: int) -> Json:
        """Return a value that likely fits a schema; of choices, where chance alone finds none, one that does."""
        if not (self._is_careful and self._has_choices(schema)):
            return self._drawn(schema, depth)
        for _ in range(_TRIES):
            value = self._drawn(schema, depth)
            if not self._schemas.errors(schema, value):
                return value
        raise NoValueError

    def _has_choices(self, schema: Json) -> bool:
        while isinstance(schema, dict) and "$ref" in schema and len(schema) == 1:
            schema = self._schemas.follow(schema["$ref"])
        return isinstance(schema, dict) and not _CHOOSING.isdisjoint(schema)

    def _drawn(self, schema: Json, depth: int) -> Json:
        flat = self._flattened(schema, depth)
        if "enum" in flat:
            return self._random.choice(flat["enum"])
        kind = self._random.choice(self._kinds(flat, depth))
        match kind:
            case "object":
                return self._object(flat, depth)
            case "array":
                return self._array(flat, depth)
            case "string":
                return self._string(flat)
            case "integer":
                return self._integer(flat)
            case "number":
                return self._number(flat)
            case "boolean":
                return self._random.random() < 0.5
            case _:
                return None

    def _kinds(self, flat: Mapping[str, Json], depth: int) -> list[str]:
        if "type" in flat:
            kinds = [*flat["type"]]
            others = [each for each in kinds if each != "null"]
            if others and self._random.random() < 0.75:
                kinds = others
            if depth <= 0 and (scalars := [each for each in kinds if each not in {"object", "array"}]):
                return scalars
            return kinds
        return [_TELLS[key] for key in flat if key in _TELLS][:1] or [*_ANY]

    def _flattened(self, schema: Json, depth: int) -> dict[str, Json]:
        """Return a schema with its references, `allOf` and one of each of its choices put together."""
        if depth < -8:
            raise NoValueError
        flat: dict[str, Json] = {}
        base = self._schemas.follow(schema["$ref"]) if isinstance(schema, dict) and "$ref" in schema else schema
        family = base.get("x-family") if isinstance(base, dict) and self._is_tagged else None
        if family:
            tag, member = self._random.choice(family)
            self._merge(flat, {"$ref": member}, depth, 0)
            self._merge(flat, {"properties": {base["x-tag"]["name"]: {"enum": [tag]}}}, depth, 0)
        self._merge(flat, schema, depth, 0)
        return flat

    def _merge(self, flat: dict[str, Json], schema: Json, depth: int, level: int) -> None:
        if schema is False or level > 60:
            raise NoValueError
        if schema is True:
            return
        if "$ref" in schema:
            self._merge(flat, self._schemas.follow(schema["$ref"]), depth, level + 1)
        self._join(flat, schema)
        for part in schema.get("allOf", ()):
            self._merge(flat, part, depth, level + 1)
        for choice in ("oneOf", "anyOf"):
            if schema.get(choice):
                self._merge_one(flat, schema[choice], schema.get("x-tag"), depth, level)
        self._merge_conditions(flat, schema, depth, level)
        if "const" in flat or "enum" in flat:
            _narrow(flat)

    def _join(self, flat: dict[str, Json], schema: Mapping[str, Json]) -> None:
        """Put the keywords of one schema to those that were found before."""
        if "additionalProperties" in schema:
            names = frozenset(schema.get("properties", ()))
            patterns = tuple(schema.get("patternProperties", ()))
            flat.setdefault("others", []).append((names, patterns, schema["additionalProperties"]))
        for key, value in schema.items():
            if key in _JOINED:
                flat[key] = _JOINED[key](flat.get(key), value)

    def _merge_one(self, flat: dict[str, Json], choices: list[Json], tag: Json, depth: int, level: int) -> None:
        order = self._random.sample(range(len(choices)), len(choices))
        if depth <= 0:
            order.sort(key=lambda number: "$ref" in choices[number] if isinstance(choices[number], dict) else False)
        for number in order:
            attempt = {key: [*value] if isinstance(value, list) else value for key, value in flat.items()}
            try:
                self._merge(attempt, choices[number], depth, level + 1)
            except NoValueError:
                continue
            if self._is_tagged and tag and number < len(tag["tags"]) and tag["tags"][number]:
                tagged = {"properties": {tag["name"]: {"enum": tag["tags"][number]}}}
                attempt["properties"] = _each(attempt.get("properties"), tagged["properties"])
            flat.clear()
            flat |= attempt
            return
        raise NoValueError

    def _merge_conditions(self, flat: dict[str, Json], schema: Mapping[str, Json], depth: int, level: int) -> None:
        for name, dependent in schema.get("dependentSchemas", {}).items():
            if self._random.random() < 0.5:
                flat["required"] = [*flat.get("required", ()), name]
                self._merge(flat, dependent, depth, level + 1)
        if "if" not in schema:
            return
        if self._random.random() < 0.5 and "then" in schema:
            self._merge(flat, schema["if"], depth, level + 1)
            self._merge(flat, schema["then"], depth, level + 1)
        elif "else" in schema:
            self._merge(flat, schema["else"], depth, level + 1)

    def _object(self, flat: Mapping[str, Json], depth: int) -> dict[str, Json]:
        properties: Mapping[str, Json] = flat.get("properties", {})
        required = [*dict.fromkeys(flat.get("required", ()))]
        value = {name: self._value(self._schema_of(flat, name), depth - 1) for name in required}
        optional = [name for name in properties if name not in value and properties[name] is not False]
        self._random.shuffle(optional)
        share = self._random.choice((0.0, 0.3, 0.6, 1.0))
        most = flat.get("maxProperties", math.inf)
        least = flat.get("minProperties", 0)
        for name in optional:
            is_wanted = depth > 0 and self._left > 0 and self._random.random() < share
            if len(value) >= most or not (is_wanted or len(value) < least):
                continue
            self._left -= 1
            try:
                value[name] = self._value(self._schema_of(flat, name), depth - 1)
            except NoValueError:
                continue
        self._add_others(flat, value, depth, least)
        names = [*value]
        self._random.shuffle(names)
        return {name: value[name] for name in names}

    def _add_others(self, flat: Mapping[str, Json], value: dict[str, Json], depth: int, least: int) -> None:
        """Add members without names of their own, where the schema speaks of them."""
        is_map = bool(flat.get("others") or flat.get("patternProperties")) and depth > 0
        is_free = self._is_careful and not flat.get("properties") and depth > 0
        wanted = self._random.randint(0, 2) if is_map or is_free else 0
        if self._extras and depth > 3 and self._random.random() < 0.2:
            wanted = max(wanted, 1)
        for _ in range(20):
            if len(value) >= flat.get("maxProperties", math.inf) or (wanted <= 0 and len(value) >= least):
                return
            try:
                name = self._name(flat, value)
                if name in value or name in flat.get("properties", {}):
                    continue
                value[name] = self._value(self._schema_of(flat, name), depth - 1)
            except NoValueError:
                if not least:
                    return
            wanted -= 1

    def _name(self, flat: Mapping[str, Json], value: Mapping[str, Json]) -> str:
        patterns = [*flat.get("patternProperties", ())]
        if patterns and self._random.random() < 0.7:
            return matching(self._random.choice(patterns), self._random)
        if "propertyNames" in flat:
            return str(self._value({"type": "string", "allOf": [flat["propertyNames"]]}, 1))
        if self._extras and self._random.random() < 0.4:
            return self._random.choice(_CONFUSING)
        absent = [_in_python(name) for name in flat.get("properties", ()) if name not in value]
        if self._extras and absent and self._random.random() < 0.3:
            return self._random.choice(absent)
        return "x" + "".join(self._random.choices(_LETTERS, k=self._random.randint(2, 8)))

    def _schema_of(self, flat: Mapping[str, Json], name: str) -> Json:
        """Return what the parts of a flat schema say of one member, together."""
        parts = [flat["properties"][name]] if name in flat.get("properties", {}) else []
        parts += [each for pattern, each in flat.get("patternProperties", {}).items() if re.search(pattern, name)]
        for names, patterns, others in flat.get("others", ()):
            if name not in names and not any(re.search(pattern, name) for pattern in patterns):
                parts.append(others)
        if not parts and flat.get("unevaluatedProperties") is not None:
            parts.append(flat["unevaluatedProperties"])
        return parts[0] if len(parts) == 1 else {"allOf": parts} if parts else True

    def _array(self, flat: Mapping[str, Json], depth: int) -> list[Json]:
        first: list[Json] = flat.get("prefixItems", [])
        least = flat.get("minItems", 0)
        most = min(flat.get("maxItems", math.inf), max(least, 3 if depth > 0 else 0))
        if first and flat.get("items") is False:
            most = min(most, len(first))
        elif first:
            most = min(flat.get("maxItems", math.inf), max(most, len(first) + 1))
        if flat.get("items", True) is False and not first:
            most = 0
        count = self._random.randint(min(least, int(most)), int(most)) if self._left > 0 else least
        found: list[Json] = []
        for number in range(count):
            self._left -= 1
            item = first[number] if number < len(first) else flat.get("items", True)
            for _ in range(10):
                value = self._value(item, depth - 1)
                if not flat.get("uniqueItems") or value not in found:
                    found.append(value)
                    break
        return found

    def _integer(self, flat: Mapping[str, Json]) -> int:
        low, high = self._bounds(flat, whole=True)
        step = flat.get("multipleOf", 1)
        if isinstance(step, int) and step > 1:
            return self._random.randint(-(-low // step), high // step) * step
        return self._random.randint(low, high)

    def _number(self, flat: Mapping[str, Json]) -> float | int:
        low, high = self._bounds(flat, whole=False)
        if step := flat.get("multipleOf"):
            return self._random.randint(math.ceil(low / step), math.floor(high / step)) * step
        if self._random.random() < 0.3 and math.ceil(low) <= math.floor(high):
            return self._random.randint(math.ceil(low), math.floor(high))
        if low == high:
            return low
        if "minimum" not in flat and "maximum" not in flat and self._random.random() < 0.1:
            return self._random.choice([value for value in _NUMBERS if low <= value <= high] or [low])
        return round(self._random.uniform(low, high), self._random.randint(1, 6)) if high - low > 1e-4 else low

    def _bounds(self, flat: Mapping[str, Json], *, whole: bool) -> tuple[Any, Any]:
        step = 1 if whole else 1e-6
        low, high = flat.get("minimum"), flat.get("maximum")
        if "exclusiveMinimum" in flat:
            low = max(flat["exclusiveMinimum"] + step, -math.inf if low is None else low)
        if "exclusiveMaximum" in flat:
            high = min(flat["exclusiveMaximum"] - step, math.inf if high is None else high)
        width = {"int32": 2**31 - 1, "int64": 2**63 - 1}.get(flat.get("format", ""), 2**53)
        reach = self._random.choice((10, 1000, 2**31 - 1, width)) if whole else self._random.choice((1, 1000, 1e6))
        if flat.get("format") == "unix-time":
            reach = min(reach, 4_000_000_000)
        if low is None:
            low = -reach if high is None else high - reach
        if high is None:
            high = max(low, 0) + reach
        low, high = (math.ceil(low), math.floor(high)) if whole else (low, high)
        if low > high:
            raise NoValueError
        return low, high

    def _string(self, flat: Mapping[str, Json]) -> str:
        form = flat.get("format") or _ENCODINGS.get(flat.get("contentEncoding", ""))
        formatted = _FORMATS[form](self._random) if form in _FORMATS else None
        if formatted is not None and all(re.search(pattern, formatted) for pattern in flat.get("pattern", ())):
            return formatted
        if "pattern" in flat:
            return matching(self._random.choice(flat["pattern"]), self._random, least=flat.get("minLength", 0))
        most = flat.get("maxLength", math.inf)
        text = self._text(flat.get("minLength", 0))
        return text[: int(most)] if most != math.inf else text

    def _any_text(self, least: int) -> str:
        length = max(least, self._random.choice((0, 1, 3, 8, 20)))
        letters = _LETTERS + _ODD if self._random.random() < 0.4 else _LETTERS
        return "".join(self._random.choices(letters, k=length))


def _in_python(name: str) -> str:
    """Return what Python may call a member."""
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", name).lower()


def _types(before: list[str] | None, value: Json) -> list[str]:
    own = [value] if isinstance(value, str) else [*value]
    if before is None:
        return own
    both = [each for each in own if each in before or (each == "integer" and "number" in before)]
    both += [each for each in before if each == "integer" and "number" in own and each not in both]
    if not both:
        raise NoValueError
    return both


def _values(before: list[Json] | None, value: list[Json]) -> list[Json]:
    return value if before is None else [each for each in value if each in before]


def _each(before: Mapping[str, Json] | None, value: Mapping[str, Json]) -> dict[str, Json]:
    both = dict(before or {})
    for name, schema in value.items():
        both[name] = {"allOf": [both[name], schema]} if name in both else schema
    return both


def _together(before: Json, value: Json) -> Json:
    return value if before is None else {"allOf": [before, value]}


def _several(before: list[Json] | None, value: Json) -> list[Json]:
    return [*(before or ()), value]


_JOINED: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "type": _types,
    "enum": _values,
    "const": lambda before, value: _values(before, [value]),
    "properties": _each,
    "patternProperties": _each,
    "required": lambda before, value: [*(before or ()), *value],
    "items": _together,
    "propertyNames": _together,
    "unevaluatedProperties": _together,
    "prefixItems": lambda _, value: value,
    "pattern": _several,
    **dict.fromkeys(("format", "contentMediaType", "contentEncoding"), lambda _, value: value),
    "uniqueItems": lambda before, value: before or value,
    "multipleOf": lambda before, value: value if before is None else max(before, value),
    **dict.fromkeys(
        ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"),
        lambda before, value: value if before is None else max(before, value),
    ),
    **dict.fromkeys(
        ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"),
        lambda before, value: value if before is None else min(before, value),
    ),
}
"""How a keyword of two schemas that both hold is put together: what was found before, or None, and the other one."""


def _narrow(flat: dict[str, Json]) -> None:
    if "const" in flat:
        flat["enum"] = _values(flat.get("enum"), flat.pop("const"))
    if "type" in flat:
        flat["enum"] = [each for each in flat["enum"] if any(_IS[kind](each) for kind in flat["type"])]
    if not flat["enum"]:
        raise NoValueError


_IS: Final[Mapping[str, Callable[[Json], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
}


def _date_time(random: Random) -> str:
    time = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=random.randint(0, 2**31))
    zone = random.choice((UTC, UTC, timezone(timedelta(hours=random.randint(-11, 13), minutes=30))))
    time = time.astimezone(zone)
    if random.random() < 0.3:
        time = time.replace(microsecond=random.choice((500_000, 123_000, 123_456)))
    text = time.isoformat()
    return text.replace("+00:00", "Z")


def _date(random: Random) -> str:
    return _date_time(random)[:10]


def _time(random: Random) -> str:
    return _date_time(random)[11:19] + random.choice(("Z", "+02:00"))


def _word(random: Random) -> str:
    return "".join(random.choices(_LETTERS[:26], k=random.randint(1, 8)))


_ENCODINGS: Final = {"base64": "byte", "base64url": "base64url"}
_FORMATS: Final[Mapping[str, Callable[[Random], str]]] = {
    "date-time": _date_time,
    "date": _date,
    "time": _time,
    "duration": lambda random: f"P{random.randint(1, 30)}D",
    "uuid": lambda random: str(UUID(int=random.getrandbits(128))),
    "email": lambda random: f"{_word(random)}@{_word(random)}.example",
    "uri": lambda random: f"https://{_word(random)}.example/{_word(random)}?a={_word(random)}&b=%20#{_word(random)}",
    "uri-reference": lambda random: f"/{_word(random)}?a={_word(random)}",
    "url": lambda random: f"https://{_word(random)}.example/{_word(random)}",
    "hostname": lambda random: f"{_word(random)}.example",
    "ipv4": lambda random: ".".join(str(random.randint(0, 255)) for _ in range(4)),
    "ipv6": lambda random: f"2001:db8::{random.randint(1, 9)}",
    "byte": lambda random: b64encode(random.randbytes(random.randint(0, 12))).decode(),
    "base64url": lambda random: urlsafe_b64encode(random.randbytes(random.randint(0, 12))).decode(),
    "binary": _word,
    "decimal": lambda random: f"{random.randint(-999, 999)}.{random.randint(0, 99):02}",
    "unix-time": lambda random: str(random.randint(0, 4_000_000_000)),
}


def matching(pattern: str, random: Random, *, least: int = 0) -> str:
    """Return a text that a pattern matches.

    Raises:
        NoValueError: Python does not know what the pattern says.
    """
    try:
        parsed = re._parser.parse(pattern)  # type: ignore[attr-defined] - nothing public parses patterns
    except re.error:
        raise NoValueError from None
    texts = ("".join(_pieces(parsed, random, {})) for _ in range(20))
    return max((text for _, text in zip(range(20 if least else 1), texts, strict=False)), key=len)


def _pieces(parsed: Any, random: Random, groups: dict[int, str]) -> Iterator[str]:
    for operator, argument in parsed:
        match str(operator):
            case "IN":
                yield _one_of(argument, random)
            case "BRANCH":
                yield from _pieces(random.choice(argument[1]), random, groups)
            case "SUBPATTERN":
                text = "".join(_pieces(argument[3], random, groups))
                if argument[0] is not None:
                    groups[argument[0]] = text
                yield text
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                low, high, inner = argument
                for _ in range(random.randint(low, max(low, min(int(high), low + random.choice((0, 1, 5, 12)))))):
                    yield from _pieces(inner, random, groups)
            case other:
                yield _letter(other, argument, random, groups)


def _letter(operator: str, argument: Any, random: Random, groups: Mapping[int, str]) -> str:
    match operator:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return random.choice([each for each in _LETTERS if ord(each) != argument])
        case "ANY":
            return random.choice(_LETTERS)
        case "GROUPREF":
            return groups.get(argument, "")
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return ""
        case _:
            raise NoValueError


_CLASSES: Final[Mapping[str, str]] = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_WORD": _LETTERS + "_",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": _LETTERS[:26],
    "CATEGORY_NOT_WORD": "-. ",
    "CATEGORY_NOT_SPACE": _LETTERS,
}


def _one_of(members: Any, random: Random) -> str:
    is_negated = str(members[0][0]) == "NEGATE"
    ranges: list[str] = []
    for operator, argument in members:
        match str(operator):
            case "LITERAL":
                ranges.append(chr(argument))
            case "RANGE":
                low, high = argument
                ranges.append("".join(map(chr, range(low, min(high, low + 200) + 1))))
            case "CATEGORY":
                ranges.append(_CLASSES[str(argument)])
    if not is_negated:
        return random.choice(random.choice([each for each in ranges if each]))
    refused = set("".join(ranges))
    allowed = [each for each in _LETTERS + "-_ ." if each not in refused]
    if not allowed:
        raise NoValueError
    return random.choice(allowed)
