"""A small story on disk: a draft with planted errors, and the sources it is held against."""

from pathlib import Path

import pytest

GAZETTE = """Port Ellery Gazette

Rope store burns at Port Ellery

6 March 2031

The old rope store at Port Ellery burned down on Tuesday night.

The coastguard sent two helicopters to the harbour.

"We counted nine empty barrels behind the door," the harbour master, Ines Calloway, said.
"""

TIDEWATER = """The Tidewater Post

Fire takes the rope store

6 March 2031

A fire destroyed the rope store at Port Ellery on Tuesday night, the town council said.

Two helicopters of the coastguard flew to the harbour.
"""

DRAFT = """# Night of the fire 🔥

🚁🚁 The coastguard sent three helicopters to the harbour.

The old rope store at Port Ellery burned down on Tuesday night.

"We counted nine empty bottles behind the door," the harbour master, Ines Calloway, said.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with draft.md and, beside it, sources/."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "sources" / "tidewater.txt").write_text(TIDEWATER, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path
