"""The descriptions of a project: those that its clients are made of, whether it generates or vendors them."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.config.client import Client
from specloom.config.load import Configuration
from specloom.config.names import suggestion
from specloom.config.vendored import Vendored
from specloom.errors import SpecloomError
from specloom.shipped import shipped_descriptions

__all__ = ["find_described", "list_described"]


def list_described(configuration: Configuration) -> Mapping[str, Client | Vendored]:
    """Return the settings of every client whose description is the project's to review, by name.

    Those are all clients that it generates, and the vendored ones that name a document. A vendored client that is
    called as a generated one is called `vendor.NAME` here.
    """
    shipped = shipped_descriptions().values()
    vendored = {
        f"vendor.{name}" if name in configuration.clients else name: each
        for name, each in configuration.vendored.items()
        if each.spec not in shipped
    }
    return {**configuration.clients, **vendored}


def find_described(configuration: Configuration, name: str) -> Client | Vendored:
    """Return the settings of that name: one of `list_described`, any vendored client, or a description that ships.

    Raises:
        SpecloomError: There is none.
    """
    described = list_described(configuration)
    if name in described:
        return described[name]
    if name in configuration.vendored:
        return configuration.vendored[name]
    shipped = shipped_descriptions()
    if name in shipped:
        return configuration.client(name)
    known = list(dict.fromkeys([*described, *configuration.vendored, *shipped]))
    raise SpecloomError(f"there is no client {name!r}", f"{suggestion(name, known)}known clients: {', '.join(known)}")
