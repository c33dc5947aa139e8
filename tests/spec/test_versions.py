"""Each document is judged by the words of its own version; what can be meant in one way only is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

from specloom.findings import DescriptionError
from specloom.lint.stops import basis_of
from specloom.spec.load import Description, load_description
from specloom.spec.objects import OBJECTS
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]

CASES = {
    "method in capitals": (
        "3.1.0",
        'paths: {/a: {GET: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'GET', and what it says would be lost "
                "[unknown-member] at /paths/~1a/GET (did you mean 'get'?)"
            ),
        ],
    ),
    "method in capitals beside it": (
        "3.1.0",
        'paths: {/a: {GET: {responses: {"200": {description: d}}}, get: {}}}',
        [
            (
                "error: a Path Item Object has no member 'GET', and what it says would be lost [unknown-member] at "
                "/paths/~1a/GET (the path has 'get' as well: keep one of the two)"
            ),
        ],
    ),
    "a member under its name and another": (
        "3.1.0",
        "tags: [{name: a, description: b, Description: c}]\npaths: {}",
        ["warning: a Tag Object has no member 'Description' [unknown-member] at /tags/0/Description"],
    ),
    "capitalised method": (
        "3.0.3",
        'paths: {/a: {Post: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'Post', and what it says would be lost "
                "[unknown-member] at /paths/~1a/Post (did you mean 'post'?)"
            ),
        ],
    ),
    "misspelt method": (
        "3.1.0",
        'paths: {/a: {gett: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'gett', and what it says would be lost "
                "[unknown-member] at /paths/~1a/gett (did you mean 'get'?)"
            ),
        ],
    ),
    "no method of OpenAPI": (
        "3.1.0",
        'paths: {/a: {link: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'link', and what it says would be lost "
                "[unknown-member] at /paths/~1a/link (methods are: get, put, post, delete, options, head, "
                "patch, trace)"
            ),
        ],
    ),
    "parameter": (
        "3.1.0",
        'paths: {/a: {get: {parameter: [{name: q, in: query, schema: {}}], responses: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'parameter', and what it says would be lost "
                "[unknown-member] at /paths/~1a/get/parameter (did you mean 'parameters'?)"
            ),
        ],
    ),
    "parameter of a path": (
        "3.1.0",
        'paths: {/a: {parameter: [{name: q, in: query, schema: {}}], get: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'parameter', and what it says would be lost "
                "[unknown-member] at /paths/~1a/parameter (did you mean 'parameters'?)"
            ),
        ],
    ),
    "response": (
        "3.1.0",
        'paths: {/a: {get: {response: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'response', and what it says would be lost "
                "[unknown-member] at /paths/~1a/get/response (did you mean 'responses'?)"
            ),
        ],
    ),
    "request body": (
        "3.1.0",
        'paths: {/a: {post: {requestbody: {content: {}}, responses: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'requestbody', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/requestbody (did you mean 'requestBody'?)"
            ),
        ],
    ),
    "body": (
        "3.1.0",
        'paths: {/a: {post: {body: {content: {}}, responses: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'body', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/body (write 'requestBody')"
            ),
        ],
    ),
    "contents": (
        "3.1.0",
        'paths: {/a: {post: {responses: {"200": {description: d, contents: {application/json: {}}}}}}}',
        [
            (
                "error: a Response Object has no member 'contents', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/responses/200/contents (did you mean 'content'?)"
            ),
        ],
    ),
    "media type as a schema": (
        "3.1.0",
        (
            'paths: {/a: {post: {responses: {"200": {description: d, content: {application/json: {type: '
            "object, properties: {a: {}}}}}}}}}"
        ),
        [
            (
                "error: a Media Type Object has no member 'type', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/responses/200/content/application~1json/type (write it "
                "under 'schema')"
            ),
            (
                "error: a Media Type Object has no member 'properties', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/responses/200/content/application~1json/properties "
                "(write it under 'schema')"
            ),
        ],
    ),
    "misspelt schema": (
        "3.1.0",
        (
            'paths: {/a: {post: {responses: {"200": {description: d, content: {application/json: {shema: '
            "{type: object}}}}}}}}"
        ),
        [
            (
                "error: a Media Type Object has no member 'shema', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/responses/200/content/application~1json/shema (did you "
                "mean 'schema'?)"
            ),
        ],
    ),
    "component": (
        "3.1.0",
        "paths: {}\ncomponent: {schemas: {}}",
        [
            (
                "error: an OpenAPI Object has no member 'component', and what it says would be lost "
                "[unknown-member] at /component (did you mean 'components'?)"
            ),
        ],
    ),
    "schema among components": (
        "3.1.0",
        "paths: {}\ncomponents: {schema: {A: {}}}",
        [
            (
                "error: a Components Object has no member 'schema', and what it says would be lost "
                "[unknown-member] at /components/schema (did you mean 'schemas'?)"
            ),
        ],
    ),
    "host in 3.0": (
        "3.0.0",
        "paths: {}\nhost: a.example",
        [
            (
                "error: an OpenAPI Object has no member 'host', and what it says would be lost "
                "[unknown-member] at /host (write 'servers')"
            ),
        ],
    ),
    "definitions in 3.0": (
        "3.0.0",
        "paths: {}\ndefinitions: {A: {}}",
        [
            (
                "error: an OpenAPI Object has no member 'definitions', and what it says would be lost "
                "[unknown-member] at /definitions (write 'components')"
            ),
        ],
    ),
    "security definitions in 3.0": (
        "3.0.0",
        "paths: {}\nsecurityDefinitions: {A: {type: basic}}",
        [
            (
                "error: an OpenAPI Object has no member 'securityDefinitions', and what it says would be "
                "lost [unknown-member] at /securityDefinitions (write 'components')"
            ),
        ],
    ),
    "misspelt properties in 3.0": (
        "3.0.0",
        "paths: {}\ncomponents: {schemas: {A: {propertes: {a: {}}}}}",
        [
            (
                "error: a Schema Object has no member 'propertes', and what it says would be lost "
                "[unknown-member] at /components/schemas/A/propertes (did you mean 'properties'?)"
            ),
        ],
    ),
    "unknown keyword in 3.1": (
        "3.1.0",
        "paths: {}\ncomponents: {schemas: {A: {propertes: {a: {}}}}}",
        [
            (
                "warning: a Schema Object has no member 'propertes' [unknown-member] at "
                "/components/schemas/A/propertes (did you mean 'properties'?)"
            ),
        ],
    ),
    "exclusive bound in 3.0": (
        "3.0.0",
        "paths: {}\ncomponents: {schemas: {A: {exclusiveMinimum: 3}}}",
        [
            (
                "warning: 'exclusiveMinimum' of a Schema Object is a number since OpenAPI 3.1 only; it is "
                "read as there [later-version] at /components/schemas/A/exclusiveMinimum"
            ),
        ],
    ),
    "webhooks in 3.0": (
        "3.0.0",
        'paths: {}\nwebhooks: {a: {post: {responses: {"200": {description: d}}}}}',
        [
            (
                "warning: 'webhooks' of an OpenAPI Object came with OpenAPI 3.1; it is read as there "
                "[later-version] at /webhooks"
            ),
        ],
    ),
    "schema of items in 3.1": (
        "3.1.0",
        "paths: {}\ncomponents: {responses: {A: {description: d, content: {text/event-stream: {itemSchema: {}}}}}}",
        [
            (
                "warning: 'itemSchema' of a Media Type Object came with OpenAPI 3.2; it is read as there "
                "[later-version] at /components/responses/A/content/text~1event-stream/itemSchema"
            ),
        ],
    ),
    "encoding of items in 3.1": (
        "3.1.0",
        "paths: {}\ncomponents: {requestBodies: {A: {content: {multipart/mixed: {itemEncoding: {}}}}}}",
        [
            (
                "error: a Media Type Object has no member 'itemEncoding' before OpenAPI 3.2 [unknown-member] at "
                "/components/requestBodies/A/content/multipart~1mixed/itemEncoding (say 'openapi: 3.2.0' to use it)"
            ),
        ],
    ),
    "nothing under a name": (
        "3.0.3",
        (
            "paths: {/a: {post: {operationId: null, servers: null, callbacks: null, deprecated: null, parameters: "
            "[{name: q, in: query, schema: {}, required: null, content: null}], "
            "responses: {'200': {description: d, headers: null, content: null}}}}}\ncomponents: null\nservers:"
        ),
        [
            f"warning: {said}, which counts as absent [wrong-type] at {at}"
            for said, at in (
                ("'operationId' of an Operation Object is null", "/paths/~1a/post/operationId"),
                ("'servers' of an Operation Object is null", "/paths/~1a/post/servers"),
                ("'callbacks' of an Operation Object is null", "/paths/~1a/post/callbacks"),
                ("'deprecated' of an Operation Object is null", "/paths/~1a/post/deprecated"),
                ("'required' of a Parameter Object is null", "/paths/~1a/post/parameters/0/required"),
                ("'content' of a Parameter Object is null", "/paths/~1a/post/parameters/0/content"),
                ("'headers' of a Response Object is null", "/paths/~1a/post/responses/200/headers"),
                ("'content' of a Response Object is null", "/paths/~1a/post/responses/200/content"),
                ("'components' of an OpenAPI Object is null", "/components"),
                ("'servers' of an OpenAPI Object is null", "/servers"),
            )
        ],
    ),
    "null and a reference at once": (
        "3.1.1",
        (
            "paths: {}\ncomponents: {schemas: {A: {properties: {a: {type: 'null', allOf: [{$ref: "
            "'#/components/schemas/B'}]}}}, B: {type: object}}}"
        ),
        [
            (
                "warning: no value is null and what a reference leads to at once; it is read as either of them "
                "[wrong-type] at /components/schemas/A/properties/a/type (write anyOf: [{$ref: …}, {type: 'null'}])"
            ),
        ],
    ),
    "null in which something would be lost": (
        "3.1.0",
        "paths: {/a: {get: null, post: {security: null, requestBody: null}}}",
        [
            f"error: {said}, not null [wrong-type] at /paths/~1a/{at} (leave it out, or write {instead})"
            for said, at, instead in (
                ("'get' of a Path Item Object must be an Operation Object", "get", "an Operation Object"),
                ("'security' of an Operation Object must be a list", "post/security", "a list"),
                (
                    "'requestBody' of an Operation Object must be a Request Body Object",
                    "post/requestBody",
                    "a Request Body Object",
                ),
            )
        ],
    ),
    "mutual TLS in 3.0": (
        "3.0.0",
        "paths: {}\ncomponents: {securitySchemes: {a: {type: mutualTLS}}}",
        [
            (
                "warning: 'type' of a Security Scheme Object is 'mutualTLS' since OpenAPI 3.1 only; it is "
                "read as there [later-version] at /components/securitySchemes/a/type"
            ),
        ],
    ),
    "no response": (
        "3.0.0",
        "paths: {/a: {get: {responses: {}}}}",
        [
            (
                "warning: a Responses Object must have at least one response [wrong-value] at "
                "/paths/~1a/get/responses (add: default: {description: …})"
            ),
        ],
    ),
    "type twice": (
        "3.1.0",
        "paths: {}\ncomponents: {schemas: {A: {type: [string, string]}}}",
        [
            (
                "error: 'string' is twice in 'type' in 'A' [wrong-value] at /components/schemas/A/type/1"
                " (take one of them out)"
            ),
        ],
    ),
    "multiple of nothing": (
        "3.1.0",
        "paths: {}\ncomponents: {schemas: {A: {multipleOf: 0}}}",
        [
            (
                "error: 'multipleOf' of a Schema Object must be a number above 0, not 0 [wrong-type] at "
                "/components/schemas/A/multipleOf (write a number above 0, or leave it out)"
            ),
        ],
    ),
    "array without items": (
        "3.0.0",
        "paths: {}\ncomponents: {schemas: {A: {type: array}}}",
        [
            (
                "warning: a Schema Object of type array needs 'items'; any are read [missing-member] at "
                "/components/schemas/A (add: items: {})"
            ),
        ],
    ),
    "request body in 2.0": (
        "2.0",
        'paths: {/a: {post: {requestBody: {content: {}}, responses: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'requestBody', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/requestBody (write a parameter with in: body)"
            ),
        ],
    ),
    "content in 2.0": (
        "2.0",
        'paths: {/a: {post: {responses: {"200": {description: d, content: {application/json: {schema: {}}}}}}}}',
        [
            (
                "error: a Response Object has no member 'content', and what it says would be lost "
                "[unknown-member] at /paths/~1a/post/responses/200/content (write 'schema' and 'produces')"
            ),
        ],
    ),
    "components in 2.0": (
        "2.0",
        "paths: {}\ncomponents: {schemas: {}}",
        [
            (
                "error: a Swagger Object has no member 'components', and what it says would be lost "
                "[unknown-member] at /components (write 'definitions', 'parameters', 'responses' and "
                "'securityDefinitions')"
            ),
        ],
    ),
    "servers in 2.0": (
        "2.0",
        "paths: {}\nservers: [{url: https://a}]",
        [
            (
                "error: a Swagger Object has no member 'servers', and what it says would be lost "
                "[unknown-member] at /servers (write 'host', 'basePath' and 'schemes')"
            ),
        ],
    ),
    "cookie in 2.0": (
        "2.0",
        (
            'paths: {/a: {get: {parameters: [{name: a, in: cookie, type: string}], responses: {"200": '
            "{description: d}}}}}"
        ),
        [
            (
                "error: 'in' of a Parameter Object cannot be 'cookie' [wrong-value] at "
                "/paths/~1a/get/parameters/0/in (use one of: query, header, path, formData, body)"
            ),
        ],
    ),
    "schema of a parameter in 2.0": (
        "2.0",
        (
            "paths: {/a: {get: {parameters: [{name: a, in: query, schema: {type: string}}], responses: "
            '{"200": {description: d}}}}}'
        ),
        [
            (
                "warning: a Parameter Object needs 'type'; it is read as text, or as a list where it has items "
                "[missing-member] at /paths/~1a/get/parameters/0 "
                "(add: type: string, number, integer, boolean, array or file)"
            ),
            (
                "error: a Parameter Object has no member 'schema', and what it says would be lost "
                "[unknown-member] at /paths/~1a/get/parameters/0/schema (write the type into the parameter "
                "itself)"
            ),
        ],
    ),
    "type list in 2.0": (
        "2.0",
        (
            'paths: {/a: {get: {parameters: [{name: a, in: query, type: [string]}], responses: {"200": '
            "{description: d}}}}}"
        ),
        [
            (
                "error: 'type' of a Parameter Object cannot be a list [wrong-value] at "
                "/paths/~1a/get/parameters/0/type (did you mean 'string'?)"
            ),
        ],
    ),
    "choice in 2.0": (
        "2.0",
        "paths: {}\ndefinitions: {A: {oneOf: [{type: string}]}}",
        [
            (
                "warning: 'oneOf' of a Schema Object came with OpenAPI 3.0; it is read as there "
                "[later-version] at /definitions/A/oneOf"
            ),
        ],
    ),
    "one field twice": (
        "2.0",
        (
            "paths: {/a: {post: {parameters: [{name: a, in: formData, type: string},{name: a, in: formData, "
            'type: string}], responses: {"200": {description: d}}}}}'
        ),
        [
            (
                "error: formData parameter 'a' is declared twice [duplicate-parameter]"
                " at /paths/~1a/post/parameters/1 (take one of them out)"
            ),
        ],
    ),
    "schema of 3.1 in 3.0": (
        "3.0.3",
        (
            "paths: {}\ncomponents: {schemas: {A: {properties: {additionalProperties: true}, additionalProperties: "
            "false}, B: {items: {additionalProperties: true}}}}"
        ),
        [
            (
                "warning: a Schema Object is true or false since OpenAPI 3.1 only; it is read as there "
                "[later-version] at /components/schemas/A/properties/additionalProperties"
            ),
        ],
    ),
    "bound that is no flag": (
        "3.0.3",
        "paths: {}\ncomponents: {schemas: {A: {type: integer, minimum: 1, exclusiveMinimum: 'true'}}}",
        [
            (
                "error: 'exclusiveMinimum' of a Schema Object must be a boolean, not a string [wrong-type] "
                "at /components/schemas/A/exclusiveMinimum (write true or false, or leave it out)"
            ),
        ],
    ),
    "nullable that is no flag": (
        "3.0.3",
        "paths: {}\ncomponents: {schemas: {A: {type: string, nullable: 'yes'}}}",
        [
            (
                "error: 'nullable' of a Schema Object must be a boolean, not a string [wrong-type] "
                "at /components/schemas/A/nullable (write true or false, or leave it out)"
            ),
        ],
    ),
    "parameter without a name": (
        "3.1.0",
        "paths: {'/a/{}': {}}",
        [
            (
                "error: a parameter has no name in the path '/a/{}' [wrong-path] at /paths/~1a~1{} "
                "(write it as in /orders/{id})"
            ),
        ],
    ),
    "place of a later version": (
        "3.1.0",
        "paths: {/a: {get: {parameters: [{name: q, in: nowhere, schema: {}}], responses: {'200': {description: d}}}}}",
        [
            (
                "error: 'in' of a Parameter Object cannot be 'nowhere' [wrong-value] at /paths/~1a/get/parameters/0/in "
                "(use one of: query, header, path, cookie)"
            ),
        ],
    ),
    "two bodies": (
        "2.0",
        (
            'paths: {/a: {post: {parameters: [{$ref: "#/parameters/A"},{$ref: "#/parameters/B"}], responses: '
            '{"200": {description: d}}}}}\nparameters: {A: {name: a, in: body, schema: {}}, B: {name: b, in: '
            "body, schema: {}}}"
        ),
        [
            (
                "error: POST /a has two bodies [exclusive-members] at /paths/~1a/post/parameters/1 (put both "
                "into one schema)"
            ),
        ],
    ),
    "a body and a form": (
        "2.0",
        (
            "paths: {/a: {parameters: [{name: a, in: body, schema: {}}], post: {parameters: [{name: b, in: "
            'formData, type: string}], responses: {"200": {description: d}}}}}'
        ),
        [
            (
                "error: POST /a has a body and a form [exclusive-members] at /paths/~1a/post/parameters/0 "
                "(leave one of them out)"
            ),
        ],
    ),
    "body without schema": (
        "2.0",
        'paths: {/a: {post: {parameters: [{name: a, in: body}], responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Body Parameter Object needs 'schema' [missing-member] at /paths/~1a/post/parameters/0"
                " (add: schema: {type: …})"
            ),
        ],
    ),
    "scheme of 3.0 in 2.0": (
        "2.0",
        "paths: {}\nsecurityDefinitions: {a: {type: openIdConnect, openIdConnectUrl: x}}",
        [
            (
                "error: 'type' of a Security Scheme Object cannot be 'openIdConnect' [wrong-value] at "
                "/securityDefinitions/a/type (use one of: basic, apiKey, oauth2)"
            ),
            (
                "warning: 'openIdConnectUrl' of a Security Scheme Object came with OpenAPI 3.0; it has no effect "
                "here [later-version] at /securityDefinitions/a/openIdConnectUrl"
            ),
        ],
    ),
    "schemes of 3.0 in 2.0 need nothing of 3.0": (
        "2.0",
        "paths: {}\nsecurityDefinitions: {a: {type: openIdConnect}, b: {type: http}}",
        [
            (
                f"error: 'type' of a Security Scheme Object cannot be '{type_}' [wrong-value] at "
                f"/securityDefinitions/{name}/type (use one of: basic, apiKey, oauth2)"
            )
            for name, type_ in (("a", "openIdConnect"), ("b", "http"))
        ],
    ),
    "key without a name": (
        "2.0",
        "paths: {}\nsecurityDefinitions: {a: {type: apiKey, in: header}}",
        ["error: a Security Scheme Object needs 'name' [missing-member] at /securityDefinitions/a (add: name: …)"],
    ),
    "misspelt flow": (
        "2.0",
        (
            "paths: {}\nsecurityDefinitions: {a: {type: oauth2, flow: accesscode, authorizationUrl: x, "
            "tokenUrl: y, scopes: {}}}"
        ),
        [
            (
                "error: 'flow' of a Security Scheme Object cannot be 'accesscode' [wrong-value] at "
                "/securityDefinitions/a/flow (did you mean 'accessCode'?)"
            ),
        ],
    ),
    "no flow": (
        "2.0",
        "paths: {}\nsecurityDefinitions: {a: {type: oauth2}}",
        [
            (
                "error: a Security Scheme Object needs 'flow' [missing-member] at /securityDefinitions/a "
                "(add: flow: implicit, password, application or accessCode)"
            ),
        ],
    ),
    "misspelt scheme": (
        "2.0",
        "paths: {}\nschemes: [htp]",
        [
            ("error: '0' in 'schemes' cannot be 'htp' [wrong-value] at /schemes/0 (did you mean 'http'?)"),
        ],
    ),
    "trace in 2.0": (
        "2.0",
        'paths: {/a: {trace: {responses: {"200": {description: d}}}}}',
        [
            (
                "error: a Path Item Object has no member 'trace', and what it says would be lost "
                "[unknown-member] at /paths/~1a/trace (methods are: get, put, post, delete, options, head, "
                "patch)"
            ),
        ],
    ),
    "no paths in 2.0": (
        "2.0",
        "definitions: {}",
        [
            "error: a Swagger Object needs 'paths' [missing-member] at  (add: paths: {})",
        ],
    ),
    "no responses in 2.0": (
        "2.0",
        "paths: {/a: {get: {}}}",
        [
            (
                "error: an Operation Object needs 'responses' [missing-member] at /paths/~1a/get (add: "
                "responses: {default: {description: …}})"
            ),
        ],
    ),
    "tag twice": (
        "3.0.0",
        "tags: [{name: a},{name: a}]\npaths: {}",
        [
            "warning: the tag 'a' is declared twice; the last one counts [duplicate-tag] at /tags/1 (merge them)",
        ],
    ),
    "tag without a name beside others": (
        "3.0.0",
        "tags: [{name: ''},{name: a}]\npaths: {}",
        [],
    ),
    "no such scheme": (
        "3.0.0",
        'paths: {/a: {get: {security: [{k: []}], responses: {"200": {description: d}}}}}',
        [
            (
                "error: there is no security scheme 'k' [unknown-security-scheme] at /paths/~1a/get/security/0/k"
                " (add it to components/securitySchemes)"
            ),
        ],
    ),
    "misspelt security": (
        "3.0.0",
        'paths: {/a: {get: {securty: [{k: []}], responses: {"200": {description: d}}}}}',
        [
            (
                "error: an Operation Object has no member 'securty', and what it says would be lost "
                "[unknown-member] at /paths/~1a/get/securty (did you mean 'security'?)"
            ),
        ],
    ),
    "misspelt reference": (
        "3.0.0",
        'paths: {}\ncomponents: {schemas: {A: {ref: "#/components/schemas/A"}}}',
        [
            (
                "error: a Schema Object has no member 'ref', and what it says would be lost [unknown-member] "
                "at /components/schemas/A/ref (did you mean '$ref'?)"
            ),
        ],
    ),
    "scope of a key": (
        "3.0.0",
        (
            'paths: {/a: {get: {security: [{k: [x]}], responses: {"200": {description: d}}}}}\ncomponents: '
            "{securitySchemes: {k: {type: apiKey, name: k, in: header}}}"
        ),
        [
            (
                "warning: the security scheme 'k' has no scopes, for it is of type apiKey [unknown-scope] at "
                "/paths/~1a/get/security/0/k (write [])"
            ),
        ],
    ),
    "type list in 3.0": (
        "3.0.3",
        (
            "paths: {}\ncomponents: {schemas: {A: {type: [string, integer]}, B: {type: [string]}, "
            "C: {type: [string, 'null']}, D: {type: [string, null]}}}"
        ),
        [
            (
                "error: 'type' of a Schema Object is one type before OpenAPI 3.1, not a list [wrong-type] at "
                "/components/schemas/A/type (write anyOf, or openapi: 3.1.1)"
            ),
            (
                "error: 'type' of a Schema Object is one type before OpenAPI 3.1, not a list [wrong-type] at "
                "/components/schemas/B/type (write type: string)"
            ),
            (
                "error: 'type' of a Schema Object is one type before OpenAPI 3.1, not a list [wrong-type] at "
                "/components/schemas/C/type (write type: string, and nullable: true beside it)"
            ),
            (
                "error: 'type' of a Schema Object is one type before OpenAPI 3.1, not a list [wrong-type] at "
                "/components/schemas/D/type (write type: string, and nullable: true beside it)"
            ),
        ],
    ),
    "read-only and write-only": (
        "3.0.3",
        "paths: {}\ncomponents: {schemas: {A: {readOnly: true, writeOnly: true}}}",
        [
            (
                "error: a Schema Object cannot be both readOnly and writeOnly [exclusive-members] at "
                "/components/schemas/A (keep one of the two)"
            ),
        ],
    ),
    "no paths in 3.0": (
        "3.0.3",
        "components: {}",
        [
            "error: an OpenAPI Object needs 'paths' [missing-member] at  (add: paths: {})",
        ],
    ),
    "no responses in 3.0": (
        "3.0.3",
        "paths: {/a: {get: {}}}",
        [
            (
                "error: an Operation Object needs 'responses' [missing-member] at /paths/~1a/get (add: "
                "responses: {default: {description: …}})"
            ),
        ],
    ),
    "no responses in 3.1": (
        "3.1.0",
        "paths: {/a: {get: {}}}",
        [],
    ),
    "schema of a response": (
        "3.0.3",
        'paths: {/a: {get: {responses: {"200": {description: d, schema: {type: string}}}}}}',
        [
            (
                "error: a Response Object has no member 'schema', and what it says would be lost "
                "[unknown-member] at /paths/~1a/get/responses/200/schema (write 'content')"
            ),
        ],
    ),
    "default of a server in 3.0": (
        "3.0.3",
        'servers: [{url: "https://{a}", variables: {a: {default: x, enum: [y]}}}]\npaths: {}',
        [
            (
                "warning: 'default' of a Server Variable Object should be one of its enum, not 'x' "
                "[wrong-value] at /servers/0/variables/a/default (use one of: y)"
            ),
        ],
    ),
    "default of a server in 3.1": (
        "3.1.0",
        'servers: [{url: "https://{a}", variables: {a: {default: x, enum: [y]}}}]\npaths: {}',
        [
            (
                "error: 'default' of a Server Variable Object cannot be 'x' [wrong-value] at "
                "/servers/0/variables/a/default (use one of: y)"
            ),
        ],
    ),
    "empty enum of a server in 3.0": (
        "3.0.3",
        'servers: [{url: "https://{a}", variables: {a: {default: x, enum: []}}}]\npaths: {}',
        [
            (
                "warning: 'enum' of a Server Variable Object should not be empty [wrong-value] at "
                "/servers/0/variables/a/enum (leave it out, or list the values)"
            ),
        ],
    ),
    "ports without quotes": (
        "3.0.3",
        'servers: [{url: "https://a:{p}", variables: {p: {default: 8443, enum: [443, 8443]}}}]\npaths: {}',
        [
            (
                "warning: 'default' of a Server Variable Object must be a string, not a number; it is read as '8443' "
                "[wrong-type] at /servers/0/variables/p/default (put it in quotes: '8443')"
            ),
            (
                "warning: a value in 'enum' of a Server Variable Object must be a string, not a number; it is read as "
                "'443' [wrong-type] at /servers/0/variables/p/enum/0 (put it in quotes: '443')"
            ),
            (
                "warning: a value in 'enum' of a Server Variable Object must be a string, not a number; it is read as "
                "'8443' [wrong-type] at /servers/0/variables/p/enum/1 (put it in quotes: '8443')"
            ),
        ],
    ),
    "a reference to a media type": (
        "3.0.3",
        (
            "paths: {/a: {get: {responses: {200: {description: d, content:"
            " {a/b: {$ref: '#/components/mediaTypes/M'}}}}}}}\n"
            "components: {mediaTypes: {M: {schema: {type: string}}}}"
        ),
        [
            (
                "warning: a reference to a Media Type Object came with OpenAPI 3.2; it is read as there "
                "[later-version] at /paths/~1a/get/responses/200/content/a~1b"
            ),
            (
                "warning: 'mediaTypes' of a Components Object came with OpenAPI 3.2; it is read as there "
                "[later-version] at /components/mediaTypes"
            ),
        ],
    ),
    "words without quotes": (
        "3.1.0",
        (
            'servers: [{url: "https://a/{b}", variables: {b: {default: True, enum: [True, 1.0]}}}]\n'
            "paths: {'/{n}': {get: {tags: [2026], parameters: [\n"
            "  {name: n, in: path, required: true, schema: {required: [false], pattern: 1.50}}]}}}"
        ),
        [
            (
                "warning: 'default' of a Server Variable Object must be a string, not a boolean; it is read as 'True' "
                "[wrong-type] at /servers/0/variables/b/default (put it in quotes: 'True')"
            ),
            (
                "warning: a value in 'enum' of a Server Variable Object must be a string, not a boolean; it is read as "
                "'True' [wrong-type] at /servers/0/variables/b/enum/0 (put it in quotes: 'True')"
            ),
            (
                "warning: a value in 'enum' of a Server Variable Object must be a string, not a number; it is read as "
                "'1.0' [wrong-type] at /servers/0/variables/b/enum/1 (put it in quotes: '1.0')"
            ),
            (
                "warning: a value in 'tags' of an Operation Object must be a string, not a number; it is read as "
                "'2026' [wrong-type] at /paths/~1{n}/get/tags/0 (put it in quotes: '2026')"
            ),
            (
                "warning: a value in 'required' of a Schema Object must be a string, not a boolean; it is read as "
                "'false' [wrong-type] at /paths/~1{n}/get/parameters/0/schema/required/0 (put it in quotes: 'false')"
            ),
            (
                "warning: 'pattern' of a Schema Object must be a string, not a number; it is read as '1.50' "
                "[wrong-type] at /paths/~1{n}/get/parameters/0/schema/pattern (put it in quotes: '1.50')"
            ),
        ],
    ),
    "values of texts without quotes": (
        "3.0.3",
        (
            "paths: {/a: {get: {responses: {'204': {description: d}}, parameters: [\n"
            "  {name: a, in: query, schema: {type: string, nullable: true, enum: [1.0, x, true, null]}}]}}}\n"
        ),
        [
            (
                "warning: a value in 'enum' of a Schema Object must be a string, not a number; it is read as '1.0' "
                "[wrong-type] at /paths/~1a/get/parameters/0/schema/enum/0 (put it in quotes: '1.0')"
            ),
            (
                "warning: a value in 'enum' of a Schema Object must be a string, not a boolean; it is read as 'true' "
                "[wrong-type] at /paths/~1a/get/parameters/0/schema/enum/2 (put it in quotes: 'true')"
            ),
        ],
    ),
    "a constant text without quotes": (
        "3.1.0",
        (
            "paths: {}\ncomponents: {schemas: {A: {type: [string, 'null'], const: 007},\n"
            "  B: {type: integer, enum: [1]}, C: {type: string, enum: [0x1F]},\n"
            "  D: {type: [string, 'null'], default: null}, E: {type: string, default: 1.10}}}"
        ),
        [
            (
                "warning: 'const' of a Schema Object must be a string, not a number; it is read as '007' "
                "[wrong-type] at /components/schemas/A/const (put it in quotes: '007')"
            ),
            (
                "warning: a value in 'enum' of a Schema Object must be a string, not a number; it is read as '0x1F' "
                "[wrong-type] at /components/schemas/C/enum/0 (put it in quotes: '0x1F')"
            ),
            (
                "warning: 'default' of a Schema Object must be a string, not a number; it is read as '1.10' "
                "[wrong-type] at /components/schemas/E/default (put it in quotes: '1.10')"
            ),
        ],
    ),
    "values of texts without quotes in a parameter": (
        "2.0",
        (
            "paths: {/a: {get: {responses: {'204': {description: d}}, parameters: [\n"
            "  {name: a, in: query, type: array, items: {type: string, enum: [1]}}]}}}\n"
        ),
        [
            (
                "warning: a value in 'enum' of a Schema Object must be a string, not a number; it is read as '1' "
                "[wrong-type] at /paths/~1a/get/parameters/0/items/enum/0 (put it in quotes: '1')"
            ),
        ],
    ),
    "a response, a header and a flow of which little is said": (
        "3.0.3",
        (
            "paths: {/a: {get: {responses: {204: , 200: {description: d, headers: {X-A: {description: a}}}}}}}\n"
            "components: {securitySchemes: {o: {type: oauth2, flows: {implicit: {authorizationUrl: https://a/b}}}}}"
        ),
        [
            (
                "warning: '204' of a Responses Object is null, which counts as a response without a body [wrong-type] "
                "at /paths/~1a/get/responses/204 (describe it: {description: …})"
            ),
            (
                "warning: a Header Object needs 'schema' or 'content'; it is read as text [missing-member] at "
                "/paths/~1a/get/responses/200/headers/X-A (add: schema: {type: string})"
            ),
            (
                "warning: an Implicit OAuth Flow Object needs 'scopes'; there are none [missing-member] at "
                "/components/securitySchemes/o/flows/implicit (add: scopes: …)"
            ),
        ],
    ),
    "a response, a header and a scheme of which little is said": (
        "2.0",
        (
            "paths: {/a: {get: {responses: {204: , 200: {description: d, headers: {X-A: {description: a}}}}}}}\n"
            "securityDefinitions: {o: {type: oauth2, flow: implicit, authorizationUrl: https://a/b}}"
        ),
        [
            (
                "warning: '204' of a Responses Object is null, which counts as a response without a body [wrong-type] "
                "at /paths/~1a/get/responses/204 (describe it: {description: …})"
            ),
            (
                "warning: a Header Object needs 'type'; it is read as text, or as a list where it has items "
                "[missing-member] at /paths/~1a/get/responses/200/headers/X-A "
                "(add: type: string, number, integer, boolean or array)"
            ),
            (
                "warning: a Security Scheme Object needs 'scopes'; there are none [missing-member] at "
                "/securityDefinitions/o (add: scopes: …)"
            ),
        ],
    ),
    "nothing where it can mean nothing only": (
        "3.1.0",
        (
            "paths: {/a: {get: {tags: null, parameters: null, responses: {'204': {description: d}}}}}\ncomponents: "
            "{schemas: {A: {properties: null}, B: {type: [string, null]}, C: {anyOf: [{type: null}, {type: string}]}}}"
        ),
        [
            (
                "warning: 'tags' of an Operation Object is null, which counts as absent [wrong-type] at "
                "/paths/~1a/get/tags"
            ),
            (
                "warning: 'parameters' of an Operation Object is null, which counts as absent [wrong-type] at "
                "/paths/~1a/get/parameters"
            ),
            (
                "warning: 'properties' of a Schema Object is null, which counts as absent [wrong-type] at "
                "/components/schemas/A/properties"
            ),
            (
                "warning: a type of a Schema Object must be a string, not null; it is read as 'null' [wrong-type] at "
                "/components/schemas/B/type/1 (put it in quotes: 'null')"
            ),
            (
                "warning: a type of a Schema Object must be a string, not null; it is read as 'null' [wrong-type] at "
                "/components/schemas/C/anyOf/0/type (put it in quotes: 'null')"
            ),
        ],
    ),
    "flags in quotes": (
        "3.0.3",
        (
            "paths: {'/a/{b}': {get: {parameters: [{name: b, in: path, required: 'true', schema: {type: string}}, "
            "{name: c, in: query, required: 'false', schema: {type: string}}], responses: {'204': {description: d}}}}}"
        ),
        [
            (
                "warning: 'required' of a Parameter Object must be a boolean, not a string; it is read as true "
                "[wrong-type] at /paths/~1a~1{b}/get/parameters/0/required (write it without quotes: true)"
            ),
            (
                "warning: 'required' of a Parameter Object must be a boolean, not a string; it is read as false "
                "[wrong-type] at /paths/~1a~1{b}/get/parameters/1/required (write it without quotes: false)"
            ),
        ],
    ),
    "numbers and flags of schemas in quotes": (
        "2.0",
        (
            "paths: {/a: {get: {parameters: [{name: b, in: query, type: number, minimum: '-0.5'}],"
            " responses: {'200': {description: d, headers: {H: {type: string, maxLength: '5'}}}}}}}\n"
            "definitions: {A: {type: array, items: {}, uniqueItems: 'true', minItems: '01', maxItems: a few}}"
        ),
        [
            (
                "warning: 'minimum' of a Schema Object must be a number, not a string; it is read as -0.5 [wrong-type]"
                " at /paths/~1a/get/parameters/0/minimum (write it without quotes: -0.5)"
            ),
            (
                "warning: 'maxLength' of a Schema Object must be an integer of at least 0, not a string; it is read as"
                " 5 [wrong-type] at /paths/~1a/get/responses/200/headers/H/maxLength (write it without quotes: 5)"
            ),
            (
                "warning: 'uniqueItems' of a Schema Object must be a boolean, not a string; it is read as true"
                " [wrong-type] at /definitions/A/uniqueItems (write it without quotes: true)"
            ),
            (
                "error: 'minItems' of a Schema Object must be an integer of at least 0, not '01' [wrong-type] at"
                " /definitions/A/minItems (write an integer of at least 0, or leave it out)"
            ),
            (
                "error: 'maxItems' of a Schema Object must be an integer of at least 0, not 'a few' [wrong-type] at"
                " /definitions/A/maxItems (write an integer of at least 0, or leave it out)"
            ),
        ],
    ),
    "texts without quotes": (
        "3.1.0",
        "tags: [{name: 5}]\npaths: {/a: {get: {operationId: 12, responses: {2xx: {}, 404: {description: null}}}}}",
        [
            (
                "warning: 'name' of a Tag Object must be a string, not a number; it is read as '5' "
                "[wrong-type] at /tags/0/name (put it in quotes: '5')"
            ),
            (
                "warning: 'operationId' of an Operation Object must be a string, not a number; it is read as "
                "'12' [wrong-type] at /paths/~1a/get/operationId (put it in quotes: '12')"
            ),
            (
                "warning: '2xx' is no status code; it is read as '2XX' [wrong-status-code] at "
                "/paths/~1a/get/responses/2xx (write the X of a range in capitals)"
            ),
            (
                "warning: a Response Object needs 'description'; it is read as empty [missing-member] at "
                "/paths/~1a/get/responses/2xx (add: description: …)"
            ),
            (
                "warning: 'description' of a Response Object is null, which counts as empty [wrong-type] at "
                "/paths/~1a/get/responses/404/description"
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_document(name: str, findings: Find):
    version, text, expected = CASES[name]
    member = "swagger: '2.0'" if version == "2.0" else f"openapi: {version}"
    found = findings(f"{member}\ninfo: {{title: T, version: '1'}}\n{text}\n")
    assert [line.partition(": ")[2] for line in found] == expected


OF_EACH_KIND = """
info: {title: T, version: '1', license: {name: L}}
servers: [{url: 'https://a.example'}]
tags: [{name: t}]
paths: {/a: {}}
components:
  schemas: {A: {type: object, discriminator: {propertyName: a}, xml: {}}}
  examples: {E: {}}
  responses: {R: {description: d, content: {a/b: {}}}}
  requestBodies: {B: {content: {multipart/form-data: {schema: {type: object}, encoding: {a: {}}}}}}
  securitySchemes: {O: {type: oauth2, flows: {}}}
