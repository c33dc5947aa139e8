"""What becomes of the arguments of the client: settings, credentials and the address of the server.

All of them are optional, because the environment can give them: that one is needed now is no matter of types, and
counts as behaviour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specloom.diff.client.comparison import Comparison, Outcome, worst
from specloom.diff.symbols import ClientVerdict, SymbolChange, SymbolKind
from specloom.findings import Location
from specloom.ir.api import Api, Credential, CredentialArgument

__all__ = ["compare_settings"]

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict


@dataclass(frozen=True, slots=True)
class _Keyword:
    """An argument of the client."""

    name: str
    kind: SymbolKind
    environment: str
    """Without the beginning that all variables share."""
    location: Location
    annotation: str = "str | None"
    default: str = ""
    """What it is where nobody gives it; empty where somebody must."""
    address: str = ""
    """Where calls go if nobody gives this or a server variable; empty for all but the address."""
    sent: object = None
    """How a credential goes on the wire, in whatever can be compared; the first of its arguments says it."""

    @property
    def declaration(self) -> str:
        """As it stands in the signature."""
        return f"{self.name}: {self.annotation} = None"


def compare_settings(both: Comparison) -> Iterator[SymbolChange]:
    """Yield what is different about the client's arguments.

    Those of one name correspond, and others where they stand for the same server variable or part of a credential.
    """
    symbol = f"{both.old.package}.{both.old.client_name}"
    ours, theirs = _keywords(both.old), _keywords(both.new)
    places = {keyword.name: place for place, keyword in theirs.items()}
    kept = {keyword.name for keyword in ours.values()} & places.keys()
    left = dict(theirs)
    for place, keyword in ours.items():
        other = left.pop(places[keyword.name]) if keyword.name in kept else None
        if other is None and place in left and left[place].name not in kept:
            other = left.pop(place)
        outcome = _compare(keyword, other) if other else Outcome(_BREAKS, "the argument is gone")
        if outcome is not None:
            yield _change(symbol, keyword, other, outcome)
    yield from (_change(symbol, None, keyword, _added(keyword)) for keyword in left.values())


def _keywords(api: Api) -> Mapping[tuple[str, ...], _Keyword]:
    """Return the arguments by what they stand for."""
    prefix = api.base_url_environment.removesuffix("BASE_URL")
    found: dict[tuple[str, ...], _Keyword] = {}
    for setting in api.settings:
        found["variable", setting.variable] = _Keyword(
            setting.name,
            "setting",
            setting.environment.removeprefix(prefix),
            setting.location,
            default="" if setting.required else setting.default,
        )
    for credential in api.credentials:
        for number, argument in enumerate(credential.arguments):
            found["credential", credential.scheme, str(number)] = _secret(credential, argument, prefix)
    address = api.location.at("servers", 0, "url")
    found["address",] = _Keyword(
        "base_url", "setting", "BASE_URL", address, default=api.base_url, address=_called_address(api)
    )
    if api.servers:
        found["servers",] = _Keyword(
            "servers",
            "setting",
            "",
            api.location,
            annotation="Mapping[str, str] | None",
            default=", ".join(server.address for server in api.servers),
        )
    return found


def _called_address(api: Api) -> str:
    address = api.base_url
    for setting in api.settings:
        if not setting.required:
            address = address.replace(f"{{{setting.variable}}}", setting.default)
    return address


def _secret(credential: Credential, argument: CredentialArgument, prefix: str) -> _Keyword:
    return _Keyword(
        argument.name,
        "credential",
        argument.environment.removeprefix(prefix),
        credential.location,
        annotation="str | Callable[[], str] | None" if credential.kind == "bearer" else "str | None",
        sent=_sent(credential) if argument == credential.arguments[0] else None,
    )


def _sent(credential: Credential) -> object:
    return credential.kind, credential.parameter, credential.token_request


def _compare(old: _Keyword, new: _Keyword) -> Outcome | None:
    outcomes = []
    if old.name != new.name:
        outcomes.append(Outcome(_BREAKS, f"the argument is called {new.name} now"))
    elif old.environment != new.environment:
        outcomes.append(Outcome(_BEHAVES, f"it is read from a variable that ends with {new.environment}"))
    if "Callable" in old.annotation and "Callable" not in new.annotation:
        outcomes.append(Outcome(_TYPES, "a function is not taken any more"))
    if old.annotation != new.annotation:
        outcomes.append(Outcome(_SAFE, "all that callers pass is still taken"))
    if old.sent != new.sent:
        outcomes.append(Outcome(_BEHAVES, "it is sent in another way"))
    if old.default != new.default and not (old.address and old.address == new.address):
        outcomes.append(_defaults(old, new))
    return worst(outcomes)


def _defaults(old: _Keyword, new: _Keyword) -> Outcome:
    if not new.default:
        return Outcome(_BEHAVES, "clients that are made without it refuse to be made now")
    if not old.default:
        return Outcome(_SAFE, "clients can be made without it now")
    return Outcome(_BEHAVES, f"clients that are made without it use {new.default}, not {old.default}")


def _added(keyword: _Keyword) -> Outcome:
    if keyword.kind == "setting" and not keyword.default:
        return Outcome(_BEHAVES, "clients that are made without it and without base_url refuse to be made")
    return Outcome(_SAFE, "clients can be made without it")


def _change(symbol: str, old: _Keyword | None, new: _Keyword | None, outcome: Outcome) -> SymbolChange:
    (shown,) = [each for each in (old, new) if each is not None][:1]
    return SymbolChange(
        symbol=f"{symbol}({shown.name})",
        kind=shown.kind,
        before=old.declaration if old else "",
        after=new.declaration if new else "",
        verdict=outcome.verdict,
        reason=outcome.reason,
        old_location=old.location if old else None,
        location=new.location if new else None,
    )
