"""Texts and names with which a description tries to get code, files or markup out of the generator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.render.verify import read_code, refuse_unknown_names

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CODE", "NAMES", "TEXTS", "verify_code"]

CODE = '__import__("builtins").EVIL'
SEPARATORS = "\n \r \r\n \v \f \x1c \x1d \x1e \x85 \u2028 \u2029"
TEXTS = {
    "triple-quotes": f'"""\n{CODE} = 1\n"""',
    "single-quotes": f"'''\n{CODE} = 1\n'''",
    "escaped-quotes": f'\\"""\n{CODE} = 1 #',
    "quote": f'a"]; {CODE} = 1 #',
    "apostrophe": f"a'); {CODE} = 1 #",
    "lone-quote": '"',
    "backslash": "ends in \\",
    "half-escapes": "\\N{BULLET \\x4 \\u00 \\N{",
    "separators": "".join(f"a{separator}{CODE} = 1" for separator in SEPARATORS.split(" ")),
    "controls": "\x00\x07\x1b[31m",
    "right-to-left": f"\u202e{CODE} = 1\u2066",
    "template": '{{ 7*7 }} {% include "/etc/passwd" %} {# x #} {{ cycler.__init__.__globals__ }}',
    "format": "{EVIL} {0.__class__} ${EVIL} %(EVIL)s %s",
    "markup": "`|<script>alert(1)</script> ::error:: </details> @everyone",
    "pragmas": "# type: ignore  # noqa  # fmt: off  # -*- coding: utf-7 -*-",
    "encoding": f"-*- coding: utf-7 -*- +ACIAIgAi-\n{CODE} = 1\n+ACIAIgAi-",
    "long": "x" * 10_000,
}
NAMES = [
    f"x(): {CODE} = 1 #",
    f"x: int = setattr({CODE}, 1) #",
    f'Foo"]; {CODE} = 1 #',
    *("../../evil", "..\\evil", "/etc/evil", "C:\\evil", "a%2F..", "\uff0e\uff0e/x", "..", "evil.", "a.b/../c"),
    *("con", "NUL", "com1.txt", "__init__", "__pycache__", "_runtime", "client", "errors"),
    *("class", "None", "print", "self", "__class__", "__dict__", "__getattr__"),
    *("model_config", "model_dump", "copy", "json", "schema", "_"),
    *("List", "BaseModel", "datetime", "Any", "Literal", "Annotated", "Field", "Request", "Resource", "Pager"),
    *("Model", "UNSET", "str", "list", "request", "encode", "typing", "httpx"),
    *("timeout", "headers", "base_url", "configuration", "setting", "raw"),
    *("\uff45\uff56\uff41\uff4c", "\u00b5", "e\u0301", "\u0130", "\u202eevil", "\U0001f600"),
    *("", "$ref", "@type", "9lives", "a-b", "x" * 300, "\x00", "a\r\nX: 1", "{"),
]


def verify_code(files: Mapping[str, str]) -> None:
    """Refuse Python files that are not what templates write, imports included, or read a name that they do not bind."""
    for path, text in files.items():
        if path.endswith(".py"):
            code = read_code(path, text)
            refuse_unknown_names(path, text, code, code.bound)
