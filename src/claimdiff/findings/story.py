"""All findings of one story, in the order they depend on each other."""

from collections.abc import Sequence

from msgspec import Struct

from claimdiff.findings.contradictions import find_contradictions
from claimdiff.findings.omissions import find_omissions
from claimdiff.findings.origins import OriginCounter, find_origins
from claimdiff.findings.quotations import build_ledger
from claimdiff.findings.status import settle_facts
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Claim, Contradiction, Document, Fact, Matching, Omission, QuotationGroup
from claimdiff.model.finding import SharedPassage
from claimdiff.settings import Settings


class Findings(Struct, frozen=True):
    """What was found; `facts` are the matcher's with their status settled."""

    facts: tuple[Fact, ...]
    contradictions: tuple[Contradiction, ...]
    omissions: tuple[Omission, ...]
    quotations: tuple[QuotationGroup, ...]
    origins: dict[str, str]
    passages: tuple[SharedPassage, ...] = ()


def find_all(
    documents: Sequence[Document], claims: Sequence[Claim], matching: Matching, settings: Settings
) -> Findings:
    """Return every finding over the matched claims of one story."""
    story = StoryWords(documents, list_sentences(claims))
    origins = find_origins(documents, story)
    counter = OriginCounter(origins)
    quotations, utterances = build_ledger(documents, claims, story)
    contradictions = find_contradictions(documents, claims, matching, story, utterances, settings)
    facts = settle_facts(matching, {claim.id: claim for claim in claims}, contradictions, counter)
    omissions = find_omissions(documents, claims, matching, story, counter)
    return Findings(facts, contradictions, omissions, quotations, origins.of_document, origins.passages)
