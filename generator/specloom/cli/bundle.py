"""`specloom bundle`: prints a description as one self-contained OpenAPI 3.1 document, for every other OpenAPI tool."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from specloom.cli.terminal import print_result
from specloom.errors import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom bundle`."""
    parser.add_argument("api", metavar="API|FILE", help="a client of the settings, one that ships, or a document")
    parser.add_argument("--root", metavar="DIR", type=Path, help="the folder that references may not leave")
    parser.add_argument("--format", choices=("yaml", "json"), default="yaml", help="how to print the document")


def run(arguments: argparse.Namespace) -> int:
    """Print the document; returns 0."""
    from specloom.spec import bundle_description

    client = _find_client(arguments.api)
    document = bundle_description(client.spec, root=arguments.root or client.root)
    if arguments.format == "json":
        print_result(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        from specloom.cli.yaml_text import render_yaml

        print_result(render_yaml(document))
    return 0


def _find_client(name: str) -> Target:
    path = Path(name)
    if path.suffix in {".yaml", ".yml", ".json"} or "/" in name:
        if not path.exists():
            raise SpecloomError(f"there is no file {name}", "name an OpenAPI document, or a client of the settings")
        return Target(path)
    return load_configuration(Path.cwd()).find(name)
