"""The program that tries a client: it imports modules, then what their functions import when they are called.

It runs in an interpreter of the user's, which has nothing of Specloom, and loads no more than clients do. It prints
each module before it is tried and `imported` at the end, or ends with `missing LIBRARY` or `failed MODULE: WHY`.
"""

import ast
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterator

_LIKELY = re.compile(r"^[ \t]+from[ \t]+\.", re.MULTILINE)
"""What a module that defers imports has; docstrings have such lines, too."""


def main(libraries: list[str], modules: list[str]) -> None:
    """Import modules of a client that lies in the working directory and needs these libraries."""
    sys.path.insert(0, ".")  # also where PYTHONSAFEPATH is set
    for name in libraries:
        if importlib.util.find_spec(name) is None:
            raise SystemExit(f"missing {name}")
    for do in (importlib.import_module, _look_up):
        for module in modules:
            _tell(module)
            try:
                do(module)
            except Exception as error:  # noqa: BLE001 - whatever the code of a client raises
                said = str(error).replace(os.getcwd() + os.sep, "")  # noqa: PTH109 - it is gone when this is read
                raise SystemExit(f"failed {module}: {type(error).__name__}: {said}") from None
    _tell("imported")


def _tell(line: str) -> None:
    """Tell the process that waits how far this has come."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _look_up(name: str) -> None:
    """Look up all names of an imported module, and run the imports that it defers."""
    module = sys.modules[name]
    for each in dir(module):  # a table of names imports each when it is asked for
        getattr(module, each)
    with open(str(module.__file__), encoding="utf-8") as file:  # noqa: PTH123 - clients need no pathlib
        source = file.read()
    for statement in dict.fromkeys(_list_deferred(source)):
        exec(statement, {"__package__": module.__package__})  # noqa: S102 - an import of the module's own


def _list_deferred(source: str) -> Iterator[str]:
    """Yield the relative imports further inside of a module, but those whose failure it handles."""
    if _LIKELY.search(source) is None:
        return
    nodes = list(ast.walk(ast.parse(source)))
    tried = {part for each in nodes if isinstance(each, ast.Try) and each.handlers for part in each.body}
    for each in nodes:
        if isinstance(each, ast.ImportFrom) and each.level and each.col_offset and each not in tried:
            yield ast.unparse(each)


if __name__ == "__main__":
    main([*sys.argv[1].split(","), "pydantic"], sys.argv[2:])
