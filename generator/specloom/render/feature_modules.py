"""Prints the modules of links and of webhooks; makes the views of methods that upload files, and of edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from specloom.ir.annotations import Annotator, literal
from specloom.ir.api import Api, Collections, Edit, ErrorStatus, Method, SearchGrammar, Upload, list_arguments
from specloom.ir.call import Paging
from specloom.ir.events import Event, Events, Signature
from specloom.ir.naming import constant_name
from specloom.ir.signatures import Signatures, edit_parameters, edit_result, upload_parameters
from specloom.ir.surface import declared
from specloom.render.documentation import edit_docstring, text_docstring, upload_docstring
from specloom.render.python import call_text
from specloom.render.views import EditView, EventView, UploadView, render_template


def build_upload_view(
    upload: Upload, signatures: Signatures, uploader: str, errors: Mapping[str, ErrorStatus]
) -> UploadView:
    """Return the view of a method that uploads a file.

    `uploader` is the class name of the resource with the method that it begins with; empty for its own.
    """
    parameters = upload_parameters(upload, signatures)
    given = {upload.filename: "_file.filename", upload.content_type: "_file.content_type"}
    attach = file = target = ""
    if upload.attach is not None:
        passed = [
            name for name in ("source", "filename", "content_type") if any(each.name == name for each in parameters)
        ]
        request = _call(upload.uploader, upload.request, signatures, dict.fromkeys(given, ""), passed)
        key = f"_part_of(_uploaded, {literal('.'.join(upload.key))})"
        attach = _call(upload.attach.name, upload.attach, signatures, {upload.key_argument: key})
    else:
        request = _call(upload.request.name, upload.request, signatures, given)
        file = f"_OutgoingFile(source, {'filename' if upload.filename else None}, content_type)"
        target = _target(upload)
    return UploadView(
        name=upload.name,
        parameters=declared(parameters),
        returns=signatures.result(upload.last).text,
        docstring=upload_docstring(upload, errors),
        file=file,
        request=request,
        target=target,
        class_name=uploader,
        attach=attach,
    )


def _call(name: str, method: Method, signatures: Signatures, given: Mapping[str, str], more: Iterable[str] = ()) -> str:
    """Return a call by keywords: with the caller's own arguments, except those of which `given` has the expression."""
    own = {each.name: given.get(each.name, each.name) for each in signatures.parameters(method)}
    return call_text(name, **{**own, **{each: each for each in more}})


def _target(upload: Upload) -> str:
    places = {"http_method": upload.http_method, "headers": upload.headers}
    options = {name: literal(".".join(path)) for name, path in places.items() if path}
    return call_text("_Target", literal(".".join(upload.url)), **options)


def build_edit_view(edit: Edit, signatures: Signatures, errors: Mapping[str, ErrorStatus]) -> EditView:
    """Return the view of a method that edits."""
    parameters = edit_parameters(edit, signatures)
    shared = {each.name for each in list_arguments(edit.read)}
    usual = {each.name: "" for each in signatures.parameters(edit.read) if each.name not in shared}
    own = {each.name: each.name for each in signatures.parameters(edit.send) if each.name in shared}
    given = {**own, edit.revision_argument: f"_revision_of(_found, {literal('.'.join(edit.revision))})"}
    sent = [*(f"{name}={value}" for name, value in given.items()), *(["**_changes"] if edit.changed else [])]
    return EditView(
        name=edit.name,
        parameters=declared(parameters),
        returns=edit_result(edit, signatures).text,
        docstring=edit_docstring(edit, errors),
        read=_call(edit.read.name, edit.read, signatures, usual),
        send=f"{edit.send.name}({', '.join(sent)})",
        conflict=literal(edit.conflict),
    )


_EXPORTS = "BrokenBodyError Event MissingTokenError UnknownEventError WebhookError WrongTokenError parse".split()


def render_webhooks(api: Api, events: Events) -> str:
    """Return `webhooks.py`."""
    annotator = Annotator(api.answers, "answer")
    texts = ["str"] if events.token_header or events.signature else []
    return render_template(
        "webhooks.py.j2",
        docstring=text_docstring(f"The requests that {api.title} sends on its own, and how to read them.", indent=0),
        exports=tuple(literal(name) for name in sorted(_exports(events))),
        events=tuple(_event(event, annotator) for event in events.all),
        places=_places(events),
        secret=" | ".join([*texts, *(["Login"] if events.login else []), "None"]),
        body="bytes" if events.signature else "bytes | str",
        login=events.login is not None,
        signature=_signature_expression(events.signature) if events.signature else "",
    )


