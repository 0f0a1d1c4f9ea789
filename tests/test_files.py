from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo import files
from geo.files import replacing


def break_off(target):
    with replacing(target) as temporary:
        temporary.write_text("half of the n")
        raise RuntimeError


def test_content_takes_the_place_of_the_old(tmp_path):
    target = tmp_path / "events.csv"
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"


def test_failure_within_the_block_leaves_the_old_content(tmp_path):
    target = tmp_path / "events.csv"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        break_off(target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_failure_to_reach_the_disk_leaves_the_old_content(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    target = tmp_path / "events.csv"
    target.write_text("old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"), replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_content_is_on_disk_before_the_name_changes(tmp_path, monkeypatch):
    target = tmp_path / "events.csv"
    target.write_text("old")
    seen = []
    sync = os.fsync
    monkeypatch.setattr(
        files.os, "fsync", lambda handle: (seen.append(target.read_text()), sync(handle))
    )
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert seen == ["old"]


def test_nothing_is_left_beside_the_target(tmp_path):
    with replacing(tmp_path / "events.csv") as temporary:
        temporary.write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_temporary_file_stands_in_the_same_folder_and_is_hidden(tmp_path):
    with replacing(tmp_path / "events.csv") as temporary:
        assert temporary.parent == tmp_path
        assert temporary.name.startswith(".")
        assert temporary.read_bytes() == b""


def test_missing_folders_are_made(tmp_path):
    target = tmp_path / "a" / "b" / "events.csv"
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


def test_two_writers_do_not_share_a_temporary_file(tmp_path):
    target = tmp_path / "events.csv"
    with replacing(target) as one, replacing(target) as other:
        one.write_text("one")
        other.write_text("other")
        assert one != other
    assert target.read_text() == "one"


def test_long_names_leave_room_for_the_temporary_suffix(tmp_path):
    target = tmp_path / ("n" * 250 + ".csv")
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


def test_folder_in_the_way_is_an_os_error_and_stays(tmp_path):
    target = tmp_path / "events.csv"
    target.mkdir()
    with pytest.raises(OSError, match="is a folder"), replacing(target) as temporary:
        temporary.write_text("new")
    assert target.is_dir()
    assert list(tmp_path.iterdir()) == [target]


def test_link_stays_a_link_to_the_file_that_is_replaced(tmp_path):
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_device_is_written_to_and_not_replaced():
    before = Path("/dev/null").stat().st_rdev
    with replacing("/dev/null") as temporary:
        temporary.write_text("new")
    assert Path("/dev/null").stat().st_rdev == before
    assert not Path("/dev/null").is_file()
