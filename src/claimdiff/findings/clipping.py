"""Cutting the forms of an utterance down to what they have of it."""

from claimdiff.findings.utterances import Utterance, UtteranceReader
from claimdiff.findings.wordchanges import find_run
from claimdiff.findings.wording import StoryWords, word_key

_CLIP_WORDS = 4
_FOREIGN = 0.7
_LEAST_KEPT = 0.6


def clip_members(
    members: tuple[Utterance, ...], story: StoryWords, reader: UtteranceReader
) -> tuple[Utterance, ...]:
    """Cut from longer forms what lies well outside the fullest one: another utterance beside it."""
    full, clipped = members[0], []
    for member in members[1:]:
        window = _find_window(full, member)
        if window is not None:
            words = story.by_id[member.document_id]
            span = words.span(member.first_word + window[0], member.first_word + window[1])
            member = (
                reader.read(
                    member.document_id, span, marked=member.marked, run=member.run, passage=member.passage
                )
                or member
            )
        clipped.append(member)
    return (full, *clipped)


def _find_window(full: Utterance, member: Utterance) -> tuple[int, int] | None:
    """Return the words of a form that answer to the fullest one, None where (nearly) all of them do."""
    if len(member.words) <= len(full.words):
        return None
    at = find_run(member.words, full.words)
    if at >= 0:
        return None if member.marked else (at, at + len(full.words))
    start, end = _densest(full, member)
    if start < _CLIP_WORDS:
        start = 0
    if len(member.words) - end < _CLIP_WORDS:
        end = len(member.words)
    kept = {stem for stem in map(word_key, member.words[start:end]) if stem} & set(full.stems)
    if (start, end) == (0, len(member.words)) or len(kept) < _LEAST_KEPT * len(set(full.stems)):
        return None
    return start, end


def _densest(full: Utterance, member: Utterance) -> tuple[int, int]:
    """Return the stretch of a form's words that has most of the fullest form's and least else."""
    wanted = set(full.stems)
    best, best_range, total, start = 0.0, (0, len(member.words)), 0.0, 0
    for at, word in enumerate(member.words):
        key = word_key(word)
        total += 1.0 if key in wanted else -_FOREIGN if key else 0.0
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, best_range = total, (start, at + 1)
    return best_range
