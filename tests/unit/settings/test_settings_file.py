"""Settings come from the nearest file, flags come first, and a wrong key is told with its remedy."""

from pathlib import Path

import pytest

from claimdiff.errors import SettingsError
from claimdiff.settings import Settings, load_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_hold_without_a_file(tmp_path: Path) -> None:
    """Where no folder upward has settings, every value is the default and says so."""
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {"default"}


def test_nearest_file_upward_wins(tmp_path: Path) -> None:
    """A folder's own file hides those above it."""
    write(tmp_path / "claimdiff.toml", "max_claims = 5\n")
    near = write(tmp_path / "desk" / "claimdiff.toml", "max_claims = 7\n")
    (tmp_path / "desk" / "story").mkdir()
    loaded = load_settings(tmp_path / "desk" / "story")
    assert loaded.settings.max_claims == 7
    assert loaded.origins["max_claims"] == str(near)
    assert loaded.origins["max_file_size"] == "default"


def test_pyproject_without_a_table_is_passed_over(tmp_path: Path) -> None:
    """A pyproject.toml of some other tool does not stop the search."""
    write(tmp_path / "pyproject.toml", "[tool.claimdiff]\ntop = 3\n")
    write(tmp_path / "inner" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert load_settings(tmp_path / "inner").preferences.top == 3


def test_own_file_comes_before_pyproject(tmp_path: Path) -> None:
    """In one folder claimdiff.toml is the file in force."""
    write(tmp_path / "pyproject.toml", "[tool.claimdiff]\ntop = 3\n")
    write(tmp_path / "claimdiff.toml", "top = 4\n")
    assert load_settings(tmp_path).preferences.top == 4


def test_flags_come_before_the_file(tmp_path: Path) -> None:
    """A flag overrides the file, None leaves it alone, and labels of both are joined."""
    write(tmp_path / "claimdiff.toml", 'max_claims = 7\ntop = 2\n[labels]\n"a.txt" = "A"\n"b.txt" = "B"\n')
    loaded = load_settings(tmp_path, {"max_claims": 9, "top": None, "labels": {"b.txt": "Bee"}})
    assert loaded.settings.max_claims == 9
    assert loaded.preferences.top == 2
    assert loaded.settings.labels == {"a.txt": "A", "b.txt": "Bee"}
    assert loaded.origins["max_claims"] == "command line"


def test_dashes_are_taken_for_underscores(tmp_path: Path) -> None:
    """Keys may be spelled as flags are."""
    write(tmp_path / "claimdiff.toml", "one-fact-threshold = 0.25\n")
    assert load_settings(tmp_path).settings.one_fact_threshold == 0.25


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("max_claim = 7\n", ["claimdiff.toml", "'max_claim'", "'max_claims'"]),
        ("zzz = 7\n", ["'zzz'", "known are", "max_file_size"]),
        ("max_claims = 'many'\n", ["max_claims", "many", "give a whole number"]),
        ("sources = 'here'\n", ["sources", "a list in brackets"]),
        ("[labels]\na = 1\n", ["labels", "a table of texts"]),
        ("scorer = 'luck'\n", ["scorer", "one of slots"]),
        ("max_claims = 0\n", ["claimdiff.toml", "at least 1"]),
        ("one_fact_threshold = 1.5\n", ["claimdiff.toml", "from 0 to 1"]),
        ("one_fact_threshold = nan\n", ["from 0 to 1"]),
        ("fail_on = ['everything']\n", ["fail_on", "everything"]),
        ("top = -1\n", ["claimdiff.toml", "negative"]),
        ("top = \n", ["claimdiff.toml", "TOML"]),
    ],
)
def test_wrong_settings_say_where_and_what(tmp_path: Path, text: str, parts: list[str]) -> None:
    """An unknown key, a wrong type, a value out of range and a torn file each name file and remedy."""
    write(tmp_path / "claimdiff.toml", text)
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    for part in parts:
        assert part in str(caught.value)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    """A settings file that is asked for and missing is an error, not silence."""
    with pytest.raises(SettingsError, match="can't be read"):
        load_settings(tmp_path, file=tmp_path / "none.toml")
