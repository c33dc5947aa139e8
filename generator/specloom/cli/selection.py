"""Which clients a command is about: the arguments that say so, and what they mean with the project's settings."""

from __future__ import annotations

import argparse
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from specloom.findings import SpecloomError
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target, check_package


@dataclass(frozen=True, slots=True)
class Selection:
    """What a command that generates is about."""

    clients: tuple[Target, ...]
    vendored: tuple[Target, ...] = ()
    """The vendored clients that are named; where nothing is named and none is generated, all of them."""


def add_selection_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that `select_clients` reads."""
    parser.add_argument(
        "apis",
        nargs="*",
        metavar="API",
        help="a client of the settings, or one that ships; all of the settings if none",
    )
    parser.add_argument("--spec", metavar="FILE", type=Path, help="generate from this document instead")
    parser.add_argument("--out", metavar="DIR", type=Path, help="the folder that the client becomes")
    parser.add_argument("--package", metavar="NAME", help="the Python package's name")
    parser.add_argument(
        "--only",
        metavar="OPERATION",
        action="append",
        default=[],
        help="keep this operationId, route or resource only, and the models that it uses; repeatable",
    )
    parser.add_argument(
        "--skip", metavar="OPERATION", action="append", default=[], help="leave out an operationId or route; repeatable"
    )
    parser.add_argument(
        "--root", metavar="DIR", type=Path, help="the folder that references may not leave; that of the document"
    )
    add_overlay_argument(parser)
    parser.add_argument(
        "--jobs", metavar="N", type=_at_least_one, help="how many clients to work on at once; as many as processors"
    )


def add_overlay_argument(parser: argparse.ArgumentParser) -> None:
    """Add the argument that lays overlays over descriptions."""
    parser.add_argument(
        "--overlay",
        metavar="FILE",
        action="append",
        default=[],
        type=Path,
        help="lay this OpenAPI Overlay over the description, after those of the settings; repeatable",
    )


def select_clients(arguments: argparse.Namespace) -> Selection:
    """Return the clients that the arguments name, each once, in the order in which they are named.

    Raises:
        SpecloomError: A name is unknown, the arguments contradict each other, or there is no client at all.
    """
    names = list(dict.fromkeys(arguments.apis))
    if arguments.spec is not None:
        if names:
            raise SpecloomError(f"{names[0]!r} and --spec both say what to generate", "leave one of them out")
        return Selection((_from_document(arguments),))
    configuration = load_configuration(Path.cwd())
    if not (names or configuration.clients or configuration.vendored):
        raise SpecloomError(
            "no client is selected: no API is named, and no settings list any to generate",
            "name an API, or a document with --spec FILE --out DIR, or list clients under [tool.specloom.clients.NAME] "
            "in pyproject.toml",
        )
    if not (names or configuration.clients):
        return Selection((), tuple(configuration.vendored.values()))
    vendored = {name: each for name in names if (each := _vendored(configuration, name))}
    clients = [configuration.client(name) for name in names or configuration.clients if name not in vendored]
    if len(clients) != 1 and _is_about_one(arguments):
        raise SpecloomError(
            "--out, --package, --only, --skip, --root and --overlay are about one client",
            "name the API that they are for",
        )
    return Selection(tuple(_overridden(client, arguments) for client in clients), tuple(vendored.values()))


def only_vendored(verb: str) -> str:
    """Return what a command says that has nothing to do but is right to have been run: `verb` is what it does."""
    return f"nothing to {verb}: only vendored clients stand in the settings; run: specloom vendor status"


def settings_files() -> list[Path]:
    """Return every file in which the settings that apply here may stand, also those that are not there."""
    here = Path.cwd().resolve()
    return [folder / name for folder in (here, *here.parents) for name in ("specloom.toml", "pyproject.toml")]


def generate_command(client: Target, arguments: argparse.Namespace) -> str:
    """Return the command that generates `client`, selected by `arguments`, in the working directory."""
    words = ["specloom", "generate"]
    words += ["--spec", str(arguments.spec)] if arguments.spec else [client.name]
    words += ["--out", str(arguments.out)] if arguments.out else []
    words += ["--package", arguments.package] if arguments.package else []
    words += [word for operation in arguments.only for word in ("--only", operation)]
    words += [word for operation in arguments.skip for word in ("--skip", operation)]
    words += ["--root", str(arguments.root)] if arguments.root else []
    words += [word for overlay in arguments.overlay for word in ("--overlay", str(overlay))]
    return shlex.join(words)


def _vendored(configuration: Configuration, name: str) -> Target | None:
    """Return the vendored client that `lint` and `diff` mean by a name; None where it is none."""
    if name in configuration.clients:
        return None
    return configuration.described.get(name) or configuration.vendored.get(name)


def _is_about_one(arguments: argparse.Namespace) -> bool:
    return any((arguments.out, arguments.package, arguments.only, arguments.skip, arguments.root, arguments.overlay))


def _from_document(arguments: argparse.Namespace) -> Target:
    if arguments.package is None and arguments.out is None:
        raise SpecloomError("--spec does not say where the client goes", "add: --out DIR")
    name = arguments.package or arguments.out.name
    return _overridden(Target(arguments.spec, Path("generated") / name, name=name), arguments)


def _overridden(client: Target, arguments: argparse.Namespace) -> Target:
    package = client.package if arguments.package is None else check_package(arguments.package, "--package")
    only, skip = tuple(arguments.only) or client.only, (*client.skip, *arguments.skip)
    out, root = arguments.out or client.out, arguments.root or client.root
    overlay = (*client.overlay, *arguments.overlay)
    return replace(client, out=out, package=package, skip=skip, root=root, only=only, overlay=overlay)


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)
