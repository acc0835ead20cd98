"""Quotations whose words differ from outlet to outlet, as contradictions."""

from collections.abc import Iterator, Mapping, Sequence

from claimdiff.findings.quotations import UtteranceGroup
from claimdiff.findings.sides import make_row, make_side, name_source, shorten
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.trifles import is_spelling, is_trifle
from claimdiff.findings.utterances import FIRST_PERSON, Utterance
from claimdiff.findings.wordchanges import (
    align_words,
    describe_changes,
    flag_changes,
    grade_variant,
    share_words,
)
from claimdiff.findings.wording import StoryWords
from claimdiff.language.cues import STOPWORDS
from claimdiff.model import Claim, Contradiction, Document, Span, WordChange
from claimdiff.settings import Settings

_LONGEST_NAME = 30
_LONGEST_WORDS = 40
_SHORT = 4
# Of the shorter form's words, in order: below the first share two forms without a common speaker are hardly
# one utterance, from the second on they are.
_LEAST_ALIKE, _ALIKE = 0.4, 0.75
_HARDLY_ONE = 0.3
# How telling the words in common are (summed weights), from nothing on to what no other remark has; and what
# is left of forms that share none but the story's commonest.
_TELLS_NOTHING, _TELLS_IT_ALL = 4.0, 9.0
_COMMON_WORDS = 0.3
_OTHER_SPEAKER = 0.7


def find_altered(
    groups: Sequence[UtteranceGroup],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    story: StoryWords,
    settings: Settings,
) -> Iterator[Contradiction]:
    """Yield one row for each wording that differs from the fullest form of its utterance.

    Only what is printed as direct speech counts: a paraphrase may use its own words, and a truncated
    quotation has changed none.
    """
    for group in groups:
        full = group.members[0]
        seen: set[tuple[str, ...]] = set()
        for member in group.members[1:]:
            if member.words in seen or grade_variant(full, member) not in ("altered", "spliced"):
                continue
            seen.add(member.words)
            against = _other_document(group.members, member)
            if against is None or all(map(is_spelling, describe_changes(story, against, member))):
                continue
            yield _row(group, against, member, claims, documents, story, settings)


def _other_document(members: Sequence[Utterance], member: Utterance) -> Utterance | None:
    """Return the fullest form in another document; the same document's own where no other has it."""
    full = members[0]
    if full.document_id != member.document_id:
        return full
    same = [
        other for other in members if other.words == full.words and other.document_id != member.document_id
    ]
    return same[0] if same else full


def _row(
    group: UtteranceGroup,
    full: Utterance,
    member: Utterance,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    story: StoryWords,
    settings: Settings,
) -> Contradiction:
    changes = describe_changes(story, full, member)
    left_words, right_words = _changed_spans(full, member, story)
    first = _choose_change(changes) or WordChange("", "")
    left = make_side(claims[full.claim_id], _value(full, first.before, documents), left_words, (full.span,))
    right = make_side(
        claims[member.claim_id], _value(member, first.after, documents), right_words, (member.span,)
    )
    return make_row(
        "quotation",
        "passages" if full.document_id == member.document_id else "sources",
        (left, right),
        _certainty(
            group, full, member, [row for row in changes if not _is_bracketed(row, full, member, documents)]
        )
        * _weigh_likeness(full, member, story),
        settings.contradiction_threshold,
        _explain(full, member, changes, documents),
    )


def _value(utterance: Utterance, words: str, documents: Mapping[str, Document]) -> str:
    if words:
        return words
    return shorten(documents[utterance.document_id].quote(utterance.span))


