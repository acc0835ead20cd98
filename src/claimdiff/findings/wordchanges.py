"""How one form of an utterance differs from its fullest form, word by word."""

from collections.abc import Sequence
from functools import lru_cache

from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.utterances import FIRST_PERSON, Utterance
from claimdiff.findings.wording import StoryWords, fold_word, word_key
from claimdiff.language.cues import HEDGES, LEXICAL_DENIALS, NEGATIONS, STOPWORDS
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Grade, WordChange

_LONG_GAP = 4
_SHORT = 5
# So many words in a row, or one that carries meaning, are common to both forms and not met by chance.
_SOLID = 3
# Ends of so many words with nothing solid in common are two ends.
_ELSEWHERE = 5
# What each of two forms has to itself, by what they share: from here on they are two utterances.
_OWN_SHARE = 0.5
# Words of the longest form that is looked at so: a remark has fewer.
_LONGEST = 400
# In one document two forms with fewer words in common, or the one that much shorter, are two remarks.
_ONE_REMARK, _PARTLY = 0.75, 0.5


def contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Tell whether `shorter` stands in `longer` as one unbroken run."""
    return find_run(longer, shorter) >= 0


def find_run(longer: Sequence[str], shorter: Sequence[str]) -> int:
    """Return where `shorter` stands in `longer` as one unbroken run, -1 where it doesn't."""
    size = len(shorter)
    if size == 0 or size > len(longer):
        return -1
    head = shorter[0]
    for at in range(len(longer) - size + 1):
        if longer[at] == head and longer[at : at + size] == shorter:
            return at
    return -1


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """Return what two words must share to be aligned: the word family of a content word."""
    return word if word in STOPWORDS or not word[0].isalpha() else family(word)


