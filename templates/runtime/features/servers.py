"""Servers that single operations have of their own."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from ..configuration import extended, server_url
from ..errors import ConfigurationError


def operation_servers(
    described: Mapping[str, tuple[str, Mapping[str, str | None]]], servers: Mapping[str, str] | None
) -> dict[str, str]:
    """Return the addresses of the servers that single operations have, without those that lack a variable's value.

    An empty value is none, but for `{+variables}`. An address without a host (`https://`) is none either: it would be
    that of the client.

    Args:
        described: The address as the description writes it → template and values, as for `server_url`.
        servers: Addresses that the caller puts in their place.

    Raises:
        ConfigurationError: An address is given for a server that no operation has, or as for `server_url`.
    """
    given = extended("servers", {}, servers)
    if unknown := given.keys() - described.keys():
        raise ConfigurationError(f"no call goes to the server {min(unknown)!r}; the servers are {list(described)}")
    known = {
        server: server_url(template, values, "")
        for server, (template, values) in described.items()
        if server not in given
        and all(value or (value == "" and f"{{+{name}}}" in template) for name, value in values.items())
    }
    parts = {server: urlsplit(address) for server, address in known.items()}
    return {server: known[server] for server, url in parts.items() if url.netloc or not url.scheme} | dict(given)
