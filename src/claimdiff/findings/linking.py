"""Which utterances may be one: by shared words, by context, by what stands beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.utterances import Utterance
from claimdiff.findings.wordchanges import contains, part_ways
from claimdiff.findings.wording import StoryWords, word_key

_RARE_STEMS = 9
# A fragment's first words, by which the longer forms that hold it are found.
_OPENING = 3
_LARGEST_BLOCK = 40
_NEIGHBOUR_LINKED = 0.5
_LONG = 6
_FRAGMENT = 2
_SAME_FRAME = 0.5
_LIKE_FRAME = 0.9
_FRAME_LINKED = 0.6
_PART_FRAME = 0.4
_LONG_REMARK = 14
_BARE = 4
# So much of both clauses must be shared where nobody, or not the same person, is known to speak.
_WHOLE_FRAME = 0.25
# What everybody says of the dead and the hurt; how much two remarks that share nothing else are set back.
_FORMULA = frozenset(
    word_key(word)
    for word in """family friend victim lose live life thought prayer heart condolence sympathy love affect
        injure killed die community""".split()
)
_FORMULAIC = 0.5
# Of the shorter form's words, in order: two people who share fewer than most have said two things, and
# anybody who shares fewer than half may have.
_MOST, _HALF = 0.6, 0.5


class Link(NamedTuple):
    """Two utterances (by their place in the list) that may be one, and how sure that is, 0 to 1."""

    score: float
    left: int
    right: int


def find_links(
    utterances: Sequence[Utterance], story: StoryWords, only_of: str | None = None
) -> Iterator[Link]:
    """Compare only utterances with a reason to: they share two of their rarest stems (one, for short
    fragments), stand in the same place of a clause, or one holds the other word for word.

    With `only_of`, the id of a document, only pairs that it has a part in.
    """
    mine = {at for at, one in enumerate(utterances) if only_of in (None, one.document_id)}
    blocks: dict[str, list[int]] = {}
    for at, utterance in enumerate(utterances):
        rarest = sorted(set(utterance.stems), key=lambda stem: (story.frequency(stem), stem))[:_RARE_STEMS]
        for stem in rarest or utterance.words[:1]:
            blocks.setdefault(stem, []).append(at)
    yield from _link_frames(utterances, story, mine)
    yield from _link_contained(utterances, story, mine)
    shared: Counter[tuple[int, int]] = Counter()
    for stem in sorted(blocks):
        ids = blocks[stem]
        if len(ids) <= _LARGEST_BLOCK:
            shared.update(
                (one, two)
                for place, one in enumerate(ids)
                for two in ids[place + 1 :]
                if one in mine or two in mine
            )
    for (one, two), count in sorted(shared.items()):
        left, right = utterances[one], utterances[two]
        if count >= 2 or min(len(left.stems), len(right.stems)) <= 2:
            score = link_utterances(left, right, story)
            if score > 0:
                yield Link(score, one, two)


def _link_contained(utterances: Sequence[Utterance], story: StoryWords, mine: set[int]) -> Iterator[Link]:
    """Link a fragment to the longer forms it stands in word for word, however common its words are."""
    places: dict[tuple[str, ...], list[int]] = {}
    openings: dict[tuple[str, ...], list[int]] = {}
    for at, utterance in enumerate(utterances):
        words = utterance.words
        for start in range(len(words) - _OPENING + 1):
            here = places.setdefault(words[start : start + _OPENING], [])
            if not here or here[-1] != at:
                here.append(at)
        if len(words) > _OPENING and len(utterance.stems) > 1:
            openings.setdefault(words[:_OPENING], []).append(at)
    for opening in sorted(openings):
        homes = places[opening]
        if max(len(homes), len(openings[opening])) > _LARGEST_BLOCK:
            continue
        for short in openings[opening]:
            for long in homes:
                if short not in mine and long not in mine:
                    continue
                one, two = utterances[short], utterances[long]
                if len(two.words) > len(one.words) and contains(two.words, one.words):
                    score = link_utterances(one, two, story)
                    yield Link(score, min(short, long), max(short, long))


def _link_frames(utterances: Sequence[Utterance], story: StoryWords, mine: set[int]) -> Iterator[Link]:
    """Link a quoted word or two to what the same speaker has in the same place of a clause.

    "conditions were “fine”" and "conditions “normal”" are two versions of one remark, and so are
    "the report is “untrue”" and "“The report is not true.”"
    """
    blocks: dict[str, list[int]] = {}
    for at, utterance in enumerate(utterances):
        if utterance.marked and not utterance.headline:
            for stem in sorted(utterance.frame or set(utterance.stems)):
                blocks.setdefault(stem, []).append(at)
    seen: set[tuple[int, int]] = set()
    for stem in sorted(blocks):
        ids = blocks[stem]
        if len(ids) > _LARGEST_BLOCK:
            continue
        for place, one in enumerate(ids):
            for two in ids[place + 1 :]:
                if (one, two) not in seen and (one in mine or two in mine):
                    seen.add((one, two))
                    if _same_frame(utterances[one], utterances[two], story):
                        yield Link(_FRAME_LINKED, one, two)


def _same_frame(one: Utterance, two: Utterance, story: StoryWords) -> bool:
    """Tell whether a quoted word or two stands in a clause that is otherwise like the other's."""
    speakers = relate_speakers(one.speaker, two.speaker)
    if one.document_id == two.document_id or speakers == "different":
        return False
    if one.frame and two.frame:
        shared = _weigh(one.frame & two.frame, story)
        lighter = min(_weigh(one.frame, story), _weigh(two.frame, story))
        short = max(len(one.stems), len(two.stems)) <= _FRAGMENT
        if speakers != "same" and shared < _WHOLE_FRAME * _weigh(one.frame | two.frame, story):
            return False
        return short and shared >= (_SAME_FRAME if speakers == "same" else _LIKE_FRAME) * lighter
    fragment, whole = (one, two) if one.frame else (two, one)
    if not fragment.frame or len(fragment.stems) > _FRAGMENT or len(whole.words) > _LONG_REMARK:
        return False
    said = set(whole.stems) | {bare for stem in whole.stems if (bare := _strip_negation(stem))}
    if not all(stem in said or _strip_negation(stem) in said for stem in fragment.stems):
        return False
    return _weigh(fragment.frame & said, story) >= _PART_FRAME * _weigh(fragment.frame, story)


