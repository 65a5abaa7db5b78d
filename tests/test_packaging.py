"""What is released: the wheel and the source archive, and the wheel at work where nothing else of ours is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kg

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("kg", "cypher", "extractors", "ontology")
# What lies in a checkout and is none of its sources.
LEFT_BEHIND = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "dist", "out"}


def run(*command: object, cwd: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    """A command that sees no other copy of the project than what it is given."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "REFORMKG_GRAPH"}}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment | {"LC_ALL": "C.UTF-8"}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    return done


def not_source(folder: str, names: list[str]) -> set[str]:
    """What a copy of the checkout leaves out."""
    left = LEFT_BEHIND if Path(folder) == ROOT else set()
    return {name for name in names if name in left or name == "__pycache__" or name.endswith(".egg-info")}


def built(tmp_path_factory: pytest.TempPathFactory, *options: str) -> Path:
    """The folder of what is built from a copy of the checkout: building leaves files behind, and takes up old ones."""
    root = tmp_path_factory.mktemp("release")
    shutil.copytree(ROOT, root / "source", ignore=not_source)
    run(sys.executable, "-m", "build", "--no-isolation", *options, "-o", root / "dist", cwd=root / "source")
    return root / "dist"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive and the wheel that is built from it."""
    return built(tmp_path_factory)


@pytest.fixture(scope="module")
def wheel(release: Path) -> Path:
    """The wheel of the release."""
    (found,) = release.glob("*.whl")
    return found


def contents(wheel: Path) -> dict[str, int]:
    """The files of a wheel with their checksums."""
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def test_the_wheel_installs_the_four_packages_and_nothing_beside_them(wheel: Path) -> None:
    about = f"reformkg-{kg.__version__}.dist-info"
    assert {name.partition("/")[0] for name in contents(wheel)} == {*PACKAGES, about}
    assert {f"{about}/licenses/LICENSE", f"{about}/licenses/NOTICE"} <= set(contents(wheel))


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert files - set(contents(wheel)) == set()
    kinds = {Path(file).suffix or Path(file).name for file in files}
    assert kinds >= {".py", ".yaml", ".csv", ".cypher", ".html", ".js", ".css", ".txt", ".typed"}


def test_the_source_archive_builds_the_wheel_that_the_checkout_builds(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (direct,) = built(tmp_path_factory, "--wheel").glob("*.whl")
    assert (direct.name, contents(direct)) == (wheel.name, contents(wheel))


def test_the_source_archive_holds_what_tests_and_documents_need(release: Path) -> None:
    (archive,) = release.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    wanted = {"CHANGELOG.md", "CITATION.cff", "README.zh-CN.md", "docs/api.md", "examples/adoption_curve.ipynb",
              "scripts/write_api.py", "tests/kg/records.py", "tests/cypher/reads.yaml", "cli.py"}  # fmt: skip
    assert wanted - names == set()


def test_the_version_is_the_same_everywhere(wheel: Path) -> None:
    assert wheel.name.split("-")[1] == kg.__version__
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == kg.__version__
    released = re.findall(r"^## \[(\d\S*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert released[0] == kg.__version__


def required(wheel: Path) -> list[Distribution]:
    """The installed distributions that the wheel asks for, with all that these ask for."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        text = archive.read(metadata).decode("utf-8")
    waiting = [(Requirement(line), ("",)) for line in re.findall(r"^Requires-Dist: (.+)$", text, re.MULTILINE)]
    found: dict[str, Distribution] = {}
    while waiting:
        requirement, extras = waiting.pop()
        if requirement.marker and not any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = distribution(name)
            own = ("", *requirement.extras)
            waiting += [(Requirement(line), own) for line in found[name].requires or ()]
    return list(found.values())


def tops(needed: Distribution) -> Iterator[str]:
    """The top-level files and folders of a distribution, without its scripts."""
    names = {file.parts[0] for file in needed.files or ()}
    return (name for name in sorted(names) if name not in {"..", "__pycache__"})


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example reports and an environment ``venv``: the wheel, what it asks for, and nothing more.

    What it asks for is linked from the environment of the tests, which is quick and needs no network.
    """
    root = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(ROOT / "examples" / "reports", root / "reports")
    run(sys.executable, "-m", "venv", "--without-pip", root / "venv", cwd=root)
    python = root / "venv" / "bin" / "python"
    site = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=root).stdout.strip())
    for needed in required(wheel):
        for name in tops(needed):
            if not (site / name).exists():
                (site / name).symlink_to(Path(str(needed.locate_file(name))))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--quiet", "--no-index", "--no-compile", wheel, cwd=root)
    run(*pip, "check", cwd=root)
    return root


def test_the_wheel_works_where_nothing_else_of_ours_is(elsewhere: Path) -> None:
    python, reformkg = elsewhere / "venv" / "bin" / "python", elsewhere / "venv" / "bin" / "reformkg"
    assert run(python, "-c", "import kg; print(kg.__file__)", cwd=elsewhere).stdout.startswith(str(elsewhere / "venv"))
    for missing in ("cli", "pandas", "pytest"):
        assert f"No module named '{missing}'" in run(python, "-c", f"import {missing}", cwd=elsewhere, status=1).stderr
    assert run(reformkg, "--version", cwd=elsewhere).stdout == f"reformkg, version {kg.__version__}\n"
    told = run(reformkg, "build", "reports", "-o", "graph", cwd=elsewhere).stderr
    assert "18 files, 0 refused" in told and "18 documents" in told
    query = ("query", "--named", "regions_by_first_year", "-p", "initiative=一网通办", "--format", "jsonl")
    rows = [json.loads(line) for line in run(reformkg, *query, "--graph", "graph", cwd=elsewhere).stdout.splitlines()]
    assert ("浦东新区", 2019) in {(row["region"], row["year"]) for row in rows}
    run(reformkg, "view", "-o", "page.html", "--graph", "graph", cwd=elsewhere)
    page = (elsewhere / "page.html").read_text(encoding="utf-8")
    assert "一网通办" in page and "vis.Network" in page and page.rstrip().endswith("</html>")
    run(reformkg, "verify", "graph", "reports", cwd=elsewhere)
