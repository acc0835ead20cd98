"""What `check` says of a draft: one verdict per claim, with its evidence in the sources."""

from typing import Literal

from msgspec import Struct

from claimdiff.model.claim import Claim
from claimdiff.model.document import Document, Rejection, Span
from claimdiff.model.fact import Difference

VerdictKind = Literal[
    "supported",
    "contradicted",
    "unsupported",
    "altered-quotation",
    "misattributed-quotation",
    "unsure",
    "not-checkable",
]
EvidenceRelation = Literal["supports", "contradicts", "related"]


class Rule(Struct, frozen=True):
    """A rule's code, its short name, what it means, an example and the remedy."""

    code: str
    name: str
    verdict: VerdictKind
    summary: str
    example: str
    remedy: str


class Evidence(Struct, frozen=True):
    """Where a source says it, says otherwise, or comes nearest."""

    document_id: str
    claim_id: str
    spans: tuple[Span, ...]
    relation: EvidenceRelation


class Replacement(Struct, frozen=True):
    """The source's words for a stretch of the draft: what an editor may put in its place."""

    span: Span
    text: str


class Verdict(Struct, frozen=True):
    """The judgement on one claim of the draft.

    `spans` stay inside one sentence, `words` are the words at fault inside them (empty where there are
    none). `probability` is that of the verdict. `fingerprint` stays the same when the draft changes
    elsewhere. `replacements`, to be made together, are filled where one source's words clearly stand
    against the draft's.
    """

    id: str
    claim_id: str
    spans: tuple[Span, ...]
    words: tuple[Span, ...]
    statement: str
    verdict: VerdictKind
    rule: str
    message: str
    probability: float
    evidence: tuple[Evidence, ...]
    fingerprint: str = ""
    replacements: tuple[Replacement, ...] = ()


class Check(Struct, frozen=True):
    """A draft held against its sources; `documents[0]` is the draft.

    `ignored` are verdicts that an inline comment, the rule selection or a baseline silenced.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    rejections: tuple[Rejection, ...]
    settings: dict[str, object]
    ignored: tuple[Verdict, ...] = ()
    notes: tuple[str, ...] = ()


class WordSupport(Struct, frozen=True):
    """How well the sources carry one word, name, number or date of a draft's claim.

    `support` is 0 to 1 in the passages that tell the same thing; `anywhere` is true when it stands in
    the sources at all, `common` for a word that frames facts rather than stating one. `weight` says how
    much the word matters in this story. `rival` is its opposite, or another thing of its kind, where a
    near passage has that instead, and `rival_in` the place of that passage among the evidence's.
    """

    span: Span
    kind: str
    key: str
    weight: float
    support: float
    anywhere: bool
    common: bool
    rival: str = ""
    rival_in: int = -1


class Passage(Struct, frozen=True):
    """A sentence of a source beside a draft's claim, and how they differ.

    `coverage` is the share (0 to 1) of the claim's own words, by weight, that the sentence carries,
    `nearness` the same with the subject that the statement names in full. In `differences` the draft
    is the left side. `hedged` says that the sentence holds a hedge, `negated` that it holds a negation.
    """

    document_id: str
    claim_id: str
    spans: tuple[Span, ...]
    coverage: float
    differences: tuple[Difference, ...]
    nearness: float
    hedged: bool = False
    negated: bool = False


class DraftEvidence(Struct, frozen=True):
    """What the sources have on one claim: passages, the nearest first, and each word's support."""

    claim_id: str
    passages: tuple[Passage, ...]
    words: tuple[WordSupport, ...]
