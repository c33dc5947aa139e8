"""What a description becomes in Python: the whole client as facts, before anything is spelled as code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from specloom.graph import reach
from specloom.record import record

if TYPE_CHECKING:
    from specloom.findings import Finding, Location
    from specloom.ir.call import Accept, Answer, Argument, Body, BodyField, ContentType, OperationServer, Paging
    from specloom.ir.events import Events
    from specloom.ir.types import NamedType, Type
    from specloom.source import Json
    from specloom.spec.document import Loss

_LARGE = 500
CALL_ERRORS = (
    "ApiError",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
)
"""What every client's package exports besides the client and the errors of documented statuses."""


@record
class LinkShape:
    """What links look like. Pointers are tuples of member names."""

    address: tuple[str, ...]
    identifier: tuple[str, ...]
    """Where an expanded resource has its id."""
    bare: tuple[str, ...]
    """The members of a link that is not expanded, sorted."""
    keeps_digits: bool = False
    """Whether answers have decimal numbers that JSON writes as numbers, perhaps in what links lead to."""

    @property
    def is_usual(self) -> bool:
        """Whether the runtime's own class is one for such links."""
        return self == LinkShape(("href",), ("id",), ("href",))


@record
class Collections:
    """How the collections that links lead to are read page by page."""

    paging: Paging
    expand: str
    """The query parameter that names what their answers are to hold in full; empty where there is none."""
    grammar: str
    """How names are written in it: `parentheses` or `dots`."""


@record
class SearchGrammar:
    """The signs of a search grammar, as `x-specloom.search` has them; empty ones are forms that it lacks."""

    joint: str
    equals: str
    any_of: str = ""
    range: str = ""
    wildcard: str = ""
    not_allowed: str = ""


@record
class Method:
    """An operation, as a method of a resource."""

    name: str
    http_method: str
    """In upper case, as it goes on the wire."""
    path: str
    arguments: tuple[Argument, ...]
    """Path arguments first, in the order of the path; then the others in the order of the description."""
    body: Body | None
    """Where the caller has a choice, that of the default."""
    content_type: ContentType | None
    answer: Answer
    """Where the caller has a choice, that of the default."""
    accept: Accept | None
    paging: Paging | None
    errors: tuple[str, ...]
    """Statuses documented as failures, sorted: `404`, `4XX`."""
    failures: Mapping[int | str, Mapping[str, Type]]
    """What bodies of failures are: status, range or `default` → media types and ranges → type; a text is one."""
    headers: str
    """The name of the model that has the header fields of answers; empty where none are described."""
    listing: bool
    """It reads a list, and the API has failures that only mean an empty one: see `Envelope`."""
    options: Mapping[str, Json]
    """What its request is given otherwise than usual: as its `x-specloom` says it, and for described 3XX."""
    security: tuple[tuple[str, ...], ...] | None
    """Alternatives of credential names; None where the client's default holds."""
    server: OperationServer | None
    """None: the client's."""
    summary: str
    description: str
    deprecated: bool
    location: Location = field(compare=False, repr=False)

    @property
    def body_arguments(self) -> tuple[BodyField, ...]:
        """The arguments that make up its body."""
        return self.body.arguments if self.body else ()

    @property
    def follows_elsewhere(self) -> bool:
        """Whether a redirect is followed to another host, too, without credentials: a file or a text is to come."""
        return self.http_method == "GET" and self.answer.is_file

    @property
    def route(self) -> str:
        """How people name the operation: `GET /orders/{id}`."""
        return f"{self.http_method} {self.path}"


@record
class Upload:
    """A method that asks one operation for an address, sends a file there, and may tell another operation of it.

    Paths are tuples of Python attribute names on the decoded answer.
    """

    name: str
    request: Method
    """The operation that gives the address."""
    resource: tuple[str, ...]
    """The path of that operation's resource."""
    uploader: str
    """The name of the method there that ends with the upload; this one, unless `attach` is set."""
    url: tuple[str, ...]
    http_method: tuple[str, ...]
    headers: tuple[str, ...]
    filename: str
    """The argument of `request` that takes the file's name; empty where none does."""
    content_type: str
    """The argument of `request` that takes the file's media type; empty where none does."""
    attach: Method | None = None
    """The operation that is told of the file."""
    key: tuple[str, ...] = ()
    """Where the answer of `request` has what names the file."""
    key_argument: str = ""
    """The argument of `attach` that takes it."""

    @property
    def last(self) -> Method:
        """The operation whose answer the method gives back."""
        return self.attach or self.request

    @property
    def arguments(self) -> tuple[Argument | BodyField, ...]:
        """What the caller passes besides the file: arguments of both operations, those of one name and type once."""
        given = {"", self.filename, self.content_type}
        others = list_arguments(self.attach) if self.attach else ()
        found = {each.name: each for each in others if each.name != self.key_argument}
        found |= {each.name: each for each in list_arguments(self.request) if each.name not in given}
        return tuple(found.values())


@record
class Edit:
    """A method that reads something and sends a change of it, with the revision that was read.

    Where somebody else has changed it meanwhile, it begins again.
    """

    name: str
    read: Method
    send: Method
    revision: tuple[str, ...]
    """Where the answer of `read` has the revision: names of Python attributes."""
    revision_argument: str
    """The argument of `send` that takes it."""
    conflict: int
    """The status that says there is a newer revision."""
    change: str = ""
    """The typed dictionary, one of the inputs, with what is changed."""

    @property
    def changed(self) -> tuple[Argument | BodyField, ...]:
        """The arguments of `send` that a change has: neither the revision nor what `read` is given as well."""
        given = {self.revision_argument, *(each.name for each in list_arguments(self.read))}
        return tuple(each for each in list_arguments(self.send) if each.name not in given)


