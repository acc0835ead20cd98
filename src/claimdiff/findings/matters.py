"""Which contradictions are about one matter: a thing disputed in many places, a day told twice."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from claimdiff.findings.denials import words_denial
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import fold_words, word_key
from claimdiff.language.names import find_names
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Contradiction, Fact

Key = tuple[str, ...]


def mark_matters(
    rows: Sequence[Contradiction], claims: Mapping[str, Claim], facts: Iterable[Fact]
) -> tuple[Contradiction, ...]:
    """Return the rows in their order, each with the id of the first row on its matter.

    Speakers dispute one matter where the rows share a fact, the same people allege and the same deny.
    Other rows are on the matter of one of their kind where they share a claim and its value with it: they
    set another value against that one. Wordings of quotations are each their own.
    """
    fact_of = {claim_id: fact.id for fact in facts for claim_id in fact.claim_ids}
    known: dict[Key, list[tuple[str, Parties]]] = {}
    marked = []
    for row in rows:
        parties = Parties(row, claims) if row.between == "speakers" else _NOBODY
        keys = _list_keys(row, fact_of)
        matter = next(
            (first for key in keys for first, others in known.get(key, ()) if parties.may_be(others)),
            row.id,
        )
        for key in keys if matter == row.id or row.between == "speakers" else ():
            told = known.setdefault(key, [])
            if matter not in (first for first, _ in told) and len(told) < _MOST_MATTERS:
                told.append((matter, parties))
        marked.append(replace(row, matter=matter))
    return tuple(marked)


# Matters looked at that share one fact: more are somebody's hostile text.
_MOST_MATTERS = 20


def _list_keys(row: Contradiction, fact_of: Mapping[str, str]) -> list[Key]:
    if row.kind == "quotation":
        return []
    sides = row.left, row.right
    if row.between == "speakers":
        return [(row.between, fact_of[side.claim_id]) for side in sides]
    return [(row.between, row.kind, side.claim_id, *fold_words(side.value)) for side in sides]


class Parties:
    """Who alleges and who denies, as far as a row's claims say so: the keys of their names."""

    def __init__(self, row: Contradiction | None, claims: Mapping[str, Claim]) -> None:
        self.alleges: str | None = None
        self.denies: frozenset[str] = frozenset()
        if row is None:
            return
        both = [claims[side.claim_id] for side in (row.left, row.right)]
        denials = [claim for claim in both if claim.polarity == "negated" or words_denial(claim.statement)]
        if len(denials) == 1:
            denial = denials[0]
            allegation = next(claim for claim in both if claim.id != denial.id)
            self.alleges = allegation.speaker.name if allegation.speaker else None
            self.denies = _name_keys(denial)

    def may_be(self, other: "Parties") -> bool:
        """Tell whether two rows can be of the same people."""
        if relate_speakers(self.alleges, other.alleges) == "different":
            return False
        return not self.denies or not other.denies or bool(self.denies & other.denies)


def _name_keys(claim: Claim) -> frozenset[str]:
    """Return the keys of who says it, or of whom the claim names first."""
    name = claim.speaker.name if claim.speaker else next((n.text for n in find_names(claim.statement)), "")
    return frozenset(
        key for token in tokenize(name) if token.text[0].isupper() and (key := word_key(token.text))
    )


_NOBODY = Parties(None, {})
