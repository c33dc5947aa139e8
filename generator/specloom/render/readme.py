"""Prints the README of a client: what its calls are, take and give, and what of the description has no effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specloom.ir.api import Api, all_methods, all_resources
from specloom.ir.losses import group_losses
from specloom.ir.surface import Surface, Symbol
from specloom.messages import and_more
from specloom.render.client_modules import setting_rows
from specloom.render.example_calls import EXAMPLES, client_example
from specloom.render.keeping import Keeping
from specloom.render.python import one_line, wrap
from specloom.render.views import render_template
from specloom.targets.libraries import requirements

_NAMED: Final = 4
"""How many parts of a kind are named that have no effect."""
_CODE_SPAN: Final = re.compile(r"(?<!`)(`[^`|]+`)(?!`)")
"""A span of code (CommonMark, 6.1) that a cell of a table can hold."""


def render_readme(api: Api, surface: Surface, http: str, keeping: Keeping) -> str:
    """Return `README.md`."""
    return render_template(
        "README.md.j2",
        title=_markdown(api.title),
        import_path=api.import_path,
        http=http,
        needed=requirements(http),
        client=api.client_name,
        description=tuple(wrap(api.description, in_section=True)),
        of_folder=keeping.of_folder,
        example="\n".join(client_example(api, surface)),
        settings=tuple((name, variable, _markdown(text)) for name, variable, text, _ in setting_rows(surface)),
        servers=_server_rows(api),
        resources=tuple(_readme_resources(surface)),
        errors=tuple(f"`{error.class_name}` ({error.status})" for error in api.errors),
        described_failures=api.error_type is not None,
        headers=next((method.headers for method in all_methods(api.resources) if method.headers), ""),
        accept=any(method.accept for method in all_methods(api.resources)),
        content_type=any(method.content_type for method in all_methods(api.resources)),
        tokens=api.fetches_tokens,
        rate_limit="{} requests in {:g} seconds".format(*api.rate_limit) if api.rate_limit else "",
        links=api.links is not None,
        search=next(iter(api.searches.values()), None),
        collections=api.collections is not None,
        edits=tuple(_code(f"client.{each.path_in_client}") for each in surface.methods() if "edit" in each.behaviour),
        examples={name: "\n".join(lines(api, surface)) for name, lines in EXAMPLES.items()},
        skipped=tuple(_code(route) for route in api.skipped),
        webhook_login=api.events is not None and api.events.login is not None,
        webhook_signature=api.events is not None and api.events.signature is not None,
        losses=tuple(_loss_rows(api)),
        minor_losses=sum(loss.minor for loss in api.losses),
        ending=keeping.ending,
    )


def _readme_resources(surface: Surface) -> Iterator[tuple[str, str, tuple[tuple[str, str, str, str], ...]]]:
    for resource in surface.all_resources():
        if methods := [each for each in resource.members if each.kind == "method"]:
            path = resource.path_in_client
            yield path, _markdown(resource.summary), tuple(_readme_method(each) for each in methods)


def _server_rows(api: Api) -> tuple[tuple[str, str], ...]:
    calls: dict[str, list[str]] = {each.address: [] for each in api.servers}
    for resource in all_resources(api.resources):
        for method in resource.methods:
            if method.server is not None:
                calls[method.server.address].append(_code(f"client.{'.'.join(resource.path)}.{method.name}"))
    return tuple((_code(address), ", ".join(names)) for address, names in calls.items())


def _loss_rows(api: Api) -> Iterator[tuple[str, str, str]]:
    for why, losses in group_losses(api, minor=False).items():
        names = dict.fromkeys(losses.values())
        parts, first = ", ".join(_code(name) for name in [*names][:_NAMED]), _code(next(iter(losses)))
        more, others = ("".join(and_more(each, most, " and {} more")) for each, most in ((names, _NAMED), (losses, 1)))
        yield parts + more, _markdown(why), first + others


def _readme_method(method: Symbol) -> tuple[str, str, str, str]:
    """Return a row of the table: call, route, what it returns, and its summary, all escaped for Markdown."""
    shown = [_argument(each) for each in method.members if each.required]
    optional = ["…"] if len(shown) < len(method.members) else []
    summary = _markdown(method.summary)
    if "upload" in method.behaviour:
        summary = "Upload a file" + (f", then: {summary}" if len(method.routes) > 1 else ".")
    if "edit" in method.behaviour:
        summary = f"Read, then: {summary} Again where somebody else was faster."
    calls = [
        f"client.{method.path_in_client}({', '.join(each)})" for each in ([*shown, *optional], *_other_calls(method))
    ]
    returns = "<br>".join([_code(method.returns), *_other_returns(method)])
    return "<br>".join(map(_code, calls)), ", ".join(map(_code, method.routes)), returns, summary


def _argument(member: Symbol) -> str:
    """Return an argument as a call has it: those that go by their names only are told from those that need none."""
    return member.name if member.positional else f"{member.name}=…"


def _other_calls(method: Symbol) -> Iterator[list[str]]:
    """Yield what a call takes that sends its body as another media type than it does unasked, if that is different."""
    usual = [(each.name, each.annotation, each.required) for each in method.members if each.is_of_body]
    others = [_argument(each) for each in method.members if each.required and not each.is_of_body]
    for each in method.overloads:
        own = [(field.name, field.annotation, field.required) for field in each.members]
        if each.key[0] == "content type" and sorted(own) != sorted(usual):
            fields = [_argument(field) for field in each.members if field.required]
            optional = ["…"] if len(fields) < len(each.members) else []
            yield [*others, *fields, *optional, each.chosen]


def _other_returns(method: Symbol) -> Iterator[str]:
    """Yield what a call gives back that asks for another media type than it does unasked."""
    for each in method.overloads:
        if "default" not in each.behaviour and each.key[0] == "accept":
            yield f"{_code(each.returns)} with {_code(each.chosen)}"


def _code(text: str) -> str:
    """Return the text as code in a Markdown table: fenced by one backtick more than it holds in a row."""
    text = one_line(text).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if len(fence) > 1 else f"`{text}`"


def _markdown(text: str) -> str:
    """Return the text as one line that Markdown shows as it is; code between single backticks stays code."""
    parts = _CODE_SPAN.split(one_line(text))
    return "".join(part if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(text: str) -> str:
    for character in "\\`*_[]<>|#":
        text = text.replace(character, f"\\{character}")
    return text