def list_arguments(method: Method) -> tuple[Argument | BodyField, ...]:
    """Return what a method takes: its parameters, then what makes up its body."""
    return (*method.arguments, *method.body_arguments)


def list_bodies(method: Method) -> tuple[Body, ...]:
    """Return the bodies that a method can send, the default first."""
    if method.content_type is not None:
        return method.content_type.bodies
    return (method.body,) if method.body else ()


@record
class Resource:
    """A group of methods, and of further groups, that callers reach as an attribute."""

    name: str
    """The attribute: `lines`."""
    path: tuple[str, ...]
    """From the client: `("orders", "lines")`."""
    class_name: str
    description: str
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    uploads: tuple[Upload, ...] = ()
    edits: tuple[Edit, ...] = ()


def all_resources(resources: Iterable[Resource]) -> Iterator[Resource]:
    """Return the resources and everything below them, parents first."""
    return reach(resources, lambda each: each.children, id)


def all_methods(resources: Iterable[Resource]) -> Iterator[Method]:
    """Yield the methods of the resources and of everything below them; those that upload files are none of them."""
    for resource in all_resources(resources):
        yield from resource.methods


@record
class ClientSetting:
    """A server variable, as an argument of the client."""

    name: str
    variable: str
    required: bool
    default: str
    choices: tuple[str, ...]
    environment: str
    description: str
    location: Location = field(compare=False, repr=False)


@record
class CredentialArgument:
    """One secret or name that a credential is made of, as an argument of the client."""

    name: str
    environment: str


@record
class TokenRequest:
    """How client credentials are traded for a token (RFC 6749, 4.4). A path is below the server's address."""

    url: str
    encoding: Literal["form", "multipart", "json"]
    sent_in: Literal["body", "header"]
    scopes: tuple[str, ...]


@record
class Envelope:
    """How an answer with a success status can say that the call failed: see `x-specloom.error`."""

    success: tuple[str, ...]
    empty_codes: tuple[str, ...]
    empty_messages: tuple[str, ...]


CredentialKind: TypeAlias = Literal["basic", "digest", "bearer", "client-credentials", "header", "query", "cookie"]


@record
class Credential:
    """A security scheme, as something the client holds."""

    scheme: str
    """The name by which requirements refer to it."""
    kind: CredentialKind
    parameter: str
    """The header, query parameter or cookie that carries it; empty for `basic` and `bearer`."""
    arguments: tuple[CredentialArgument, ...]
    description: str
    location: Location = field(compare=False, repr=False)
    token_request: TokenRequest | None = None
    """Set exactly for `client-credentials`."""


@record
class ErrorStatus:
    """A documented failure, as an exception class."""

    status: str
    """A code or a range: `412`, `4XX`."""
    class_name: str
    phrase: str
    """The reason phrase of RFC 9110: `Precondition Failed`."""
    base: str
    """The class of the documented range that has this code in it, else `ApiError`."""
    type: Type | None = None
    """What its body can be, by all operations that answer so; None where nobody says it."""


Pointers: TypeAlias = Mapping[Literal["code", "message"], tuple[str, ...]]


@record
class Api:
    """A whole client."""

    package: str
    import_path: str
    """What programs import the package as: its name, where it is no part of another package."""
    client_name: str
    title: str
    version: str
    description: str
    base_url: str
    """The first server's address, with its `{variables}`; empty where the description names none."""
    servers: tuple[OperationServer, ...]
    """The servers of single operations, each once."""
    settings: tuple[ClientSetting, ...]
    base_url_environment: str
    credentials: tuple[Credential, ...]
    security: tuple[tuple[str, ...], ...]
    """Alternatives of credential names for operations that say nothing else; empty: none are needed."""
    rate_limit: tuple[int, float] | None
    """So many requests in so many seconds."""
    error_pointers: Pointers
    error_codes: Mapping[str, str]
    """Documented codes and their meanings."""
    envelope: Envelope | None
    errors: tuple[ErrorStatus, ...]
    error_type: Type | None
    """What the body of any failure can be; None where nobody says it."""
    fails_alike: bool
    """Whether every documented failure has a body, JSON of that one type."""
    links: LinkShape | None
    collections: Collections | None
    searches: Mapping[str, SearchGrammar]
    resources: tuple[Resource, ...]
    answers: Mapping[str, NamedType]
    inputs: Mapping[str, NamedType]
    skipped: tuple[str, ...]
    """Routes left out because the caller asked for it."""
    events: Events | None
    losses: tuple[Loss, ...]
    """What the description says and the client does not do, sorted by place."""
    location: Location = field(compare=False, repr=False)
    """The whole description."""
    warnings: tuple[Finding, ...] = field(default=(), compare=False, repr=False)
    """What is odd about it in Python."""

    @property
    def fetches_tokens(self) -> bool:
        """Whether the client fetches tokens."""
        return any(credential.kind == "client-credentials" for credential in self.credentials)

    @property
    def is_large(self) -> bool:
        """Whether to print it takes much longer than to copy this process, so that two do: some tenths of a second."""
        methods = sum(len(each.methods) for each in all_resources(self.resources))
        return methods + len(self.answers) + len(self.inputs) >= _LARGE
