"""The quotation ledger: every form of one utterance together, graded against the fullest."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claimdiff.findings.clipping import clip_members
from claimdiff.findings.echoes import find_echoes
from claimdiff.findings.linking import find_links, link_neighbours
from claimdiff.findings.modality import is_negation
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.trifles import is_spelling
from claimdiff.findings.utterances import Utterance, UtteranceReader, find_utterances, has_part
from claimdiff.findings.wordchanges import (
    are_two_remarks,
    contains,
    describe_changes,
    flag_changes,
    grade_variant,
    negates_within,
)
from claimdiff.findings.wording import StoryWords
from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, QuotationGroup, QuotationVariant, Span

_LINKED = 0.58
_PART_LINKED = 0.4
_LONG = 6
# Words of the longest name of a speaker; more are a piece of the sentence.
_LONGEST_NAME = 8


class UtteranceGroup(NamedTuple):
    """The forms of one utterance, fullest first."""

    members: tuple[Utterance, ...]
    certainty: float


def build_ledger(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    story: StoryWords,
    only_of: str | None = None,
) -> tuple[tuple[QuotationGroup, ...], tuple[UtteranceGroup, ...]]:
    """Group the utterances of a story and grade their forms.

    Returns the ledger (groups that at least two documents share, or in which one document prints two
    different wordings) and the utterances behind each of its rows, in the same order. With `only_of`,
    the id of a document, only the rows that it has a part in.
    """
    reader = UtteranceReader(story, claims)
    utterances = merge_sentences(find_utterances(documents, reader), story, reader, only_of)
    grouped = []
    for ids, score in _group(utterances, story, only_of):
        members = tuple(utterances[at] for at in ids)
        if has_part(only_of, members):
            members = clip_members(_order_members(list(members)), story, reader)
        grouped.append(UtteranceGroup(members, score))
    rows = [
        (_ledger_row(story, group), group)
        for group in map(_drop_like_remarks, find_echoes(grouped, story, reader, only_of))
        if has_part(only_of, group.members)
        and any(member.marked for member in group.members)
        and _worth_showing(group.members)
    ]
    rows.sort(
        key=lambda row: (
            -len({v.document_id for v in row[0].variants}),
            -len(row[1].members[0].words),
            row[0].id,
        )
    )
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows)


def _drop_like_remarks(group: UtteranceGroup) -> UtteranceGroup:
    """Leave out what the document of the fullest form prints as another remark in like words."""
    full, *others = group.members
    kept = [
        member
        for member in others
        if not are_two_remarks(full, member) or grade_variant(full, member) not in ("altered", "spliced")
    ]
    return group._replace(members=(full, *kept))


def _worth_showing(members: Sequence[Utterance]) -> bool:
    if len({member.document_id for member in members}) > 1:
        return True
    full = members[0]
    return any(grade_variant(full, member) in ("altered", "spliced") for member in members[1:])


def _ledger_row(story: StoryWords, group: UtteranceGroup) -> QuotationGroup:
    full = group.members[0]
    variants: list[QuotationVariant] = []
    for member in group.members:
        changes = describe_changes(story, full, member) if not contains(full.words, member.words) else ()
        grade = grade_variant(full, member)
        if grade == "altered" and all(map(is_spelling, changes)):
            grade = "identical"
        flags = flag_changes(changes)
        if grade == "paraphrased" and _negates(full) == _negates(member):
            flags = [flag for flag in flags if not flag.startswith("negation")]
        if relate_speakers(full.speaker, member.speaker) == "different":
            flags.append("speaker differs")
        if not member.marked:
            flags.append("no quotation marks")
        variants.append(
            QuotationVariant(
                document_id=member.document_id,
                claim_id=member.claim_id,
                spans=(member.span,),
                grade=grade,
                changes=changes,
                flags=tuple(flags),
            )
        )
    names = Counter(
        member.speaker
        for member in group.members
        if member.speaker and len(member.speaker.split()) <= _LONGEST_NAME
    )
    # A name has a capital; without one it is a piece of the sentence, or a role at best.
    speaker = min(names, key=lambda name: (name.islower(), -names[name], -len(name), name)) if names else None
    ids = [
        part for member in group.members for part in (member.document_id, member.span.start, member.span.end)
    ]
    return QuotationGroup(content_id("q", *ids), speaker, tuple(variants))


def _negates(utterance: Utterance) -> bool:
    """Tell whether a form holds a word of plain negation: a paraphrase may say "denied" for "no"."""
    return any(is_negation(word) or negates_within(word) for word in utterance.words)


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


def merge_sentences(
    utterances: Sequence[Utterance],
    story: StoryWords,
    reader: UtteranceReader,
    only_of: str | None = None,
) -> list[Utterance]:
    """Join neighbouring sentences that another document prints as one sentence.

    With `only_of`, the id of a document, only where it has a part in that.
    """
    partners: dict[int, dict[int, float]] = {}
    for link in find_links(utterances, story, only_of):
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


def _group(
    utterances: Sequence[Utterance], story: StoryWords, only_of: str | None = None
) -> list[tuple[list[int], float]]:
    """Join linked utterances, surest link first; neighbours of one quotation are never joined."""
    links = sorted(
        find_links(utterances, story, only_of), key=lambda link: (-link.score, link.left, link.right)
    )
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
    for link in link_neighbours(utterances, group_of, members):
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
