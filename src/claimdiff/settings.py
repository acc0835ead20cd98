"""Frozen values that hold every setting; defaults < claimdiff.toml or pyproject.toml < flags."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec

from claimdiff.errors import SettingsError

FailOn = Literal["contradiction", "dispute", "development", "unsure", "omission", "quotation", "any"]
Scorer = Literal["slots"]

SETTINGS_FILES = ("claimdiff.toml", "pyproject.toml")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a run may be told; everything here may change what is found.

    `one_fact_threshold` and `contradiction_threshold` are probabilities, 0 to 1: below the first two
    claims are not put into one fact, below the second a contradiction is "unsure".
    `max_file_size` is in bytes, `max_claims` per document. `labels` maps a path to the name its
    source goes by. `scorer` names what judges a pair of claims. `select` and `ignore` are rule
    codes of `check`, or their beginnings.
    """

    one_fact_threshold: float = 0.27
    contradiction_threshold: float = 0.5
    max_file_size: int = 20_000_000
    max_claims: int = 5_000
    labels: dict[str, str] = {}
    scorer: Scorer = "slots"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("one_fact_threshold", "contradiction_threshold"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise SettingsError(f"{name} is {value}: give a probability from 0 to 1")
        for name in ("max_file_size", "max_claims"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be at least 1")
        if self.scorer not in get_args(Scorer):
            raise SettingsError(f"scorer is {self.scorer!r}: give one of {', '.join(get_args(Scorer))}")

    def as_dict(self) -> dict[str, object]:
        """Return the settings as plain values, for a report."""
        plain: dict[str, object] = msgspec.json.decode(msgspec.json.encode(self))
        return plain


class Preferences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is shown and what fails a run; nothing here changes what is found.

    `fail_on` names the findings that turn the exit code to 1. `top` is the number of rows shown per
    part, 0 for all, None for each part's own default. `min_sources` hides facts told by fewer.
    `sources` are what drafts are checked against where nothing else is named; they count from the
    settings file's folder.
    """

    fail_on: tuple[FailOn, ...] = ()
    top: int | None = None
    min_sources: int = 2
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.top is not None and self.top < 0:
            raise SettingsError("top must not be negative; 0 shows everything")
        if self.min_sources < 1:
            raise SettingsError("min_sources must be at least 1")


class LoadedSettings(msgspec.Struct, frozen=True):
    """Settings in force, and where each came from: "default", a file's path or "command line"."""

    settings: Settings
    preferences: Preferences
    origins: dict[str, str]
    file: str | None


def load_settings(
    start: Path, flags: Mapping[str, object] | None = None, file: Path | None = None
) -> LoadedSettings:
    """Read the settings file in force for the folder `start` and lay `flags` over it.

    The nearest folder at or above `start` wins that has a claimdiff.toml, or a pyproject.toml with a
    [tool.claimdiff] table; claimdiff.toml wins inside one folder. `file` is read in their place.
    Flags whose value is None are not given.

    Raises:
        SettingsError: the file can't be read, a key is unknown, or a value is out of its range.
    """
    found = (file, _read_table(file, required=True)) if file is not None else _find_table(start)
    path, table = found if found is not None else (None, {})
    known = {**_field_types(Settings), **_field_types(Preferences)}
    values: dict[str, object] = {}
    origins = dict.fromkeys(known, "default")
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise SettingsError(f"{path}: unknown setting {key!r}{_suggest(name, known)}")
        values[name] = _convert(value, known[name], f"{path}: {key}")
        origins[name] = str(path)
    for name, value in (flags or {}).items():
        if value is None:
            continue
        if name == "labels" and isinstance(value, Mapping):
            earlier = values.get("labels")
            value = {**(earlier if isinstance(earlier, dict) else {}), **value}
        values[name] = _convert(value, known[name], name.replace("_", "-"))
        origins[name] = "command line"
    try:
        settings: Settings = _build(Settings, values)
        preferences: Preferences = _build(Preferences, values)
    except SettingsError as error:
        name = str(error).split(" ", 1)[0]
        where = origins.get(name, "")
        raise SettingsError(f"{where}: {error}" if where not in ("", "default") else str(error)) from None
    return LoadedSettings(settings, preferences, origins, str(path) if path is not None else None)


def _build(kind: type[Any], values: Mapping[str, object]) -> Any:
    return kind(**{name: values[name] for name in kind.__struct_fields__ if name in values})


def _field_types(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


def _convert(value: object, kind: Any, where: str) -> object:
    try:
        converted: object = msgspec.convert(value, kind)
    except msgspec.ValidationError:
        shown = msgspec.json.encode(value, enc_hook=str).decode()
        raise SettingsError(f"{where} is {shown}: give {_describe_kind(kind)}") from None
    return converted


def _describe_kind(kind: Any) -> str:
    """Say in words which values a type admits."""
    if get_origin(kind) is Literal:
        return f"one of {', '.join(get_args(kind))}"
    if get_origin(kind) is tuple:
        inner = _describe_kind(get_args(kind)[0])
        return f"a list in brackets, each {inner.removeprefix('a ')}"
    if get_origin(kind) is dict:
        return 'a table of texts, such as "a.txt" = "The Post"'
    return {float: "a number", str: "a text in quotes"}.get(kind, "a whole number")


def _suggest(name: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.65)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; known are {', '.join(sorted(known))}"


def _find_table(start: Path) -> tuple[Path, dict[str, Any]] | None:
    folder = start.absolute()
    for place in (folder, *folder.parents):
        for name in SETTINGS_FILES:
            path = place / name
            if path.is_file():
                table = _read_table(path, required=name == "claimdiff.toml")
                if table is not None:
                    return path, table
    return None


def _read_table(path: Path, *, required: bool) -> Any:
    """Return the file's settings; None for a pyproject.toml that has none (or can't be read) and needn't."""
    import tomllib

    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        if not required:
            return None
        raise SettingsError(f"{path}: can't be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if not required:
            return None
        raise SettingsError(f"{path}: not valid TOML: {error}") from None
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    table = tool.get("claimdiff") if isinstance(tool, dict) else None
    if table is None:
        return {} if required else None
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.claimdiff] must be a table")
    return table
