"""The example notebook runs, and shows what it says it shows."""

from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.filterwarnings("default")  # those of the kernel's own machinery
def test_example_notebook_runs() -> None:
    """Every cell runs in a real kernel; the comparison's cell shows a page, the others print lines."""
    nbformat = pytest.importorskip("nbformat")
    client = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    client.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLES)}}
    ).execute()
    outputs = {cell["id"]: _collect(cell) for cell in notebook.cells if cell["cell_type"] == "code"}
    assert outputs["compare"]["text/html"].startswith("<iframe ")
    assert outputs["compare"]["text/plain"].startswith("<Comparison: 4 sources")
    assert "The Capital Herald" in outputs["contradictions"]["stdout"]
    assert "CD201" in outputs["check"]["stdout"]


def test_example_notebook_is_kept_without_outputs() -> None:
    """What is committed holds no output: it would go stale, and nobody can review it."""
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


def _collect(cell: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for output in cell["outputs"]:
        found |= output.get("data", {})
        if output["output_type"] == "stream":
            found[output["name"]] = found.get(output["name"], "") + output["text"]
    return found
