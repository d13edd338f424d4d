"""Implements every feature below a folder in a sandbox, and tells how far each backend comes.

`python benchmarks/corpus.py DIR --json FILE --jobs N [--feature NAME] [--until STAGE]`
"""

import argparse
import compileall
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.judge import project, sandbox, totals  # noqa: E402
from benchmarks.judge.row import STAGES  # noqa: E402

Json = Any
CACHE = ROOT / ".corpus-cache"
SECONDS = 1800


def fingerprint(directory: Path, feature: project.Feature, until: str, product: str) -> str:
    """A hash over everything that decides about a row: inputs, product and judge."""
    digest = hashlib.sha256(f"{product} {until} {feature.folder}".encode())
    for file in project.inputs(directory, feature):
        digest.update(file.relative_to(directory).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def product_hash() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for folder in (ROOT / "src", ROOT / "benchmarks" / "judge"):
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
                digest.update(file.read_bytes())
    return digest.hexdigest()


def judged(directory: Path, feature: project.Feature, until: str, product: str) -> dict[str, Json]:
    """The feature's row, from the cache where nothing that decides about it has changed."""
    kept = CACHE / f"{fingerprint(directory, feature, until, product)}.json"
    if kept.is_file():
        row: dict[str, Json] = json.loads(kept.read_text("utf-8"))
        return row
    scratch = Path(tempfile.mkdtemp(prefix="corpus-"))
    out = scratch / "row.json"
    command = [sys.executable, "-m", "benchmarks.judge.row", str(directory), feature.folder]
    command += [str(scratch / "work"), str(out), until]
    try:
        status, output = sandbox.run(command, scratch, SECONDS, {"PYTHONPATH": str(ROOT)})
        if not out.is_file():
            return _failed(feature, f"the judge ends with {status}: {output[-600:]}")
        row = json.loads(out.read_text("utf-8"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    CACHE.mkdir(exist_ok=True)
    kept.write_text(json.dumps(row), "utf-8")
    return row


def _failed(feature: project.Feature, why: str) -> dict[str, Json]:
    return {"repo": feature.repo, "feature": feature.folder, "why": [why]}


def report(directory: Path, options: argparse.Namespace) -> dict[str, Json]:
    features = [
        each for each in project.features(directory) if (options.feature or "") in each.folder
    ]
    product = product_hash()
    # Seconds are to tell of the product, not of its first import.
    compileall.compile_dir(ROOT / "src", quiet=2)

    def one(feature: project.Feature) -> dict[str, Json]:
        try:
            row = judged(directory, feature, options.until, product)
        except Exception as error:
            row = _failed(feature, f"{type(error).__name__}: {error}")
        print(f"judged {feature.folder} ({row.get('seconds', '?')} s)", file=sys.stderr, flush=True)
        return row

    with ThreadPoolExecutor(options.jobs) as pool:
        rows = [totals.whole(row) for row in pool.map(one, features)]
    return {"totals": totals.total(rows), "rows": rows}


def show(found: Mapping[str, Json], *, why: bool) -> None:
    rows: Sequence[Mapping[str, Json]] = found["rows"]
    print(totals.table(rows))
    if why:
        for row in rows:
            print(f"\n{row['feature']}")
            print("".join(f"  - {each}\n" for each in row.get("why") or ["nothing fell short"]))
    print()
    width = max(len(name) for name in found["totals"])
    for name, value in found["totals"].items():
        print(f"{name.ljust(width)}  {value}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--json", type=Path, help="write rows and totals to this file")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--feature", help="only features whose folder contains this")
    parser.add_argument("--until", choices=STAGES, default=STAGES[-1], help="stop after a stage")
    parser.add_argument("--why", action="store_true", help="print what fell short, row by row")
    options = parser.parse_args()
    directory = options.directory.resolve()
    if not directory.is_dir():
        print(f"{directory} is no folder", file=sys.stderr)
        return 2
    found = report(directory, options)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    show(found, why=options.why or bool(options.feature))
    return 0 if found["rows"] else 2


if __name__ == "__main__":
    sys.exit(main())
