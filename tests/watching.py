"""A browser page under watch, and the steps that the browser tests share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
    watched.page.wait_for_function("window.dateline && window.dateline.state()")
    watched.page.wait_for_timeout(300)


def visible_text(page: Page) -> str:
    """Give the text that a person can see."""
    text: str = page.evaluate("document.body.innerText")
    return text
