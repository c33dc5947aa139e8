"""What addresses, paths and encodings may say, by the words of each version."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]
GET = "get: {parameters: [{name: x, in: path, required: true, schema: {}}], responses: {'200': {description: d}}}"


def found(findings: Find, version: str, text: str) -> list[str]:
    member = "swagger: '2.0'" if version == "2.0" else f"openapi: {version}"
    lines = findings(f"{member}\ninfo: {{title: T, version: '1'}}\n{text}\n")
    return [line.partition(": ")[2] for line in lines if "unused-server-variable" not in line]


@pytest.mark.parametrize("place", ["servers", "a path", "an operation"])
@pytest.mark.parametrize("url", ["https://{t", "https://t}.example.com", "https://{{t}}.example.com"])
def test_braces_of_a_server_match(place: str, url: str, findings: Find):
    servers = f"servers: [{{url: '{url}', variables: {{t: {{default: a}}}}}}]"
    text = {
        "servers": f"{servers}\npaths: {{}}",
        "a path": f"paths: {{/a: {{{servers}}}}}",
        "an operation": f"paths: {{/a: {{get: {{{servers}, responses: {{'200': {{description: d}}}}}}}}}}",
    }[place]
    assert any(
        f"error: braces in the address '{url}' do not match [wrong-value]" in line
        and line.endswith("(write variables as in https://{tenant}.example.com)")
        for line in found(findings, "3.0.3", text)
    )


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize(
    "url",
    [
        *("ht tp://x", " https://x.example.com", "https://x.example.com/v 1", "https://a b.example.com", "/v 1"),
        *("http://x:port/", "https://x:{port}0a", "http://[::1", "http://::1]/", "https://a:b@c:d/", "//x:y"),
    ],
)
def test_a_server_has_an_address(version: str, url: str, findings: Find):
    text = f"servers: [{{url: '{url}', variables: {{port: {{default: '80'}}}}}}]\npaths: {{}}"
    assert (
        f"error: '{url}' is no address of a server [wrong-value] at /servers/0/url "
        "(write it as in https://api.example.com/v1, or as a path: /v1)"
    ) in found(findings, version, text)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "/",
            "/v1",
            "v1",
            "../v1",
            ".",
            "//x/v1",
            "https://x",
            "https://x:8080/v1",
            "http://[::1]:80/",
            "localhost:80",
        ),
        *(
            "{p}",
            "{p}/v1",
            "https://{p}.x:{p}/{p}",
            "{p}://x:{p}",
            "http://[{p}]:80",
            "https://a:b@x/",
            "urn:x",
            "https://",
        ),
    ],
)
def test_an_address_may_be_of_any_form(url: str, findings: Find):
    text = f"servers: [{{url: '{url}', variables: {{p: {{default: '80'}}}}}}]\npaths: {{}}"
    assert found(findings, "3.1.0", text) == []


@pytest.mark.parametrize("host", ["https://x.example.com", "x.example.com/v1", "a b", "x:port", "u@x", "[::1", "x?a=1"])
def test_swagger_has_a_host_only(host: str, findings: Find):
    message = (
        f"error: 'host' of a Swagger Object cannot be '{host}' [wrong-value] at /host "
        "(write the host only, as in api.example.com; 'schemes' and 'basePath' say the rest)"
    )
    assert found(findings, "2.0", f"host: '{host}'\npaths: {{}}") == [message]


@pytest.mark.parametrize("host", ["x", "x.example.com:8080", "127.0.0.1", "[::1]:80"])
def test_hosts_of_swagger(host: str, findings: Find):
    assert found(findings, "2.0", f"host: '{host}'\nbasePath: /v1\npaths: {{}}") == []


def test_swagger_has_no_variables(findings: Find):
    message = (
        "warning: server variable 't' is not declared; callers have to give it [undeclared-server-variable] at /host "
        "(OpenAPI 2.0 has no variables: write what stands there)"
    )
    assert found(findings, "2.0", "host: '{t}.example.com'\npaths: {}") == [message]


def test_a_base_path_begins_with_a_slash(findings: Find):
    message = (
        "warning: 'basePath' of a Swagger Object must begin with a slash; it is read as '/v1' [wrong-value] at "
        "/basePath (write '/v1')"
    )
    assert found(findings, "2.0", "host: x\nbasePath: v1\npaths: {}") == [message]
    assert found(findings, "2.0", "host: x\nbasePath: /v 1\npaths: {}") == [
        "error: 'basePath' of a Swagger Object cannot be '/v 1' [wrong-value] at /basePath (write a path, as in /v1)"
    ]


@pytest.mark.parametrize(("version", "severity"), [("3.0.3", "warning"), ("3.1.0", "warning"), ("3.2.0", "error")])
@pytest.mark.parametrize("end", ["?key=a", "/#a", "/v1?a=1#b"])
def test_a_server_has_no_query(version: str, severity: str, end: str, findings: Find):
    text = f"servers: [{{url: 'https://{{t}}.example.com{end}', variables: {{t: {{default: a}}}}}}]\npaths: {{}}"
    lines = found(findings, version, text)
    assert [line.partition(": the address")[0] for line in lines if "[wrong-value]" in line][-1] == severity


@pytest.mark.parametrize(("version", "count"), [("3.1.0", 0), ("3.2.0", 1)])
def test_what_is_twice_in_a_template_is_an_error_since_3_2(version: str, count: int, findings: Find):
    text = f"paths: {{'/a/{{x}}/b/{{x}}': {{{GET}}}}}"
    message = (
        "error: a parameter is twice in the path '/a/{x}/b/{x}' [wrong-path] at /paths/~1a~1{x}~1b~1{x} "
        "(write each parameter once, and call another one otherwise)"
    )
    assert found(findings, version, text) == [message] * count
    text = "servers: [{url: 'https://{t}.example.com/{t}', variables: {t: {default: a}}}]\npaths: {}"
    message = (
        "error: a variable is twice in the address 'https://{t}.example.com/{t}' [wrong-value] at /servers/0/url "
        "(write each variable once, and call another one otherwise)"
    )
    assert found(findings, version, text) == [message] * count


@pytest.mark.parametrize(("end", "name"), [("?x=1", "query"), ("#x", "fragment"), ("?x=1#y", "fragment")])
@pytest.mark.parametrize("version", ["2.0", "3.0.3", "3.1.0", "3.2.0"])
def test_a_path_is_no_more_than_a_path(version: str, end: str, name: str, findings: Find):
    lines = found(findings, version, f"paths: {{'/a{end}': {{get: {{responses: {{'200': {{description: d}}}}}}}}}}")
    severity, rest = ("error", "") if version == "3.2.0" else ("warning", "; it is not sent")
    message = f"{severity}: a path cannot have a {name}: '/a{end}'{rest} [wrong-path] at "
    told = version == "3.2.0" or name == "fragment"
    assert [line.partition("/paths")[0] for line in lines] == [message] * told


@pytest.mark.parametrize("place", ["header", "path"])
def test_what_is_sent_once_is_no_list_of_several(place: str, findings: Find):
    parameter = (
        f"{{name: x, in: {place}, required: true, type: array, items: {{type: string}}, collectionFormat: multi}}"
    )
    path = "/a/{x}" if place == "path" else "/a"
    text = f"paths: {{'{path}': {{get: {{parameters: [{parameter}], responses: {{'200': {{description: d}}}}}}}}}}"
    (line,) = found(findings, "2.0", text)
    assert line.startswith(f"error: 'collectionFormat' of a {place} parameter cannot be 'multi' [wrong-value] at ")
    (line,) = found(findings, "2.0", text.replace("multi", "semicolons"))
    assert line.startswith("error: 'collectionFormat' of a Parameter Object cannot be 'semicolons' [wrong-value] at ")


@pytest.mark.parametrize("status", ["2XX", "4XX"])
def test_ranges_of_status_codes_came_with_3_0(status: str, findings: Find):
    text = f"paths: {{/a: {{get: {{responses: {{{status}: {{description: d}}}}}}}}}}"
    message = (
        f"warning: the range '{status}' of a Responses Object came with OpenAPI 3.0; it is read as there "
        f"[later-version] at /paths/~1a/get/responses/{status}"
    )
    assert found(findings, "2.0", text) == [message]
    assert found(findings, "3.0.3", text) == []


@pytest.mark.parametrize("other", ["prefixEncoding: [{}]", "itemEncoding: {}"])
def test_parts_are_encoded_by_name_or_by_place(other: str, findings: Find):
    media = f"{{schema: {{type: array}}, encoding: {{a: {{}}}}, {other}}}"
    text = f"components: {{requestBodies: {{B: {{content: {{multipart/mixed: {media}}}}}}}}}"
    name = other.partition(":")[0]
    message = (
        f"error: a Media Type Object cannot have both 'encoding' and '{name}' [exclusive-members] at "
        f"/components/requestBodies/B/content/multipart~1mixed/{name} (keep one of them)"
    )
    assert found(findings, "3.2.0", text) == [message]


@pytest.mark.parametrize("place", ["query", "header", "path"])
def test_a_file_of_swagger_is_in_a_form(place: str, findings: Find):
    parameter = f"{{name: x, in: {place}, required: true, type: file}}"
    responses = "responses: {'200': {description: d}}"
    text = f"paths: {{'/a/{{x}}': {{post: {{parameters: [{parameter}], {responses}}}}}}}"
    assert any(
        line.startswith("error: only a parameter with in: formData can be a file [wrong-value] at ")
        and line.endswith("/parameters/0/type (write in: formData, or another type)")
        for line in found(findings, "2.0", text)
    )


@pytest.mark.parametrize("version", ["2.0", "3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("name", ["X B", "X:", "", "Xé", "a\\nb", "(x)", "a/b", "X-A "])
def test_the_name_of_a_header_field_can_be_sent(version: str, name: str, findings: Find):
    type_ = "type: string" if version == "2.0" else "schema: {type: string}"
    text = (
        f'paths: {{/a: {{get: {{parameters: [{{name: "{name}", in: header, required: true, {type_}}}], '
        "responses: {'200': {description: d}}}}}"
    )
    advice = "names of headers consist of letters and digits of ASCII, and !#$%&'*+-.^_`|~"
    assert [line.replace(f"called '{name}'", "called NAME") for line in found(findings, version, text)] == [
        f"error: no header can be called NAME [wrong-value] at /paths/~1a/get/parameters/0/name ({advice})"
    ]


@pytest.mark.parametrize(
    ("name", "more", "severity"),
    [
        ("a=b", "", ""),  # which is percent-encoded
        ("a;b", ", required: true", ""),
        ("a=b", ", style: cookie", "warning"),
        ("a=b", ", style: cookie, required: true", "error"),
        ("a;b", ", style: cookie", "warning"),
        ("a b", ", style: cookie, required: true", "error"),
        ("a[b]", ", style: cookie, required: true", ""),
    ],
)
def test_the_name_of_a_cookie_can_be_sent(name: str, more: str, severity: str, findings: Find):
    text = f"components: {{parameters: {{P: {{name: '{name}', in: cookie, schema: {{}}{more}}}}}}}"
    rest = "; calls with it fail" if severity == "warning" else ""
    message = (
        f"{severity}: no cookie can be called '{name}'{rest} [wrong-value] at /components/parameters/P/name "
        'names of cookies consist of letters and digits of ASCII, and signs but for white space and " , ; = \\'
    )
    lines = [line.replace("(", "").replace(")", "") for line in found(findings, "3.2.0", text)]
    assert lines == ([message] if severity else [])


@pytest.mark.parametrize(
    ("schemes", "field"),
    [
        (("{type: http, scheme: bearer}", "{type: http, scheme: basic}"), "Authorization"),
        (("{type: apiKey, in: header, name: authorization}", "{type: oauth2, flows: {}}"), "authorization"),
        (("{type: apiKey, in: header, name: X-API-Key}", "{type: apiKey, in: header, name: x-api-key}"), "X-API-Key"),
        (("{type: apiKey, in: header, name: X-Key}", "{type: apiKey, in: header, name: X-Id}"), ""),
        (("{type: apiKey, in: header, name: k}", "{type: apiKey, in: query, name: k}"), ""),
        (("{type: http, scheme: bearer}", "{type: mutualTLS}"), ""),
    ],
)
def test_credentials_that_go_together_have_a_field_each(schemes: tuple[str, str], field: str, findings: Find):
    components = f"components: {{securitySchemes: {{a: {schemes[0]}, b: {schemes[1]}}}}}"
    text = f"security: [{{a: [], b: []}}, {{a: []}}]\npaths: {{}}\n{components}"
    message = (
        f"warning: 'a' and 'b' are both the header field {field}, which a request has once; the first is sent "
        "[conflicting-security] at /security/0/b "
        "(write alternatives, each with a '-' of its own, if either of them is enough)"
    )
    assert found(findings, "3.1.0", text) == ([message] if field else [])


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("json", False),
        (";", False),
        ("application/", False),
        ("application/json; charset=utf-8", True),
        ("*/*", True),
        ("text/*", True),
        ("application/vnd.a+json;v=1", True),
    ],
)
def test_the_keys_of_content_are_media_types(name: str, fits: bool, findings: Find):
    text = f"components: {{responses: {{R: {{description: d, content: {{'{name}': {{}}}}}}}}}}"
    place = name.replace("/", "~1")
    message = (
        f"warning: '{name}' is no media type; it is taken as it is [wrong-value] at "
        f"/components/responses/R/content/{place} (write a type and a subtype, as in application/json)"
    )
    assert found(findings, "3.1.0", text) == ([] if fits else [message])


def test_who_is_asked_has_an_address(findings: Find):
    head = "openapi: 3.0.3\npaths: {}\ninfo: {title: T, version: '1', contact: "
    (line,) = findings(head + "{email: nobody}}\n")
    assert line.endswith(
        "'nobody' is no address of an email [wrong-value] at /info/contact/email (write one as in api@example.com)"
    )
    assert findings(head + "{email: a@b.example}}\n") == []


@pytest.mark.parametrize(("name", "fits"), [("X A", False), ("Xé", False), ("", False), ("X-A", True), ("x_a.b", True)])
@pytest.mark.parametrize(
    "place", ["responses: {R: {description: d", "requestBodies: {R: {content: {a/b: {encoding: {p: {"]
)
def test_the_keys_of_headers_are_names_of_header_fields(place: str, name: str, fits: bool, findings: Find):
    inner = f"headers: {{'{name}': {{schema: {{type: string}}}}}}"
    comma = ", " if place.endswith("d") else ""
    text = f"components: {{{place}{comma}{inner}{'}' * (place.count('{') + 1)}"
    told = [line.partition(" [")[0] for line in found(findings, "3.1.0", text)]
    assert told == ([] if fits else [f"warning: '{name}' is no name of a header field"])