def _signature_expression(signature: Signature) -> str:
    usual = Signature("")
    given = {each.name: getattr(signature, each.name) for each in fields(Signature)}
    told = {name: literal(value) for name, value in given.items() if value != getattr(usual, name)}
    return call_text("_SignatureCheck", **told)


def _exports(events: Events) -> set[str]:
    own = [*(["Login"] if events.login else []), *(["StaleRequestError"] if events.signature else [])]
    return {*_EXPORTS, *own, *(event.class_name for event in events.all)}


def _event(event: Event, annotator: Annotator) -> EventView:
    payload = annotator.annotate(event.payload).text if event.payload is not None else ""
    made_of = f"_delivery.payload({payload}, on_mismatch)" if event.kind == "json" else ""
    if event.kind == "bytes":
        payload, made_of = "bytes", "_delivery.body"
    return EventView(
        class_name=event.class_name,
        docstring=text_docstring(event.description, indent=4, fallback=f"The event `{event.value}`."),
        value=literal(event.value),
        payload=payload,
        made_of=made_of,
    )


def _places(events: Events) -> str:
    """Return how the sender is checked, and where requests have their event, as arguments."""
    places = [f"_TokenCheck({literal(events.token_header)})"] if events.token_header else []
    if events.login is not None:
        places.append(f"_LoginCheck({', '.join(map(literal, events.login))}, query)")
    if events.signature is not None:
        places.append("_SIGNATURE")
    if events.event_header:
        places.append(f"event_header={literal(events.event_header)}")
    if events.event is not None:
        places.append(f"event={events.event!a}")
    return ", ".join(places)


def links_module(api: Api) -> str:
    """Return the module that has `Link`, from the top of the client's package: see `imports.Scope`."""
    return "._runtime.features.links" if api.links is None or api.links.is_usual else ".links"


def render_links(api: Api) -> str:
    """Return `links.py`; nothing where links look as they usually do, or there are none."""
    shape = api.links
    if shape is None or (shape.is_usual and api.collections is None):
        return ""
    attributes = (
        f"address = {shape.address!a}",
        f"identifier = {shape.identifier!a}",
        f"bare = frozenset({literal(list(shape.bare))})",
        *(["reading = _DIGITS"] if shape.keeps_digits else []),
    )
    collection = _collection(api.collections) if api.collections else ()
    names = [*(["Collection"] if collection else []), *([] if shape.is_usual else ["Link"])]
    return render_template(
        "links.py.j2",
        attributes=() if shape.is_usual else attributes,
        collection=collection,
        exports=tuple(map(literal, names)),
    )


def _collection(collections: Collections) -> tuple[str, ...]:
    paging = f"paging = {paging_expression(collections.paging)}"
    if not collections.expand:
        return (paging,)
    return (paging, f"expand = ({literal(collections.expand)}, _in_{collections.grammar})")


def paging_expression(paging: Paging) -> str:
    """Return the expression for a style of paging."""
    options: dict[str, str | int] = {"items": ".".join(paging.items), "total": ".".join(paging.total)}
    match paging.style:
        case "cursor" if paging.last_item:
            name, places = "AfterLast", [paging.parameter, ".".join(paging.last_item)]
        case "cursor":
            name, places = "Cursor", [paging.parameter, ".".join(paging.next)]
        case "offset":
            name, places = "Offset", [paging.parameter]
            options["page"] = paging.page
        case "page":
            name, places = "PageNumber", [paging.parameter]
            options |= {"pages": ".".join(paging.pages), "more": ".".join(paging.more)}
            options["following"] = ".".join(paging.next)
            options["first"] = "" if paging.first == 1 else paging.first
        case _:
            name, places = "NextLink", []
            options["attribute"] = ".".join(paging.next)
    given = {key: literal(value) for key, value in options.items() if value != ""}
    return call_text(f"_{name}", *map(literal, places), **given)


def grammar_constant(name: str) -> str:
    """Return the name of the constant that holds a search grammar."""
    return f"_{constant_name(name)}_SEARCH"


def grammar_constants(api: Api, methods: Iterable[Method]) -> tuple[tuple[str, str], ...]:
    """Return name and expression of each search grammar that the methods need."""
    needed = dict.fromkeys(each.search for method in methods for each in method.arguments if each.search)
    return tuple((grammar_constant(name), _expression(api.searches[name])) for name in needed)


def _expression(grammar: SearchGrammar) -> str:
    signs = {name: getattr(grammar, name) for name in ("any_of", "range", "wildcard", "not_allowed")}
    given = {name: literal(sign) for name, sign in signs.items() if sign}
    return call_text("_SearchGrammar", literal(grammar.joint), literal(grammar.equals), **given)