def _changed_spans(
    full: Utterance, member: Utterance, story: StoryWords
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    left, right = story.by_id[full.document_id], story.by_id[member.document_id]
    rows = align_words(full.words, member.words)
    return (
        tuple(left.span(full.first_word + a, full.first_word + b) for a, b, _, _ in rows if b > a),
        tuple(right.span(member.first_word + c, member.first_word + d) for _, _, c, d in rows if d > c),
    )


def _certainty(
    group: UtteranceGroup, full: Utterance, member: Utterance, changes: Sequence[WordChange]
) -> float:
    """Return how sure it is that one utterance was printed in two wordings, and that it matters."""
    certainty = 0.55 + 0.4 * group.certainty
    if all(map(is_trifle, changes)):
        certainty *= 0.5
    if full.document_id == member.document_id:
        certainty *= 0.6
    if min(len(full.words), len(member.words)) < _SHORT:
        certainty *= 0.5
    if member.headline or full.headline:
        certainty *= 0.5
    if not member.marked:
        certainty *= 0.75 if not FIRST_PERSON.isdisjoint(member.words) else 0.4
    meaning = [word for word in member.words if word not in STOPWORDS]
    if len(meaning) < 2 and len(member.words) < 4:
        certainty *= 0.6
    return certainty


def _weigh_likeness(full: Utterance, member: Utterance, story: StoryWords) -> float:
    """Return a factor, 0 to 1, for how well two forms can be one utterance, by who speaks and by the words.

    What one person is known to have said twice may be worded anew; what two people said, or nobody is
    named for, has only its words to tell that it is one, and those that all the story speaks of tell little.
    """
    speakers = relate_speakers(full.speaker, member.speaker)
    if speakers == "same":
        return 1.0
    shared = share_words(full, member)
    alike = min(1.0, max(0.0, (shared - _LEAST_ALIKE) / (_ALIKE - _LEAST_ALIKE)))
    told = sum(sorted(map(story.weight, set(full.stems) & set(member.stems))))
    rare = min(1.0, max(_COMMON_WORDS, (told - _TELLS_NOTHING) / (_TELLS_IT_ALL - _TELLS_NOTHING)))
    factor = (_HARDLY_ONE + (1 - _HARDLY_ONE) * alike) * rare
    return factor * (_OTHER_SPEAKER if speakers == "different" else 1.0)


def _is_bracketed(
    change: WordChange, full: Utterance, member: Utterance, documents: Mapping[str, Document]
) -> bool:
    """Tell whether an outlet put its own words in brackets: it says itself that it changed them."""
    return any(
        words and f"[{words}" in documents[form.document_id].quote(form.span)
        for words, form in ((change.before, full), (change.after, member))
    )


def _explain(
    full: Utterance, member: Utterance, changes: Sequence[WordChange], documents: Mapping[str, Document]
) -> str:
    """Say in one line whose words changed where, and how: the change that matters most."""
    here = name_source(documents[member.document_id])
    there = name_source(documents[full.document_id])
    named = full.speaker or member.speaker
    change = _choose_change(changes)
    before, after = (
        shorten(text, _LONGEST_WORDS) for text in ((change.before, change.after) if change else ("", ""))
    )
    if named is None:
        words = f"words that {'the same text quotes elsewhere' if here == there else f'{there} quotes'}"
        changed = f"has “{after}” instead of “{before}” in {words}"
        otherwise = f"prints {words} otherwise"
    else:
        against = "elsewhere in the same text" if here == there else f"in {there}"
        spoken = f"the words of {shorten(named, _LONGEST_NAME)}"
        words = f"{spoken} printed {against}"
        changed = f"has “{after}” in {spoken} where “{before}” stands {against}"
        otherwise = f"prints {spoken} otherwise than {against}"
    if change is None:
        return f"{here} {otherwise}."
    if not after:
        return f"{here} drops “{before}” from {words}."
    if not before:
        return f"{here} adds “{after}” to {words}."
    return f"{here} {changed}."


def _choose_change(changes: Sequence[WordChange]) -> WordChange | None:
    """Return the change that bends the sense most: a hedge or negation first, then the longest."""
    if not changes:
        return None
    return min(changes, key=lambda row: (not flag_changes((row,)), -len(row.before + row.after)))
