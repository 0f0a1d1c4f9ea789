"""The plan of the house: who may import whom, and what ``import geo`` may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "geo"
LAYERS = (
    ("errors", "model", "settings", "sphere", "text", "files", "weights"),
    ("documents", "gazetteer", "toponyms", "resolve", "dates", "events", "schema", "frame"),
    ("pipeline", "explaining", "export", "timemap", "tables", "geocoders"),
    ("cli", "api", "app"),
)
STAGES = LAYERS[1]
STANDARD_ONLY = LAYERS[0]


def _imports(path: Path) -> set[str]:
    """Modules of the package that a file imports, also within functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "geo":
                found |= {f"geo.{a.name}" for a in node.names if not a.name.startswith("__")}
            else:
                found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _modules() -> list[tuple[str, Path]]:
    files = [path for path in PACKAGE.rglob("*.py") if "web" not in path.parts]
    named = [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in files]
    return [(name, path) for name, path in named if name not in {"__init__", "__main__"}]


def _layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


@pytest.mark.parametrize(("name", "path"), _modules(), ids=lambda value: str(value)[-30:])
def test_a_module_imports_only_downwards(name: str, path: Path) -> None:
    own = _layer(name)
    for imported in _imports(path):
        if not imported.startswith("geo."):
            continue
        other = imported.split(".")[1]
        if other == name:
            continue
        theirs = _layer(other)
        assert theirs <= own, f"{name} imports {other}, which lies above it"
        if theirs == own == 1:
            assert STAGES.index(other) < STAGES.index(name), (
                f"{name} imports {other}, a later stage"
            )
        elif own > 0:
            assert theirs < own, f"{name} and {other} are of one layer"


@pytest.mark.parametrize("name", STANDARD_ONLY)
def test_the_lowest_layer_needs_only_the_standard_library(name: str) -> None:
    outside = {
        module.split(".")[0] for module in _imports(PACKAGE / f"{name}.py")
    } - sys.stdlib_module_names
    assert outside <= {"geo"}


def test_every_module_has_its_layer() -> None:
    known = {name for layer in LAYERS for name in layer}
    assert {name for name, _ in _modules()} == known


def test_importing_geo_loads_nothing_heavy() -> None:
    code = (
        "import sys, geo; heavy = {'streamlit', 'folium', 'dask', 'pyogrio', 'geopandas', 'pandas',"
        " 'trafilatura', 'typer', 'scipy', 'spacy', 'httpx'};"
        " print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    import geo  # noqa: PLC0415

    for name in geo.__all__:
        assert getattr(geo, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = geo.nothing


def test_no_module_shadows_the_standard_library_or_hides_behind_a_vague_name() -> None:
    vague = {"utils", "helpers", "manager", "common", "misc"}
    names = {path.stem for path in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert not names & vague
    assert not names & set(sys.stdlib_module_names)
