"""A browser page under watch, and the steps that the browser tests share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page


@dataclass
class Watched:
    """A page, and every request and complaint of it."""

    page: Page
    outside: list[str] = field(default_factory=list)
    """Requests to other hosts; they were blocked."""
    complaints: list[str] = field(default_factory=list)
    """Console errors, page errors and failed requests."""

    def assert_quiet(self) -> None:
        assert self.outside == []
        assert self.complaints == []

    def state(self) -> dict[str, Any]:
        """The map's own account of itself."""
        found: dict[str, Any] = self.page.evaluate("window.dateline.state()")
        return found


def open_map(watched: Watched, url: str) -> None:
    """Open a page with a time map and wait until it has drawn itself."""
    watched.page.goto(url)
    watched.page.wait_for_function("() => window.dateline && window.dateline.state()")
    watched.page.wait_for_timeout(300)


def visible_text(page: Page) -> str:
    """Give the text that a person can see."""
    text: str = page.evaluate("document.body.innerText")
    return text


def slide_and_play(frame: Frame) -> None:
    """Move the slider, play for a while and pause, and see time follow."""
    before = frame.evaluate("window.dateline.state()")
    handle = frame.get_by_test_id("range-to")
    for _ in range(12):
        handle.press("PageDown")
    moved = frame.evaluate("window.dateline.state()")
    assert moved["to"] < before["to"]
    assert moved["shown"] < before["shown"]
    frame.get_by_test_id("play").click()
    frame.wait_for_function("to => window.dateline.state().to !== to", arg=moved["to"])
    frame.get_by_test_id("play").click()
    assert not frame.evaluate("window.dateline.state().playing")
