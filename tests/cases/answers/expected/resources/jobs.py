# Generated from the description of Jobs by specloom; edits will be lost.

"""Calls under `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any as _Any

from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from ..models.job import Job
    from ..models.ticket import Ticket

__all__ = ["AsyncJobsResource", "JobsResource"]


class JobsResource(_FormatsResource):
    """Calls under `jobs`."""

    def find_job(self) -> Job | None:
        """Find a job, which may not be there.

        `GET /jobs`
        """
        from ..models.job import Job

        return self._json(_find_job_request(), Job)

    def start_job(self) -> Job | Ticket | None:
        """Start a job, or learn which one runs.

        `POST /jobs`
        """
        from .._runtime.features.by_status import by_status as _by_status
        from ..models.job import Job
        from ..models.ticket import Ticket

        _answer: Job | Ticket | None = self._read(
            _start_job_request(), _by_status({200: Job, 202: Ticket, 204: None})
        )
        return _answer

    def poke_job(self) -> Job:
        """Whatever happens is the default.

        `PUT /jobs`
        """
        from ..models.job import Job

        return self._json(_poke_job_request(), Job)

    def list_ids(self) -> list[int]:
        """Call `GET /jobs/ids`."""
        return self._json(_list_ids_request(), list[int])

    def delete_all(self) -> None:
        """Call `DELETE /jobs/ids`."""
        self._nothing(_delete_all_request())

    def repair(self) -> _Any:
        """Call `PATCH /jobs/ids`."""
        _answer: _Any = self._json(_repair_request(), _Any)
        return _answer

    def read_log(self) -> Job | bytes:
        """Call `GET /jobs/log`."""
        from .._runtime.features.by_status import by_status as _by_status
        from ..models.job import Job

        _answer: Job | bytes = self._read(_read_log_request(), _by_status({200: Job, 206: bytes}))
        return _answer


class AsyncJobsResource(_AsyncFormatsResource):
    """Calls under `jobs`."""

    async def find_job(self) -> Job | None:
        """Find a job, which may not be there.

        `GET /jobs`
        """
        from ..models.job import Job

        return await self._json(_find_job_request(), Job)

    async def start_job(self) -> Job | Ticket | None:
        """Start a job, or learn which one runs.

        `POST /jobs`
        """
        from .._runtime.features.by_status import by_status as _by_status
        from ..models.job import Job
        from ..models.ticket import Ticket

        _answer: Job | Ticket | None = await self._read(
            _start_job_request(), _by_status({200: Job, 202: Ticket, 204: None})
        )
        return _answer

    async def poke_job(self) -> Job:
        """Whatever happens is the default.

        `PUT /jobs`
        """
        from ..models.job import Job

        return await self._json(_poke_job_request(), Job)

    async def list_ids(self) -> list[int]:
        """Call `GET /jobs/ids`."""
        return await self._json(_list_ids_request(), list[int])

    async def delete_all(self) -> None:
        """Call `DELETE /jobs/ids`."""
        await self._nothing(_delete_all_request())

    async def repair(self) -> _Any:
        """Call `PATCH /jobs/ids`."""
        _answer: _Any = await self._json(_repair_request(), _Any)
        return _answer

    async def read_log(self) -> Job | bytes:
        """Call `GET /jobs/log`."""
        from .._runtime.features.by_status import by_status as _by_status
        from ..models.job import Job

        _answer: Job | bytes = await self._read(
            _read_log_request(), _by_status({200: Job, 206: bytes})
        )
        return _answer


def _find_job_request() -> _Request:
    _request = _Request("GET", "/jobs", may_be_empty=True)
    return _request


def _start_job_request() -> _Request:
    _request = _Request("POST", "/jobs")
    return _request


def _poke_job_request() -> _Request:
    _request = _Request("PUT", "/jobs")
    _request.accept("application/vnd.jobs+json")
    return _request


def _list_ids_request() -> _Request:
    _request = _Request("GET", "/jobs/ids")
    return _request


def _delete_all_request() -> _Request:
    _request = _Request("DELETE", "/jobs/ids")
    return _request


def _repair_request() -> _Request:
    _request = _Request("PATCH", "/jobs/ids")
    return _request


def _read_log_request() -> _Request:
    _request = _Request("GET", "/jobs/log")
    _request.accept("application/json, application/octet-stream")
    return _request
