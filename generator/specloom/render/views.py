"""What templates of code see: finished strings and booleans. A template prints them and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from specloom.installed import load_templates
from specloom.record import record


def render_template(name: str, **view: object) -> str:
    """Return what the template of that name, below `package/`, prints of a view.

    It is Python or Markdown, and no HTML: views escape for what they are printed in.
    """
    return load_templates(escapes=False).get_template(f"package/{name}").render(view=view)


@record
class ClassView:
    """A model or a typed dictionary."""

    name: str
    docstring: str
    fields: tuple[tuple[str, str], ...]
    """The declaration of each, and the docstring to stand below it, if there is one."""
    base: str
    """What it is derived from, and what the class says of itself there."""
    shape_name: str = ""
    """Typed dictionaries: the constant that says their wire names; empty where the keys are the wire names."""
    shape: str = ""


@record
class AliasView:
    """A statement that gives a type a name, and the names of its values, as a class."""

    declaration: str
    docstring: str
    name: str = ""
    constants_class: str = ""
    constants: tuple[tuple[str, str], ...] = ()
    """Name and value."""


@record
class OverloadView:
    """A way to call a method."""

    parameters: tuple[str, ...]
    """Declarations after `self`, a lone `*` among them."""
    returns: str
    """Where it is paged the type of an item; empty where it gives a stream."""
    paged: bool
    streams: tuple[str, ...] = ()
    """The types of the items of streams that it may give."""


@record
class StreamView:
    """A stream that a method gives."""

    condition: str
    """When it does; empty: unless it gives another one."""
    returns: str
    """The type of an item."""
    reader: str
    """The expression for what reads it."""
    declared: bool
    """Whether it goes through a variable with an annotation."""


@record
class UnpagedView:
    """What a paged method gives back that is asked for something else than a list."""

    condition: str
    returns: str
    arguments: str
    """What the runtime's `_read` gets after the request, with a leading comma."""


@record
class MethodView:
    """A method; what differs between sync and async stands in `ModeView`."""

    name: str
    parameters: tuple[str, ...]
    """Declarations after `self`, a lone `*` among them."""
    returns: str
    """For a paged method the type of an item; empty where it gives nothing but streams."""
    paged: bool
    docstring: str
    async_docstring: str
    request: str
    """The call of the builder."""
    decode: str
    """The runtime's method for the answer: `_json`."""
    arguments: str
    """What it gets after the request, with a leading comma: `, ServiceOrder`."""
    declared: bool
    """Whether the answer goes through a variable with an annotation."""
    overloads: tuple[OverloadView, ...] = ()
    """None where there is only one way to call it."""
    unpaged: UnpagedView | None = None
    """What a paged method gives back that is asked for something else than a list."""
    streams: tuple[StreamView, ...] = ()
    agreement: tuple[tuple[str, str], ...] = ()
    """Conditions and statements by which a flag and the media type say the same of a stream."""

    @property
    def is_procedure(self) -> bool:
        """Whether the method gives nothing back."""
        return self.returns == "None"


@record
class UploadView:
    """A method that uploads a file: with the calls of other methods."""

    name: str
    parameters: tuple[str, ...]
    returns: str
    docstring: str
    file: str
    """The expression for the file; empty with `attach`."""
    request: str
    """The call of the method that gives the address; with `attach`, of the one that uploads."""
    target: str
    """The expression for where the answer says how to send the file; empty with `attach`."""
    class_name: str
    """The resource that has the method of `request`; empty where it is the same."""
    attach: str
    """The call of the method that is told of the file; empty without one."""


@record
class EditView:
    """A method that reads something and sends a change of it, by calls of other methods."""

    name: str
    parameters: tuple[str, ...]
    returns: str
    docstring: str
    read: str
    """The call of the method that reads."""
    send: str
    """The call of the method that sends a change."""
    conflict: str
    """The status that says there is a newer revision."""


@record
class ModeView:
    """Sync or async: everything in which the two differ."""

    prefix: str
    """Before class names: empty or `Async`."""
    suffix: str
    """Behind names of functions: empty or `_async`."""
    define: str
    """`def` or `async def`."""
    wait: str
    """Empty or `await `."""

    def returned(self, returns: str, streams: Sequence[str], *, paged: bool = False, at_once: bool = False) -> str:
        """Return the annotation of what a call gives back.

        Args:
            returns: What it gives back as a whole, of one item where it is paged; empty where that is nothing.
            streams: The items of streams that it gives back besides.
            paged: Whether it is paged.
            at_once: Whether the function is no coroutine: then it gives back something to await for what is not paged.
        """
        pager = [f"_{self.prefix}Pager[{returns}]"] if paged else []
        given = [f"_{self.prefix}Stream[{each}]" for each in dict.fromkeys(streams)]
        others = [*([returns] if returns and not paged else []), *given]
        if at_once and self.wait:
            others = [f"_Awaitable[{each}]" for each in others]
        return " | ".join([*pager, *others])


@record
class CredentialView:
    """A credential of the client: its scheme as a literal, what makes it, how to give it, what carries it."""

    scheme: str
    expression: str
    help: str
    carrier: str


@record
class EventView:
    """A class for what a webhook tells."""

    class_name: str
    docstring: str
    value: str
    """What the request says of itself, as a literal."""
    payload: str
    """Its type; empty where there is none."""
    made_of: str
    """The expression for its payload; empty where there is none."""
