"""Prints the oldest versions that pyproject.toml allows: `make oldest` installs and tests them."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def list_oldest(extras: list[str]) -> Iterator[str]:
    """Yield `name==version` for every dependency of the base installation and of `extras`.

    Raises:
        SystemExit: a dependency has no lower bound, so that nothing can be promised for it.
    """
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    rows = list(project["dependencies"])
    for extra in extras:
        rows += project["optional-dependencies"][extra]
    for row in rows:
        found = re.match(r"([\w.-]+)(?:\[.*\])?>=([\w.]+)", row)
        if found is None:
            raise SystemExit(f"{row}: no lower bound")
        yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    print("\n".join(list_oldest(sys.argv[1:])))