def _weigh(stems: frozenset[str] | set[str], story: StoryWords) -> float:
    return sum(sorted(map(story.weight, stems)))


def _strip_negation(stem: str) -> str:
    """Return a word without a negating prefix ("untrue", "nonexistent"), "" where there is none."""
    for prefix in ("non-", "non", "un", "in", "im", "dis"):
        if stem.startswith(prefix) and len(stem) - len(prefix) >= _BARE:
            return word_key(stem[len(prefix) :])
    return ""


def link_utterances(one: Utterance, two: Utterance, story: StoryWords) -> float:
    """Score, 0 to 1, how likely two utterances are one: shared words in order, rarity, speaker, context."""
    shorter, longer = sorted((one, two), key=lambda u: (len(u.words), u.words))
    speakers = relate_speakers(one.speaker, two.speaker)
    bonus = {"same": 0.1, "unknown": 0.0, "different": -0.15}[speakers]
    if contains(longer.words, shorter.words):
        return _score_contained(shorter, longer, story) + bonus
    if not shorter.stems or not longer.stems or shorter.titled != longer.titled:
        return 0.0
    return _score_altered(shorter, longer, story, others=speakers == "different") + bonus


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


def _score_altered(shorter: Utterance, longer: Utterance, story: StoryWords, *, others: bool) -> float:
    """Score two wordings by their words; `others` says that two people are named as their speakers."""
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
    if words < _MOST if others else words < _HALF and part_ways(shorter, longer):
        return 0.0
    if shared <= _FORMULA:
        words -= _FORMULAIC
    unmarked = 0.05 * (not shorter.marked) + 0.05 * (not longer.marked)
    return 0.45 * bag + 0.25 * order + 0.3 * words - unmarked - (0.4 if len(shared) == 2 else 0.0)


def link_neighbours(
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
        for one in runs[left][:_LARGEST_BLOCK]:
            for two in runs[right][:_LARGEST_BLOCK]:
                if group_of[one] == group_of[two]:
                    continue
                score = Indel.normalized_similarity(utterances[one].words, utterances[two].words)
                alone = len(members[group_of[one]]) == 1 or len(members[group_of[two]]) == 1
                if score >= _NEIGHBOUR_LINKED and alone:
                    found.append(Link(score, one, two))
    return sorted(found, key=lambda link: (-link.score, link.left, link.right))
