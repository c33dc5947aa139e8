"""The tables of docs/commands.md and docs/settings.md, from the parsers and from the keys that settings may have."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from specloom.cli.main import COMMANDS
from specloom.targets.levels import LEVEL_KEYS, LEVELS
from specloom.targets.settings import GENERATED_KEYS, PROJECT_KEYS, VENDORED_KEYS

__all__ = ["COMMANDS_PAGE", "SETTINGS_PAGE", "rewrite_commands", "rewrite_settings"]

_DOCS = Path(__file__).parents[2] / "docs"
COMMANDS_PAGE, SETTINGS_PAGE = _DOCS / "commands.md", _DOCS / "settings.md"
_MARK = "<!-- generated: tests/project/test_reference_pages.py --update -->\n"


def rewrite_commands(text: str) -> str:
    """Return the page with everything below its introduction made anew."""
    return "".join([text.partition(_MARK)[0], _MARK, *(line for name in COMMANDS for line in _command(name))])


def rewrite_settings(text: str) -> str:
    """Return the page with everything below its introduction made anew."""
    parts = [
        _settings("tool.specloom", "What holds for the project.", PROJECT_KEYS),
        _settings("tool.specloom.clients.NAME", "A client that is generated and never edited.", GENERATED_KEYS),
        _settings("tool.specloom.vendor.NAME", "A client that is vendored.", VENDORED_KEYS),
    ]
    return "".join([text.partition(_MARK)[0], _MARK, *parts, _levels()])


def _command(name: str) -> Iterator[str]:
    parser = argparse.ArgumentParser(f"specloom {name}", description=COMMANDS[name])
    import_module(f"specloom.cli.{name}").add_arguments(parser)
    yield f"\n## {name}\n"
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield from _arguments(parser)
    for group in groups:
        yield f"\n{_sentence(COMMANDS[name])}\n"
        for action, below in group.choices.items():
            yield f"\n### {name} {action}\n"
            yield from _arguments(below)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    actions = [action for action in parser._actions if action.dest != "help"]
    words = [_positional(action) for action in actions if not action.option_strings]
    words += [
        f"{action.option_strings[0]} {action.metavar}"
        for action in actions
        if action.option_strings and action.required
    ]
    yield f"\n```\n{' '.join([parser.prog, *words])}\n```\n"
    yield f"\n{_sentence(parser.description or '')}\n"
    if actions:
        yield "\n| argument | |\n|---|---|\n"
        yield from (f"| {_spelling(action)} | {_cell(_help(parser, action))} |\n" for action in actions)
    if parser.epilog:
        yield f"\n{_sentence(parser.epilog)}\n"


def _positional(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    return {"*": f"[{name}…]", "+": f"{name}…", "?": f"[{name}]"}.get(str(action.nargs), name)


def _spelling(action: argparse.Action) -> str:
    if not action.option_strings:
        return " or ".join(f"`{each.strip()}`" for each in str(action.metavar or action.dest).split("|"))
    choices = f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest.upper()
    value = "" if action.nargs == 0 else f" {action.metavar or choices}"
    return ", ".join(f"`{name}{value}`" for name in action.option_strings)


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    return parser._get_formatter()._expand_help(action)


def _settings(name: str, what: str, keys: Mapping[str, str]) -> str:
    return f"\n## `[{name}]`\n\n{what}\n\n{_table('key', keys)}"


def _levels() -> str:
    return (
        "\n## `[tool.specloom.lint]`\n\n"
        "How much [rules](rules.md#lint) of `specloom lint` matter: `RULE = LEVEL`, or with a reason\n"
        "`RULE = {level = LEVEL, reason = TEXT}`.\n"
        "Levels for one client stand in `[tool.specloom.clients.NAME.lint]` or `[tool.specloom.vendor.NAME.lint]`,\n"
        "and go before.\n\n"
        f"{_table('level', LEVELS)}\n{_table('key', LEVEL_KEYS)}"
    )


def _table(head: str, keys: Mapping[str, str]) -> str:
    rows = "".join(f"| `{name}` | {_cell(says)} |\n" for name, says in keys.items())
    return f"| {head} | says |\n|---|---|\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
