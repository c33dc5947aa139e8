"""Where requests go: paths stand behind the path of a server, of which a part may move into them, or back."""

from __future__ import annotations

from specloom.ir.build_servers import base_path
from specloom.record import record
from specloom.spec.document import Document, Operation, Server
from specloom.spec.routes import VARIABLE, fill_variables, wire_method, without_names


@record
class BaseMove:
    """A part of an address that stood in the path of a server and stands in paths now, or the other way round."""

    old: str
    """The path of the server before."""
    new: str

    @property
    def part(self) -> str:
        """What has moved."""
        return max(self.old, self.new, key=len).removeprefix(min(self.old, self.new, key=len))


def called_address(server: Server) -> str:
    """Return what is called if the caller says nothing."""
    return fill_variables(server.url, {name: variable.default for name, variable in server.variables.items()})


def called_path(document: Document, operation: Operation) -> str:
    """Return the path that a request for an operation has, that of the server included."""
    return _base(document, operation) + operation.path


def find_base_move(old: Document, new: Document, before: Operation, after: Operation) -> BaseMove | None:
    """Return which part of the address has moved, if that is why the path of an operation is written otherwise."""
    move = BaseMove(_base(old, before), _base(new, after))
    is_rewritten = move.old != move.new and without_names(before.route) != without_names(after.route)
    is_same = wire_method(before.method) == wire_method(after.method) and (
        without_names(called_path(old, before)) == without_names(called_path(new, after))
    )
    variables = [VARIABLE.findall(each.path) for each in (before, after)]
    return move if is_rewritten and is_same and len(variables[0]) == len(variables[1]) else None


def _base(document: Document, operation: Operation) -> str:
    servers = operation.servers or document.servers
    return base_path(called_address(servers[0])) if servers else ""
