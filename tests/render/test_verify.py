from __future__ import annotations

import pytest
from hostile_texts import verify_code

from specloom.findings import SpecloomError
from specloom.render.imports import all_runtime_files

ACCEPTED = {
    "docstring": '"""Says what it is."""',
    "imports": "from __future__ import annotations\nimport datetime\nfrom ._runtime.request import Request\n",
    "type-checking": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import httpx\n",
    "model": (
        "from typing import Annotated, Literal\nfrom pydantic import Field\nfrom .._runtime.model import Model\n"
        "class Order(Model):\n    '''An order.'''\n    id: int\n"
        "    kind: Annotated[Literal['a'] | str | None, Field(alias='Kind')] = None\n"
    ),
    "typed-dictionary": "from typing import TypedDict\nclass OrderInput(TypedDict):\n    id: int\n",
    "shape": "from .._runtime.encoding import Shape\nORDER = Shape({'a': 'b'}, lambda: {'c': ORDER})\n",
    "argument-called-like-a-builtin": "def _get(id: int, filter: str) -> object:\n    return Request(id, filter)\n"
    "from .._runtime.request import Request\n",
    "front-door": (
        "from importlib import import_module\n_MODULES = {'A': '.a'}\n"
        "def __getattr__(name: str) -> object:\n    if name in _MODULES:\n"
        "        return getattr(import_module(_MODULES[name], __name__), name)\n"
        "    raise AttributeError(f'no {name!r}')\n"
    ),
    "text-that-looks-like-code": 'X = \'__import__("os").system("id")\'',
    "awaited-call": "class A:\n    async def get(self) -> None:\n        await self._nothing(1)\n",
}

REFUSED = {
    "call": '__import__("os")',
    "assigned-call": 'X = __import__("os")',
    "import": "import os",
    "dotted-import": "import os.path",
    "import-from": "from subprocess import run",
    "import-in-a-function": "def get() -> None:\n    import socket\n",
    "import-behind-type-checking": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import os\n",
    "eval": "X = eval('1')",
    "open": "def get() -> None:\n    open('x')\n",
    "exec-as-default": "def get(x: int = exec('1')) -> None: ...",
    "builtin-bound-by-another-function": "def a(eval: int) -> int:\n    return eval\nX = eval('1')\n",
    "dunder-attribute": "class A: ...\nX = A.__class__",
    "globals": "def get() -> object:\n    return get.__globals__\n",
    "unknown-name": "X = evil",
    "top-level-expression": "1 + 1",
    "top-level-loop": "for x in (): ...",
    "while": "def get() -> None:\n    while True: ...\n",
    "try": "def get() -> None:\n    try: ...\n    finally: ...\n",
    "with": "def get(a: object) -> None:\n    with a: ...\n",
    "delete": "X = 1\ndel X",
    "augmented-assignment": "X = 1\nX += 1",
    "walrus": "X = (Y := 1)",
    "global": "def get() -> None:\n    global X\n    X = 1\n",
    "comprehension": "X = [x for x in ()]",
    "generator": "X = (x for x in ())",
    "yield": "def get() -> object:\n    yield 1\n",
    "star": "X = [*()]",
    "number-without-effect": "def get() -> None:\n    1\n",
    "if": "if 1: ...",
    "assert": "assert 0",
    "raise": "raise AttributeError",
    "match": "match 1:\n    case 1: ...\n",
    "syntax-error": "def (:",
    "two-parameters-of-one-name": "def get(a: int, a: int) -> None: ...",
    "return-outside-a-function": "return 1",
    "null-byte": "X = 1\0",
    "encoding-in-a-comment": "# of coding: utf-7\nX = '+ACc-; __import__(+ACc-os+ACc-) #'",
    "decorator": "import functools\n@print\ndef get() -> None: ...",
    "base-class": "class A(print): ...",
    "metaclass": "class A(metaclass=open): ...",
    "annotation": "x: open('y') = 1",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_templates_write_is_accepted(name: str):
    verify_code({"a.py": ACCEPTED[name]})


@pytest.mark.parametrize("name", REFUSED)
def test_anything_else_is_refused(name: str):
    with pytest.raises(SpecloomError, match=r"generated a\.py, line \d+, was refused") as caught:
        verify_code({"a.py": REFUSED[name]})
    assert caught.value.help == "nothing was written; please report this with the description"


def test_the_message_names_file_line_and_code_in_ascii():
    with pytest.raises(SpecloomError) as caught:
        verify_code({"models/a.py": "X = 1\n\nY = \u00e9vil\n"})
    assert str(caught.value) == (r"generated models/a.py, line 3, was refused: the name '\xe9vil': 'Y = \xe9vil'")


def test_the_runtime_is_not_what_templates_write():
    with pytest.raises(SpecloomError):
        verify_code(all_runtime_files())
