# Generated from the description of Jobs by specloom; edits will be lost.

"""Calls under `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing import Any

    from ..models.job import Job
    from ..models.ticket import Ticket

__all__ = ["AsyncJobsResource", "JobsResource"]


class JobsResource(Resource):
    """Calls under `jobs`."""

    def find_job(self) -> Job | None:
        """Find a job, which may not be there.

        `GET /jobs`
        """
        from ..models.job import Job

        return self._json_or_none(_find_job(), Job)

    def start_job(self) -> Job | Ticket | None:
        """Start a job, or learn which one runs.

        `POST /jobs`
        """
        from ..models.job import Job
        from ..models.ticket import Ticket

        answer: Job | Ticket | None = self._by_status(
            _start_job(), {200: Job, 202: Ticket, 204: None}
        )
        return answer

    def poke_job(self) -> Job:
        """Whatever happens is the default.

        `PUT /jobs`
        """
        from ..models.job import Job

        return self._json(_poke_job(), Job)

    def list_ids(self) -> list[int]:
        """Call `GET /jobs/ids`."""
        return self._json(_list_ids(), list[int])

    def delete_all(self) -> None:
        """Call `DELETE /jobs/ids`."""
        self._nothing(_delete_all())

    def repair(self) -> Any:
        """Call `PATCH /jobs/ids`."""
        from typing import Any

        answer: Any = self._json(_repair(), Any)
        return answer

    def read_log(self) -> Job | bytes:
        """Call `GET /jobs/log`."""
        from ..models.job import Job

        answer: Job | bytes = self._by_status(_read_log(), {200: Job, 206: bytes})
        return answer


class AsyncJobsResource(AsyncResource):
    """Calls under `jobs`."""

    async def find_job(self) -> Job | None:
        """Find a job, which may not be there.

        `GET /jobs`
        """
        from ..models.job import Job

        return await self._json_or_none(_find_job(), Job)

    async def start_job(self) -> Job | Ticket | None:
        """Start a job, or learn which one runs.

        `POST /jobs`
        """
        from ..models.job import Job
        from ..models.ticket import Ticket

        answer: Job | Ticket | None = await self._by_status(
            _start_job(), {200: Job, 202: Ticket, 204: None}
        )
        return answer

    async def poke_job(self) -> Job:
        """Whatever happens is the default.

        `PUT /jobs`
        """
        from ..models.job import Job

        return await self._json(_poke_job(), Job)

    async def list_ids(self) -> list[int]:
        """Call `GET /jobs/ids`."""
        return await self._json(_list_ids(), list[int])

    async def delete_all(self) -> None:
        """Call `DELETE /jobs/ids`."""
        await self._nothing(_delete_all())

    async def repair(self) -> Any:
        """Call `PATCH /jobs/ids`."""
        from typing import Any

        answer: Any = await self._json(_repair(), Any)
        return answer

    async def read_log(self) -> Job | bytes:
        """Call `GET /jobs/log`."""
        from ..models.job import Job

        answer: Job | bytes = await self._by_status(_read_log(), {200: Job, 206: bytes})
        return answer


def _find_job() -> Request:
    request = Request("GET", "/jobs")
    return request


def _start_job() -> Request:
    request = Request("POST", "/jobs")
    return request


def _poke_job() -> Request:
    request = Request("PUT", "/jobs")
    request.accept("application/vnd.jobs+json")
    return request


def _list_ids() -> Request:
    request = Request("GET", "/jobs/ids")
    return request


def _delete_all() -> Request:
    request = Request("DELETE", "/jobs/ids")
    return request


def _repair() -> Request:
    request = Request("PATCH", "/jobs/ids")
    return request


def _read_log() -> Request:
    request = Request("GET", "/jobs/log")
    request.accept("application/json, application/octet-stream")
    return request