def align_words(full: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return the stretches in which two word lists differ: full[a:b] became other[c:d].

    Words of the fuller form before the first and after the last common word are left out: a fragment
    is no change. Words of one family ("deny", "denial") are aligned, and still count as changed.
    """
    from rapidfuzz.distance import Indel

    merged: list[tuple[int, int, int, int]] = []
    solid: list[tuple[int, int, int]] = []

    def add(a: int, b: int, c: int, d: int) -> None:
        if merged and merged[-1][1] == a and merged[-1][3] == c:
            merged[-1] = (merged[-1][0], b, merged[-1][2], d)
        else:
            merged.append((a, b, c, d))

    for op in Indel.opcodes([_key(word) for word in full], [_key(word) for word in other]):
        if op.tag != "equal":
            add(op.src_start, op.src_end, op.dest_start, op.dest_end)
            continue
        length = op.src_end - op.src_start
        if length >= _SOLID or any(word not in STOPWORDS for word in full[op.src_start : op.src_end]):
            solid.append((op.src_start, op.dest_start, length))
        for a, c in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
            if full[a] != other[c]:
                add(a, a + 1, c, c + 1)
    if solid:
        merged = _cut_elsewhere(merged, solid, len(full), len(other))
    return [change for row in merged if (change := _trim_edge(row, len(full))) is not None]


def _cut_elsewhere(
    rows: list[tuple[int, int, int, int]], solid: list[tuple[int, int, int]], size: int, other_size: int
) -> list[tuple[int, int, int, int]]:
    """Leave out changes before the first or after the last words in common, where both forms go on long.

    Each then goes its own way: what it says there is another sentence, not these words changed.
    """
    first, last = solid[0], solid[-1]
    end, other_end = last[0] + last[2], last[1] + last[2]
    if min(first[0], first[1]) >= _ELSEWHERE:
        rows = [row for row in rows if row[1] > first[0]]
    if min(size - end, other_size - other_end) >= _ELSEWHERE:
        rows = [row for row in rows if row[0] < end]
    return rows


def _trim_edge(row: tuple[int, int, int, int], size: int) -> tuple[int, int, int, int] | None:
    """Cut from a change at either end of the fuller form what the fragment merely leaves out."""
    a, b, c, d = row
    room = d - c + 1 if d > c else 0
    if a == 0 and b - a > room:
        a = b - room
    elif b == size and b - a > room:
        b = a + room
    return None if a == b and c == d else (a, b, c, d)


def grade_variant(full: Utterance, other: Utterance) -> Grade:
    """Grade a form against the fullest one.

    "truncated" is an unbroken part of it; "spliced" joins parts of it over a gap of four words or more;
    any other difference in direct words is "altered"; words outside quotation marks that are not in
    the first person are "paraphrased".
    """
    direct = other.marked or len(other.words) > _SHORT or not FIRST_PERSON.isdisjoint(other.words)
    if full.words == other.words:
        return "identical" if direct else "paraphrased"
    if contains(full.words, other.words):
        return "truncated" if direct else "paraphrased"
    if not other.marked and FIRST_PERSON.isdisjoint(other.words):
        return "paraphrased"
    changes = align_words(full.words, other.words)
    if changes and all(c == d and b - a >= _LONG_GAP for a, b, c, d in changes):
        return "spliced"
    return "altered"


def part_ways(one: Utterance, two: Utterance) -> bool:
    """Tell whether two long forms each go on with much that the other lacks: two things said in like words.

    Counted are the words that carry meaning, kindred ones left out, where the forms differ.
    """
    if min(len(one.words), len(two.words)) <= _SHORT or max(len(one.words), len(two.words)) > _LONGEST:
        return False
    rows = align_words(one.words, two.words)
    left = {word_key(word) for a, b, _, _ in rows for word in one.words[a:b]} - {""}
    right = {word_key(word) for _, _, c, d in rows for word in two.words[c:d]} - {""}
    alone = min(_count_strange(left, set(two.stems)), _count_strange(right, set(one.stems)))
    return alone >= _OWN_SHARE * len(set(one.stems) & set(two.stems))


def are_two_remarks(one: Utterance, two: Utterance) -> bool:
    """Tell whether two wordings in one document are two remarks.

    Those of no named person are: two officers may speak alike. So are those that share too few words: who
    is quoted at length says like things twice.
    """
    if one.document_id != two.document_id:
        return False
    named = one.speaker is not None and one.speaker[:1].isupper() and " " in one.speaker
    if not named or relate_speakers(one.speaker, two.speaker) != "same":
        return True
    shorter, longer = sorted((len(one.words), len(two.words)))
    return share_words(one, two) < _ONE_REMARK or shorter < _PARTLY * longer


def share_words(one: Utterance, two: Utterance) -> float:
    """Return how many of the shorter form's words stand in the other in their order, 0 to 1."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(one.words, two.words) / min(len(one.words), len(two.words))


def _count_strange(keys: set[str], others: set[str]) -> int:
    return sum(all(word not in others for word, _ in kindred_keys(key)) for key in keys)


def describe_changes(story: StoryWords, full: Utterance, other: Utterance) -> tuple[WordChange, ...]:
    """Return the words that changed, as the documents print them."""
    left, right = story.by_id[full.document_id], story.by_id[other.document_id]

    def printed(utterance: Utterance, first: int, last: int) -> str:
        words = left if utterance is full else right
        if first == last:
            return ""
        span = words.span(utterance.first_word + first, utterance.first_word + last)
        return words.document.text[span.start : span.end]

    return tuple(
        WordChange(printed(full, a, b), printed(other, c, d))
        for a, b, c, d in align_words(full.words, other.words)
    )


def flag_changes(changes: Sequence[WordChange]) -> list[str]:
    """Name what a set of word changes does to the sense: hedges, negations and figures lost or added."""
    before = {word for change in changes for word in _folded(change.before)}
    after = {word for change in changes for word in _folded(change.after)}
    flags: list[str] = []
    for name, words in (("hedge", HEDGES), ("negation", NEGATIONS | LEXICAL_DENIALS)):
        lost, gained = _cues(before, words), _cues(after, words)
        if lost and not gained and not _tells_within(after, name):
            flags.append(f"{name} dropped")
        elif gained and not lost and not _tells_within(before, name):
            flags.append(f"{name} added")
    figures_before = {word for word in before if word[:1].isdigit()}
    figures_after = {word for word in after if word[:1].isdigit()}
    if figures_before != figures_after and figures_before and figures_after:
        flags.append("figure changed")
    return flags


def _cues(words: set[str], known: frozenset[str]) -> set[str]:
    return {word for word in words if word in known or (word.endswith("n't") and "not" in known)}


def _tells_within(words: set[str], name: str) -> bool:
    return name == "negation" and any(map(negates_within, words))


def negates_within(word: str) -> bool:
    """Say whether a folded word negates what it is made of: "non-payment" is as good as "does not pay"."""
    return word.startswith("non-")


def _folded(text: str) -> list[str]:
    return [word for token in tokenize(text) if (word := fold_word(token.text))]
