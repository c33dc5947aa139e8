"""Whatever stops an update from being taken back: the files are as before or after, and the way to the other stays.

`SURVIVAL_KILLS` says how often it is tried; `make survival` does it often.
"""

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository
from touches import FORK, die_at, fail_at, interrupt_at, run_child
from work_files import read_all

from specloom.cli.main import main
from specloom.targets.target import Target
from specloom.vendor.base import UNDO

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("SURVIVAL_KILLS", "16"))
OURS = "resources/orders.py"


def undo() -> int:
    return main(["vendor", "update", "shop", "--undo"])


def touches_of_undo(folder: Path) -> int:
    receiver, sender = FORK.Pipe(duplex=False)

    def count() -> None:
        touches = die_at(0, folder)
        undo()
        sender.send(touches())

    child = FORK.Process(target=count)
    child.start()
    found: int = receiver.recv()
    child.join()
    return found


@pytest.mark.parametrize("fault", [die_at, fail_at, interrupt_at])
@pytest.mark.parametrize("conflicts", [False, True])
def test_whatever_stops_it_nothing_is_lost(
    fault: Callable[[int, Path], Callable[[], int]],
    conflicts: bool,
    vendor: Callable[..., Target],
    move_on: Callable[[str, str], None],
    project: Path,
):
    folder = vendor().folder
    git = Repository(project)
    git.git("add", "--all")
    git.git("commit", "--quiet", "--message", "Vendor")
    edited = folder / OURS
    edited.write_text(edited.read_text().replace("Read an order.", "Read ours."))
    if conflicts:
        git.git("commit", "--quiet", "--all", "--message", "Ours")
    (folder / "own.py").write_text("own = 1\n")
    before = read_all(folder, UNDO)
    move_on("What was said.", "What they said.")
    move_on("operationId: listParcels", "operationId: listPackets")
    if conflicts:
        move_on("Read an order.", "Read one order.")
    main(["vendor", "update", "shop", "--no-import"])
    after = read_all(folder, UNDO)
    assert before != after
    touches = touches_of_undo(folder)
    assert read_all(folder, UNDO) == before
    undo()
    assert read_all(folder, UNDO) == after
    chance = random.Random(20261129)  # noqa: S311 - any moments do, as long as they can be had again
    tries = max(KILLS // 4, 2)
    for number in range(tries):
        moment = chance.randint(touches * number // tries + 1, max(touches * (number + 1) // tries, 1))

        def work(moment: int = moment) -> None:
            fault(moment, folder)
            undo()

        code, *_ = run_child(work)
        assert code == (-signal.SIGKILL if fault is die_at else 0), moment
        main(["vendor", "status", "shop"])
        if not folder.exists() or read_all(folder, UNDO) == after:
            assert undo() == 0, moment
        assert read_all(folder, UNDO) == before, moment
        assert undo() == 0, moment
        assert read_all(folder, UNDO) == after, moment
        assert [path.name for path in folder.parent.iterdir() if "shop" in path.name] == ["shop"], moment
