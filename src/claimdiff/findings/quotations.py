"""The quotation ledger: every form of one utterance together, graded against the fullest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimdiff.findings.echoes import find_echoes
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.utterances import Utterance, UtteranceReader, find_utterances
from claimdiff.findings.wordchanges import (
    align_words,
    contains,
    describe_changes,
    find_run,
    flag_changes,
    grade_variant,
)
from claimdiff.findings.wording import StoryWords
from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, QuotationGroup, QuotationVariant, Span

_RARE_STEMS = 9
_LARGEST_BLOCK = 40
_LINKED = 0.58
_PART_LINKED = 0.4
_NEIGHBOUR_LINKED = 0.5
_LONG = 6
_CLIP_WORDS = 4
_CLIP_CHANGED = 0.4


class Link(NamedTuple):
    """Two utterances (by their place in the list) that may be one, and how sure that is, 0 to 1."""

    score: float
    left: int
    right: int


class UtteranceGroup(NamedTuple):
    """The forms of one utterance, fullest first."""

    members: tuple[Utterance, ...]
    certainty: float


def build_ledger(
    documents: Sequence[Document], claims: Sequence[Claim], story: StoryWords
) -> tuple[tuple[QuotationGroup, ...], tuple[UtteranceGroup, ...]]:
    """Group the utterances of a story and grade their forms.

    Returns the ledger (groups that at least two documents share, or in which one document prints two
    different wordings) and the utterances behind each of its rows, in the same order.
    """
    reader = UtteranceReader(story, claims)
    utterances = merge_sentences(find_utterances(documents, reader), story, reader)
    grouped = [
        UtteranceGroup(_clip_members(_order_members([utterances[at] for at in ids]), story, reader), score)
        for ids, score in _group(utterances, story)
    ]
    rows = [
        (_ledger_row(story, group), group)
        for group in find_echoes(grouped, story, reader)
        if any(member.marked for member in group.members) and _worth_showing(group.members)
    ]
    rows.sort(
        key=lambda row: (
            -len({v.document_id for v in row[0].variants}),
            -len(row[1].members[0].words),
            row[0].id,
        )
    )
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows)


def _worth_showing(members: Sequence[Utterance]) -> bool:
    if len({member.document_id for member in members}) > 1:
        return True
    full = members[0]
    return any(grade_variant(full, member) in ("altered", "spliced") for member in members[1:])


def _ledger_row(story: StoryWords, group: UtteranceGroup) -> QuotationGroup:
    full = group.members[0]
    variants: list[QuotationVariant] = []
    for member in group.members:
        changes = describe_changes(story, full, member) if member is not full else ()
        flags = flag_changes(changes)
        if relate_speakers(full.speaker, member.speaker) == "different":
            flags.append("speaker differs")
        if not member.marked:
            flags.append("no quotation marks")
        variants.append(
            QuotationVariant(
                document_id=member.document_id,
                claim_id=member.claim_id,
                spans=(member.span,),
                grade=grade_variant(full, member),
                changes=changes,
                flags=tuple(flags),
            )
        )
    names = Counter(member.speaker for member in group.members if member.speaker)
    speaker = min(names, key=lambda name: (-names[name], -len(name), name)) if names else None
    ids = [
        part for member in group.members for part in (member.document_id, member.span.start, member.span.end)
    ]
    return QuotationGroup(content_id("q", *ids), speaker, tuple(variants))


def _order_members(members: list[Utterance]) -> tuple[Utterance, ...]:
    """Put the fullest form first: the wording most documents bear out, then the longest."""
    support: dict[tuple[str, ...], int] = {}
    for form in sorted({member.words for member in members}):
        support[form] = len(
            {
                other.document_id
                for other in members
                if not other.headline
                and (contains(form, other.words) or (not other.marked and contains(other.words, form)))
            }
        )
    full = min(
        members,
        key=lambda m: (m.headline, not m.marked, -support[m.words], -len(m.words), m.document_id, m.span),
    )
    rest = sorted(
        (member for member in members if member is not full), key=lambda m: (m.document_id, m.span, m.marked)
    )
    return (full, *rest)


def _clip_members(
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
    rows = align_words(full.words, member.words)
    changed = sum(b - a for a, b, _, _ in rows)
    if not rows or changed > _CLIP_CHANGED * len(full.words):
        return None
    start = rows[0][3] if rows[0][:3] == (0, 0, 0) and rows[0][3] >= _CLIP_WORDS else 0
    end = len(member.words)
    size = len(full.words)
    if rows[-1][:2] == (size, size) and rows[-1][3] - rows[-1][2] >= _CLIP_WORDS:
        end = rows[-1][2]
    return (start, end) if (start, end) != (0, len(member.words)) else None


def merge_sentences(
    utterances: Sequence[Utterance], story: StoryWords, reader: UtteranceReader
) -> list[Utterance]:
    """Join neighbouring sentences that another document prints as one sentence."""
    partners: dict[int, dict[int, float]] = {}
    for link in _find_links(utterances, story):
        if link.score >= _PART_LINKED:
            partners.setdefault(link.left, {})[link.right] = link.score
            partners.setdefault(link.right, {})[link.left] = link.score
    merged: list[Utterance] = []
    for at, utterance in enumerate(utterances):
        last = merged[-1] if merged else None
        if last is not None and at and utterances[at - 1] is last and _touch(last, utterance):
            size = max(len(last.words), len(utterance.words))
            shared = partners.get(at - 1, {}).keys() & partners.get(at, {}).keys()
            if any(
                len(utterances[k].words) > size and utterances[k].document_id != utterance.document_id
                for k in shared
            ):
                span = Span(last.span.start, utterance.span.end)
                joined = reader.read(
                    utterance.document_id, span, marked=utterance.marked, run=last.run, passage=last.passage
                )
                if joined is not None:
                    merged[-1] = joined
                    continue
        merged.append(utterance)
    return merged


def _touch(one: Utterance, two: Utterance) -> bool:
    """Tell whether nothing but space and marks stands between two utterances of one document."""
    return (
        one.document_id == two.document_id
        and one.marked == two.marked
        and one.last_word == two.first_word
        and two.span.start - one.span.end <= 4
    )


def _group(utterances: Sequence[Utterance], story: StoryWords) -> list[tuple[list[int], float]]:
    """Join linked utterances, surest link first; neighbours of one quotation are never joined."""
    links = sorted(_find_links(utterances, story), key=lambda link: (-link.score, link.left, link.right))
    group_of = list(range(len(utterances)))
    members: dict[int, list[int]] = {at: [at] for at in group_of}
    weakest: dict[int, float] = dict.fromkeys(group_of, 1.0)
    known = {(link.left, link.right) for link in links if link.score >= _LINKED}

    def join(score: float, one: int, two: int) -> None:
        left, right = group_of[one], group_of[two]
        if left == right or not _compatible(utterances, members[left], members[right], known):
            return
        for at in members[right]:
            group_of[at] = left
        members[left] += members.pop(right)
        weakest[left] = min(weakest[left], weakest.pop(right), score)

    for link in links:
        if link.score >= _LINKED:
            join(link.score, link.left, link.right)
    for link in _link_neighbours(utterances, group_of, members):
        join(link.score, link.left, link.right)
    return [(ids, weakest[at]) for at, ids in sorted(members.items())]


def _compatible(
    utterances: Sequence[Utterance], left: list[int], right: list[int], known: set[tuple[int, int]]
) -> bool:
    """Tell whether two groups may be one: what one document prints twice must itself be alike."""
    for one in left:
        for two in right:
            a, b = utterances[one], utterances[two]
            if a.document_id != b.document_id:
                continue
            if a.run == b.run:
                return False
            long = min(len(a.words), len(b.words)) >= _LONG and not (a.headline or b.headline)
            if long and (min(one, two), max(one, two)) not in known:
                return False
    return True


def _find_links(utterances: Sequence[Utterance], story: StoryWords) -> Iterator[Link]:
    """Compare only utterances that share two of their rarest stems (one, for short fragments)."""
    blocks: dict[str, list[int]] = {}
    for at, utterance in enumerate(utterances):
        rarest = sorted(set(utterance.stems), key=lambda stem: (story.frequency(stem), stem))[:_RARE_STEMS]
        for stem in rarest or utterance.words[:1]:
            blocks.setdefault(stem, []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for stem in sorted(blocks):
        ids = blocks[stem]
        if len(ids) <= _LARGEST_BLOCK:
            shared.update((one, two) for place, one in enumerate(ids) for two in ids[place + 1 :])
    for (one, two), count in sorted(shared.items()):
        left, right = utterances[one], utterances[two]
        if count >= 2 or min(len(left.stems), len(right.stems)) <= 2:
            score = link_utterances(left, right, story)
            if score > 0:
                yield Link(score, one, two)


def link_utterances(one: Utterance, two: Utterance, story: StoryWords) -> float:
    """Score, 0 to 1, how likely two utterances are one: shared words in order, rarity, speaker, context."""
    shorter, longer = sorted((one, two), key=lambda u: (len(u.words), u.words))
    speakers = relate_speakers(one.speaker, two.speaker)
    bonus = {"same": 0.1, "unknown": 0.0, "different": -0.15}[speakers]
    if contains(longer.words, shorter.words):
        return _score_contained(shorter, longer, story) + bonus
    if not shorter.stems or not longer.stems:
        return 0.0
    return _score_altered(shorter, longer, story) + bonus


def _score_contained(shorter: Utterance, longer: Utterance, story: StoryWords) -> float:
    size = len(set(shorter.stems))
    if size >= 3 or len(shorter.words) >= _LONG:
        return 0.97
    shared = shorter.context & longer.context
    around = (shorter.context | longer.context) - set(shorter.stems)
    context = sum(map(story.weight, shared - set(shorter.stems))) / max(1e-9, sum(map(story.weight, around)))
    rarity = sum(map(story.weight, set(shorter.stems))) / max(1, size)
    base = 0.35 if size < 2 else 0.55
    if shorter.words == longer.words:
        named = relate_speakers(shorter.speaker, longer.speaker) == "same"
        base = 0.65 if size > 1 else 0.5 if named else base
    return min(0.9, base + 0.8 * context + 0.02 * rarity)


def _score_altered(shorter: Utterance, longer: Utterance, story: StoryWords) -> float:
    from rapidfuzz.distance import LCSseq

    if len(shorter.stems) > len(longer.stems):
        shorter, longer = longer, shorter
    shared = set(shorter.stems) & set(longer.stems)
    if len(shared) < 2:
        alike = LCSseq.normalized_similarity(shorter.words, longer.words)
        return 0.65 if set(shorter.stems) == set(longer.stems) and alike >= 0.7 else 0.0
    whole = sum(map(story.weight, set(shorter.stems)))
    bag = sum(map(story.weight, shared)) / max(1e-9, whole)
    order = LCSseq.similarity(shorter.stems, longer.stems) / len(shorter.stems)
    words = LCSseq.similarity(shorter.words, longer.words) / min(len(shorter.words), len(longer.words))
    unmarked = 0.05 * (not shorter.marked) + 0.05 * (not longer.marked)
    return 0.45 * bag + 0.25 * order + 0.3 * words - unmarked - (0.15 if len(shared) == 2 else 0.0)


def _link_neighbours(
    utterances: Sequence[Utterance], group_of: Sequence[int], members: dict[int, list[int]]
) -> list[Link]:
    """Link what stands beside already linked sentences of one quotation, on fewer shared words.

    Two documents that print neighbouring sentences of one quotation print the same passage; what is
    left over beside them is likely the same sentence too.
    """
    from rapidfuzz.distance import Indel

    runs: dict[tuple[str, int], list[int]] = {}
    for at, utterance in enumerate(utterances):
        if utterance.marked:
            runs.setdefault((utterance.document_id, utterance.passage), []).append(at)
    beside: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for ids in members.values():
        marked = [utterances[at] for at in ids if utterances[at].marked]
        keys = sorted({(utterance.document_id, utterance.passage) for utterance in marked})
        beside.update((one, two) for i, one in enumerate(keys) for two in keys[i + 1 :] if one[0] != two[0])
    found: list[Link] = []
    for left, right in sorted(beside):
        for one in runs[left]:
            for two in runs[right]:
                if group_of[one] == group_of[two]:
                    continue
                score = Indel.normalized_similarity(utterances[one].words, utterances[two].words)
                alone = len(members[group_of[one]]) == 1 or len(members[group_of[two]]) == 1
                if score >= _NEIGHBOUR_LINKED and alone:
                    found.append(Link(score, one, two))
    return sorted(found, key=lambda link: (-link.score, link.left, link.right))
