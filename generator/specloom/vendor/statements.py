"""Statements of Python as they are written: what a formatter does to a text is told from what a person does to it.

Two statements are the same if they are parsed to the same, whatever lines, quotes, brackets and commas they are written
with, and have the same comments. A run of imports is one statement, in which neither order nor grouping counts.
"""

from __future__ import annotations

import ast
import inspect
import re
import tokenize
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from io import StringIO
from typing import Final

from specloom.record import record, replace

_AROUND: Final = (
    ("", ""),
    ("", "\n  pass"),  # the head of a class, a function or a loop
    ("", "\ndef decorated(): pass"),
    ("if True: pass\n", "\n  pass"),  # elif and else
    ("try: pass\n", "\n  pass"),  # except and finally
    ("match subject:\n ", "\n  pass"),
    ("", "\n  case _: pass"),
)
"""What has to stand around one logical line for it to be parsed alone."""

_BLOCK: Final = re.compile(r"(?<=^```python\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
"""The text of a block of Python in Markdown."""


@record
class _Statement:
    """One logical line with what belongs to it: the `...` that is all of its block, more imports, a blank end."""

    text: str
    """As it is written, with the blank lines and the comments before it."""
    depth: int
    comments: tuple[str, ...]
    source: str
    """The line alone."""
    parsed: str | frozenset[str]
    """What it says; if that is what it imports, the imported names."""

    @property
    def meaning(self) -> Hashable:
        """Depth, code and comments: equal for two statements that are only written in different ways."""
        return self.depth, self.parsed, frozenset(self.comments) if self.imports else self.comments

    @property
    def imports(self) -> bool:
        """Whether it does nothing else."""
        return isinstance(self.parsed, frozenset)


def respell_blocks(text: str, like: str) -> str:
    """Return a Markdown text whose blocks of Python are written as those of `like`, as far as they say the same."""
    ours, theirs = _BLOCK.split(text), _BLOCK.split(like)
    if len(ours) != len(theirs):
        return text
    return "".join(respell(*pair) if at % 2 else pair[0] for at, pair in enumerate(zip(ours, theirs, strict=True)))


def respell(text: str, like: str) -> str:
    """Return a Python text in which whatever `like` says as well is written as it is written there.

    A text that is no Python is returned as it is.
    """
    if text == like or "\r" in like:  # a lone one is no line end of a formatter's
        return text
    try:
        ours, theirs = list(_statements(text)), list(_statements(like))
    except (SyntaxError, tokenize.TokenError, ValueError, RecursionError):
        return text
    spelled = [each.text for each in ours]
    matcher = SequenceMatcher(None, [each.meaning for each in ours], [each.meaning for each in theirs], autojunk=False)
    for block in matcher.get_matching_blocks():
        spelled[block.a : block.a + block.size] = [each.text for each in theirs[block.b : block.b + block.size]]
    return "".join(spelled)


def _statements(text: str) -> Iterator[_Statement]:
    """Yield the statements of a text; together they are the text."""
    run: _Statement | None = None
    for each in _logical_lines(text):
        if run is not None and (both := _joined(run, each)):
            run = both
            continue
        if run is not None:
            yield run
        run = each
    if run is not None:
        yield run


def _joined(front: _Statement, more: _Statement) -> _Statement | None:
    """Return two logical lines as one statement; None where they are two."""
    text, comments = front.text + more.text, front.comments + more.comments
    if not (more.source or more.comments):  # blank lines at the end
        return replace(front, text=text)
    match front.parsed, more.parsed:
        case frozenset(names), frozenset(others) if front.depth == more.depth:
            return replace(front, text=text, comments=comments, parsed=names | others)
        case str(), str(body) if body == _parsed("...") and front.depth + 1 == more.depth:
            source = f"{front.source}  ..."
            return replace(front, text=text, comments=comments, source=source, parsed=_parsed(source))
    return None


def _logical_lines(text: str) -> Iterator[_Statement]:
    lines = list(StringIO(text))
    done = depth = 0
    begin: tuple[int, int] | None = None
    comments: list[str] = []
    for token in tokenize.generate_tokens(StringIO(text).readline):
        depth += (token.type == tokenize.INDENT) - (token.type == tokenize.DEDENT)
        if token.type == tokenize.COMMENT:
            comments.append(token.string.strip("# \t"))
        elif begin is None and token.type not in {tokenize.NL, tokenize.INDENT, tokenize.DEDENT}:
            begin = token.start
        elif begin is not None and token.type == tokenize.NEWLINE:
            written = "".join(lines[done : token.end[0]])
            source = "".join(lines[begin[0] - 1 : token.end[0]])[begin[1] :]
            yield _Statement(written, depth, tuple(comments), source, _parsed(source))
            done, begin, comments = token.end[0], None, []
    if done < len(lines):
        yield _Statement("".join(lines[done:]), 0, tuple(comments), "", "")


@lru_cache(maxsize=1 << 15)
def _parsed(source: str) -> str | frozenset[str]:
    """Return what a logical line says: what it imports, if that is all it does, else all of it."""
    for front, back in _AROUND:
        try:
            body = ast.parse(f"{front}{source}{back}").body
            said = "".join(map(ast.dump, body))
        except (SyntaxError, ValueError):
            continue
        except (RecursionError, MemoryError):  # nested too deeply
            break
        if all(isinstance(each, ast.Import | ast.ImportFrom) for each in body):
            return frozenset(_imported(body))
        match body:
            case [ast.Expr(ast.Constant(str(value)))]:
                return "\n".join(line.rstrip() for line in inspect.cleandoc(value).splitlines())
        return said
    return source


def _imported(body: list[ast.stmt]) -> Iterator[str]:
    for each in body:
        match each:
            case ast.Import(names):
                yield from (f"{name.name} as {name.asname}" for name in names)
            case ast.ImportFrom(module, names, level):
                yield from (f"{'.' * level}{module or ''} {name.name} as {name.asname}" for name in names)