"""
"""One object of each kind that a later version has added members to."""
PLACES = {
    "OpenAPI": (),
    "Info": ("info",),
    "License": ("info", "license"),
    "Server": ("servers", 0),
    "Components": ("components",),
    "Path Item": ("paths", "/a"),
    "Media Type": ("components", "responses", "R", "content", "a/b"),
    "Encoding": ("components", "requestBodies", "B", "content", "multipart/form-data", "encoding", "a"),
    "Response": ("components", "responses", "R"),
    "Example": ("components", "examples", "E"),
    "Tag": ("tags", 0),
    "Schema": ("components", "schemas", "A"),
    "Discriminator": ("components", "schemas", "A", "discriminator"),
    "XML": ("components", "schemas", "A", "xml"),
    "Security Scheme": ("components", "securitySchemes", "O"),
    "OAuth Flows": ("components", "securitySchemes", "O", "flows"),
}


@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_members_of_later_versions_are_told_in_each_kind_of_object(version: str, findings: Find):
    document = yaml.safe_load(OF_EACH_KIND)
    later = [(kind, name) for kind in OBJECTS.values() for name, each in kind.members.items() if each.since > version]
    for kind, name in later:
        holder = document
        for key in PLACES[kind.name]:
            holder = holder[key]
        holder[name] = {}
    found = findings(json.dumps({"openapi": f"{version}.0", **document}))
    for kind, name in later:
        said = [
            line
            for line in found
            if f"{name}'" in line and kind.title in line and f"OpenAPI {kind.members[name].since}" in line
        ]
        assert len(said) == 1, (kind.name, name)
        assert (": error: " in said[0]) == kind.members[name].decisive


@pytest.mark.parametrize("style", ["style: pipeDelimited", "explode: true"])
def test_nothing_but_the_collection_format_says_how_lists_are_written_in_20(style: str, load: Load):
    parameter = f"{{name: q, in: query, type: array, items: {{type: string}}, {style}}}"
    operation = f"{{parameters: [{parameter}], responses: {{'200': {{description: d}}}}}}"
    description = load(f"swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {operation}}}}}\n")
    (q,) = description.document.operations[0].parameters
    assert (q.style, q.explode) == ("form", False)
    assert [finding.rule for finding in description.warnings] == ["later-version"]


def test_what_belongs_to_each_version_is_said_nothing_about(findings: Find):
    schema = "{type: [string, 'null'], const: a, examples: [a]}"
    assert (
        findings(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents: {{schemas: {{A: {schema}}}}}\n") == []
    )
    schema = "{type: string, nullable: true, minimum: 1, exclusiveMinimum: true, example: a}"
    assert (
        findings(
            f"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n"
        )
        == []
    )


def test_numbers_without_quotes_keep_their_digits(load: Load):
    description = load("openapi: 3.1\ninfo: {title: 2024, version: 1.10}\npaths: {}\n")
    assert (description.document.title, description.document.version) == ("2024", "1.10")
    assert [finding.rule for finding in description.warnings] == ["wrong-type"] * 3


def test_a_variable_that_nobody_declares_is_given_by_callers(load: Load):
    document = load("servers: [{url: 'https://{a}.example'}]\npaths: {}\n").document
    (variable,) = document.servers[0].variables.values()
    assert (variable.default, variable.extension) == ("", {"required": True})


@pytest.mark.parametrize(
    ("schema", "version", "severity"),
    [
        ("{type: string, enum: [a], default: b}", "3.0.3", "warning"),
        ("{type: string, enum: [a], default: b}", "3.1.0", "warning"),
        ("{type: integer, maximum: 1, default: 2}", "3.0.3", "warning"),
        ("{type: integer, default: a}", "3.1.0", "error"),
        ("{type: string, default: [a]}", "3.0.3", "error"),
        ("{type: string, default: [a]}", "3.1.0", "warning"),
        ("{type: string, default: null}", "3.0.3", "warning"),
        ("{type: integer, default: '1'}", "3.0.3", "warning"),
        ("{type: integer, default: 'null'}", "3.1.0", "warning"),
    ],
)
def test_a_default_has_to_fit_as_its_version_says(schema: str, version: str, severity: str, findings: Find):
    head = f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n"
    (found,) = findings(f"{head}components: {{schemas: {{A: {schema}}}}}\n")
    assert f": {severity}: default does not fit its schema: " in found


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ("swagger: '2.0'", "OpenAPI 2.0, Operation Object"),
        ("openapi: 3.0.1", "OpenAPI 3.0.4, 4.7.10"),
        ("openapi: 3.1.0", "OpenAPI 3.1.1, 4.8.10"),
        ("openapi: 3.2.0", "OpenAPI 3.2.0, 4.10"),
    ],
)
def test_an_error_names_the_section_of_its_own_version(head: str, section: str, tmp_path: Path):
    parameter = (
        "{name: a, in: query, type: string}" if head.startswith("swagger") else "{name: a, in: query, schema: {}}"
    )
    other = parameter.replace("{name", "{description: d, name", 1)
    operation = f"{{parameters: [{parameter}, {other}], responses: {{'200': {{description: d}}}}}}"
    spec = tmp_path / "openapi.yaml"
    spec.write_text(f"{head}\ninfo: {{title: Shop, version: '1'}}\npaths: {{/a: {{get: {operation}}}}}\n")
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(spec))
    (finding,) = [each for each in caught.value.findings if each.severity.stops]
    assert basis_of(finding.rule, finding.version) == section


@pytest.mark.parametrize(
    ("rule", "sections"),
    {
        "undeclared-path-parameter": ("2.0, Path Templating", "3.0.4, 3.5", "3.1.1, 3.5", "3.2.0, 4.8.2"),
        "unsupported-yaml": ("2.0, Format", "3.0.4, 4.2", "3.1.1, 4.2", "3.2.0, 3.1"),
        "undeclared-server-variable": ("2.0, Swagger Object", "3.0.4, 4.7.5", "3.1.1, 4.8.5", "3.2.0, 4.5"),
        "unknown-scope": ("2.0, Security Requirement Object", "3.0.4, 4.7.30", "3.1.1, 4.8.30", "3.2.0, 4.30"),
        "unresolved-reference": ("2.0, Reference Object", "3.0.4, 4.7.23", "3.1.1, 4.6", "3.2.0, 4.1.2.2"),
    }.items(),
)
def test_sections_are_where_each_version_has_them(rule: str, sections: tuple[str, ...]):
    """As the headings of the specifications are numbered; 2.0 has no numbers."""
    for version, section in zip(("2.0", "3.0", "3.1", "3.2"), sections, strict=True):
        assert basis_of(rule, version).removesuffix("; RFC 6901, 4") == f"OpenAPI {section}"
