"""Runs a night train company on a loopback port, and gives its description, as the README's own path needs it.

The description is of the kind that companies publish: pages behind `data` and `links`, operationIds that repeat their
tags, problem details, a server that is relative to the document.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loopback import LoopbackServer, serving
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

__all__ = ["RailServer", "running"]

_PAGE_SIZE = 2
DESCRIPTION = """\
openapi: 3.1.0
info: {title: Night Rail API, version: "1.2.0", description: Beds on trains between cities.}
servers: [{url: /v1}]
security: [{token: []}]
tags:
  - {name: Stations, description: Where night trains stop.}
  - {name: Bookings, description: Beds that somebody has taken.}
paths:
  /stations:
    get:
      operationId: get-stations
      tags: [Stations]
      summary: List stations.
      parameters: [{$ref: "#/components/parameters/page"}, {$ref: "#/components/parameters/limit"}]
      responses:
        "200":
          description: A page of stations.
          content:
            application/json:
              schema:
                allOf:
                  - {$ref: "#/components/schemas/Page"}
                  - {properties: {data: {type: array, items: {$ref: "#/components/schemas/Station"}}}}
        "400": {$ref: "#/components/responses/Problem"}
  /bookings:
    post:
      operationId: create-booking
      tags: [Bookings]
      summary: Take a bed.
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/NewBooking"}}}
      responses:
        "201":
          description: The booking.
          content: {application/json: {schema: {$ref: "#/components/schemas/Booking"}}}
        "409": {$ref: "#/components/responses/Problem"}
  /bookings/{bookingId}:
    parameters: [{name: bookingId, in: path, required: true, schema: {type: string}, description: Its number.}]
    get:
      operationId: get-booking
      tags: [Bookings]
      summary: Read a booking.
      responses:
        "200":
          description: The booking.
          content: {application/json: {schema: {$ref: "#/components/schemas/Booking"}}}
        "404": {$ref: "#/components/responses/Problem"}
components:
  parameters:
    page: {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}, description: Number of the page.}
    limit: {name: limit, in: query, schema: {type: integer, maximum: 100}, description: How many on a page.}
  securitySchemes:
    token: {type: http, scheme: bearer}
  responses:
    Problem:
      description: What went wrong.
      content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
  schemas:
    Page:
      type: object
      properties:
        links:
          type: object
          properties: {self: {type: string, format: uri}, next: {type: string, format: uri}}
    Station: {type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}}}
    NewBooking:
      type: object
      required: [station, night]
      properties: {station: {type: string}, night: {type: string, format: date}}
    Booking:
      type: object
      required: [id]
      properties: {id: {type: string}, station: {type: string}, night: {type: string, format: date}}
    Problem:
      type: object
      properties: {type: {type: string}, title: {type: string}, detail: {type: string}, status: {type: integer}}
"""


@dataclass(repr=False)
class RailServer(LoopbackServer):
    """The company's state."""

    description: str = DESCRIPTION
    stations: list[dict[str, str]] = field(default_factory=list)
    bookings: dict[str, dict[str, str]] = field(default_factory=dict)


@contextmanager
def running() -> Iterator[RailServer]:
    """Run the server on a free port of the loopback interface until the `with` statement ends."""
    state = RailServer()

    async def describe(_: Request) -> Response:
        return Response(state.description, media_type="application/yaml")

    async def list_stations(request: Request) -> JSONResponse:
        page = int(request.query_params.get("page", 1))
        start = (page - 1) * _PAGE_SIZE
        links = {"self": str(request.url)}
        if start + _PAGE_SIZE < len(state.stations):
            links["next"] = str(request.url.include_query_params(page=page + 1))
        return JSONResponse({"data": state.stations[start : start + _PAGE_SIZE], "links": links})

    async def book(request: Request) -> JSONResponse:
        wanted = await request.json()
        if wanted["station"] not in {station["id"] for station in state.stations}:
            problem = {"type": "no-such-station", "detail": f"no train stops at {wanted['station']}"}
            return JSONResponse(problem, 409, media_type="application/problem+json")
        booking = {"id": f"B{len(state.bookings) + 1}", **wanted}
        state.bookings[booking["id"]] = booking
        return JSONResponse(booking, 201)

    async def read_booking(request: Request) -> JSONResponse:
        return JSONResponse(state.bookings[request.path_params["number"]])

    routes = [
        Route("/openapi.yaml", describe),
        Route("/v1/stations", list_stations),
        Route("/v1/bookings", book, methods=["POST"]),
        Route("/v1/bookings/{number}", read_booking),
    ]
    with serving(state, Starlette(routes=routes)):
        yield state
