"""Work that a copy of the process does: what it returns, and that nothing is lost where it does not get to its end."""

import os
import select
import signal
import sys
import threading

import pytest

from specloom.forked import forked

HERE = os.getpid()
copies = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no copies are made here"
)


@copies
def test_a_copy_does_the_work_while_the_process_goes_on():
    reading, writing = os.pipe()

    def work() -> tuple[bytes, int]:
        return os.read(reading, 1), os.getpid()

    with forked(work, worth=True) as result:
        os.write(writing, b"!")
        said, process = result()
    assert (said, process != HERE) == (b"!", True)


def test_what_is_not_worth_a_copy_is_done_when_it_is_asked_for():
    done = []
    with forked(lambda: done.append(1) or os.getpid(), worth=False) as result:
        assert not done
        assert result() == HERE


@copies
@pytest.mark.parametrize(
    "end",
    [
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        lambda: os._exit(0),
        lambda: sys.exit("no"),
        lambda: 1 / 0,
        lambda: {}["no"],
    ],
    ids=["killed", "left", "exit", "error", "other error"],
)
def test_work_that_a_copy_does_not_finish_is_done_here(end):
    def work() -> int:
        if os.getpid() != HERE:
            end()
        return os.getpid()

    with forked(work, worth=True) as result:
        assert result() == HERE


@copies
def test_what_cannot_be_sent_is_made_here():
    with forked(threading.Lock, worth=True) as result:
        assert result().acquire()


@copies
def test_what_goes_wrong_is_raised_here_as_it_is():
    with forked(lambda: {}[os.getpid()], worth=True) as result, pytest.raises(KeyError, match=str(HERE)):
        result()


@copies
def test_a_copy_ends_with_what_it_was_made_for():
    reading, writing = os.pipe()

    def work() -> None:
        os.write(writing, str(os.getpid()).encode())
        threading.Event().wait()

    with forked(work, worth=True):
        child = int(os.read(reading, 20))
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@copies
def test_what_both_have_is_the_same_in_the_result():
    both, alone = threading.Lock(), [HERE]  # a lock cannot be sent
    with forked(lambda: [both, alone, {"again": both}], worth=True, shared=[both]) as result:
        first, other, again = result()
    assert (first is both, other == alone, other is alone, again["again"] is both) == (True, True, False, True)


@copies
def test_a_large_result_arrives_whole():
    with forked(lambda: ["x" * 1000] * 5000, worth=True) as result:
        assert result() == ["x" * 1000] * 5000


@copies
def test_a_copy_ends_when_what_it_was_made_for_is_killed():
    reading, writing = os.pipe()  # which ends when nobody has it any more
    if not os.fork():
        with forked(lambda: bytes(1_000_000), worth=True):
            os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    assert select.select([reading], [], [], 20)[0]
    assert os.read(reading, 1) == b""
    os.close(reading)
    os.wait()
