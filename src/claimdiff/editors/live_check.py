"""Checks a draft as it stands in an editor, against sources that are read again only when they change."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from claimdiff.errors import InputError
from claimdiff.model import Document, Span
from claimdiff.model.verdict import Check, Verdict
from claimdiff.settings import LoadedSettings, Settings, load_settings

Stamps = dict[str, tuple[int, int]]


class Plan(Struct, frozen=True):
    """What a draft is held against, and under which settings."""

    sources: tuple[str, ...]
    settings: Settings


def list_stamps(paths: Sequence[str]) -> Stamps:
    """Return the modification time (ns) and size (bytes) of every file behind `paths`."""
    from claimdiff.reading.inputs import find_files

    stamps = {}
    for file in find_files(paths).files:
        try:
            state = os.stat(file.location)
        except OSError:
            continue
        stamps[file.location] = (state.st_mtime_ns, state.st_size)
    return stamps


def find_sources(draft: Path, loaded: LoadedSettings) -> tuple[str, ...]:
    """Return where a draft's sources lie: what the settings file says, else a folder "sources" beside it.

    Paths in a settings file count from that file, and are told from here where they lie below. Empty where
    neither is there.
    """
    if loaded.preferences.sources and loaded.file is not None:
        home = Path(loaded.file).parent
        home = home.relative_to(Path.cwd()) if home.is_relative_to(Path.cwd()) else home
        return tuple(str(home / source) for source in loaded.preferences.sources)
    beside = draft.parent / "sources"
    return (str(beside),) if beside.is_dir() else ()


def plan_check(draft: Path, given: Sequence[str] = (), **flags: object) -> Plan:
    """Return what to hold a draft against: the sources `given`, else those of `find_sources`.

    Raises:
        SettingsError: the settings file or a flag is wrong.
    """
    loaded = load_settings(draft.absolute().parent, flags)
    return Plan(tuple(given) or find_sources(draft, loaded), loaded.settings)


class LiveCheck:
    """Holds drafts against sources; keeps the sources read until one of their files changes."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], tuple[Settings, Stamps, tuple[Document, ...]]] = {}

    def check_text(self, path: str, text: str, plan: Plan) -> Check:
        """Return the check of the unsaved `text` of the draft at `path`.

        Finds what the command line finds once the text is saved. Offsets are those of `text`.

        Raises:
            InputError: the draft is empty, too large or not English, or no source could be read.
            SettingsError: the rule selection or a comment in the draft names a rule that does not exist.
        """
        from claimdiff.api import check
        from claimdiff.reading import finish_documents, read_text
        from claimdiff.reading.english import name_other_language

        if not text.strip():
            raise InputError(f"{path}: the draft is empty")
        if len(text.encode("utf-8", "replace")) > plan.settings.max_file_size:
            raise InputError(f"{path}: the draft is larger than {plan.settings.max_file_size:,} bytes")
        language = name_other_language(text)
        if language is not None:
            raise InputError(f"{path}: the draft looks like {language}; claimdiff reads English")
        draft = read_text(text, path=path, markdown=path.lower().endswith((".md", ".markdown")))
        sources = [one for one in self._read_sources(plan) if not _same_file(one.path, path)]
        finished = finish_documents((draft, *sources), plan.settings)
        written = next(one for one in finished if one.path == path)
        return check(written, [one for one in finished if one is not written], plan.settings)

    def _read_sources(self, plan: Plan) -> tuple[Document, ...]:
        from claimdiff.api import read

        stamps = list_stamps(plan.sources)
        kept = self._kept.get(plan.sources)
        if kept is None or kept[:2] != (plan.settings, stamps):
            kept = (plan.settings, stamps, read(plan.sources, plan.settings).documents)
            self._kept[plan.sources] = kept
        return kept[2]


def find_verdicts(check: Check, offset: int) -> list[Verdict]:
    """Return the verdicts at `offset`: those whose words stand there first, grave before mild."""
    from claimdiff.reporting.check_report import level_of

    grave = {"error": 0, "warning": 1, "note": 2}
    here = [one for one in check.verdicts if _touches(one.spans, offset)]
    return sorted(here, key=lambda one: (not _touches(one.words, offset), grave[level_of(one)], one.id))


def _touches(spans: Sequence[Span], offset: int) -> bool:
    return any(span.start <= offset <= span.end for span in spans)


def _same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
