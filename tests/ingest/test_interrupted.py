"""An ingest that is killed, starved or not alone leaves the old index in use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import IndexProblem
from ingest.encoder import HashEncoder
from ingest.guideline import Guideline, read_guideline
from ingest.index import build_index, open_index
from ingest.lock import lock_exclusive, lock_shared
from ingest.pointer import read_pointer
from tests.ingest.conftest import small_guideline

ROOT = Path(__file__).parents[2]


def start(file: Path, folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ingest.crashing", str(file), str(folder), *options]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ}
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def finish(process: subprocess.Popen[str]) -> str:
    output, _ = process.communicate(timeout=60)
    return output.strip()


@pytest.fixture
def old(tmp_path: Path) -> Guideline:
    """A guideline of one statement that is indexed in tmp_path/index."""
    guideline = small_guideline(tmp_path, "The old statement.")
    build_index(guideline, HashEncoder(64), tmp_path / "index").close()
    return guideline


@pytest.fixture
def new(tmp_path: Path, old: Guideline) -> Path:
    """The file of its next version, of 200 statements."""
    folder = tmp_path / "new"
    folder.mkdir()
    small_guideline(folder, *(f"New statement number {number}." for number in range(200)))
    return folder / "small.md"


def is_in_use(guideline: Guideline, folder: Path) -> bool:
    index = open_index(guideline, HashEncoder(64), folder)
    try:
        vector = HashEncoder(64).encode(["old statement"])[0]
        return [name for name, _ in index.dense(vector, 3)] == ["1.1"]
    finally:
        index.close()


@pytest.mark.parametrize("moment", ["encoding", 0.0, 0.03, 0.1])
def test_a_killed_ingest_leaves_the_old_index_or_the_new_one_whole(
    tmp_path: Path, old: Guideline, new: Path, moment: str | float
) -> None:
    folder = tmp_path / "index"
    process = start(new, folder, "--slow", "0.05" if moment == "encoding" else "0")
    assert said(process) == "encoding"
    if not isinstance(moment, str):
        while said(process) != "encoded":
            pass
        time.sleep(moment)
    process.kill()
    done = "built" in finish(process)
    if not done:
        # Killed between the switch and its last word, the new index is in use, whole.
        done = read_pointer(folder / "small").guideline_sha256 == read_guideline(new).sha256
    if not done:
        assert is_in_use(old, folder)
    if moment == "encoding":
        assert not done
    process = start(new, folder)
    assert finish(process).splitlines()[-1].startswith("built")
    assert len([path for path in (folder / "small").iterdir() if path.is_dir()]) == 1


@pytest.mark.parametrize("limit", [1000, 20_000, 150_000, 300_000])
def test_a_file_that_cannot_grow_leaves_the_old_index_in_use(
    tmp_path: Path, old: Guideline, new: Path, limit: int
) -> None:
    process = start(new, tmp_path / "index", "--limit", str(limit))
    output = finish(process)
    assert process.returncode == 1
    assert output.splitlines()[-1].startswith("The index cannot be written (")
    assert output.endswith("); an index that was there stays in use.")
    assert is_in_use(old, tmp_path / "index")
    assert len([path for path in (tmp_path / "index" / "small").iterdir() if path.is_dir()]) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB, where this process may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if (
        not mount
        or subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("this process may not mount a small file system")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("room", [50_000, 250_000, 350_000, 450_000])
def test_a_full_disk_leaves_the_old_index_in_use(tmp_path: Path, small_disk: Path, room: int) -> None:
    old = small_guideline(tmp_path, "The old statement.")
    build_index(old, HashEncoder(64), small_disk).close()
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - room))
    new = small_guideline(tmp_path, *(f"New statement number {number}." for number in range(200)))
    with pytest.raises(IndexProblem, match="The index cannot be written"):
        build_index(new, HashEncoder(64), small_disk)
    assert is_in_use(old, small_disk)
    (small_disk / "filler").unlink()
    build_index(new, HashEncoder(64), small_disk).close()
    assert len([path for path in (small_disk / "small").iterdir() if path.is_dir()]) == 1


def test_a_second_ingest_says_that_another_runs(tmp_path: Path, old: Guideline, new: Path) -> None:
    first = start(new, tmp_path / "index", "--slow", "0.4")
    assert said(first) == "encoding"
    second = start(new, tmp_path / "index", "--wait", "0.1")
    assert finish(second) == "Another ingest of this guideline is running; try again when it has ended."
    assert second.returncode == 1
    assert is_in_use(old, tmp_path / "index")
    assert finish(first).splitlines()[-1].startswith("built")


def test_ingests_at_once_wait_for_each_other_and_the_work_is_done_once(
    tmp_path: Path, old: Guideline, new: Path
) -> None:
    running = [start(new, tmp_path / "index") for _ in range(3)]
    outputs = [finish(process) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len({output.splitlines()[-1] for output in outputs}) == 1
    assert sorted(output.count("encoded") for output in outputs) == [0, 0, 1]


def test_readers_go_on_while_ingests_switch(tmp_path: Path, old: Guideline, new: Path) -> None:
    reader = open_index(old, HashEncoder(64), tmp_path / "index")
    vector = HashEncoder(64).encode(["old statement"])[0]
    process = start(new, tmp_path / "index")
    while process.poll() is None:
        assert [name for name, _ in reader.dense(vector, 3)] == ["1.1"]
    assert process.returncode == 0
    finish(process)
    reader.check()
    assert [name for name, _ in reader.dense(vector, 3)] == ["1.1"]
    reader.close()


def test_locks_are_shared_or_exclusive(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    first, second = lock_shared(file), lock_shared(file)
    assert first is not None
    assert second is not None
    assert lock_exclusive(file) is None
    first.release()
    assert lock_exclusive(file) is None
    second.release()
    second.release()
    with lock_exclusive(file) or pytest.fail("the lock is free"):
        assert lock_shared(file) is None
        assert lock_exclusive(file, wait=0.05) is None
    assert lock_shared(file) is not None
