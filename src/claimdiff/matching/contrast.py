"""How likely two claims that report one thing can't both hold: from what is left over, not from closeness."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from claimdiff.matching.alignment import align_prepared
from claimdiff.matching.copies import number_claims, share_speaker
from claimdiff.matching.differences import find_differences
from claimdiff.matching.units import PreparedClaim, prepare_claim
from claimdiff.model import Claim, Difference, Span

# The chance of a contradiction where no difference was found, and the greatest that differences can give.
LEAST = 0.02
MOST = 0.97
# How much the strongest difference counts, and every other: one of .38 tips the scale.
PULL = 1.3
OTHERS = 0.05


def weigh_differences(differences: Sequence[Difference]) -> float:
    """Return the probability of contradiction, given that both claims report one thing.

    The strongest difference counts in full and the others a little. Closeness of the rest plays no part:
    of a nearly identical pair and a loose one with the same difference, neither is likelier to clash.
    """
    if not differences:
        return LEAST
    strengths = sorted((difference.strength for difference in differences), reverse=True)
    holds = 1.0 - LEAST
    for place, strength in enumerate(strengths):
        holds *= 1.0 - min(MOST, (PULL if place == 0 else OTHERS) * strength)
    return min(MOST, 1.0 - holds)


def contrast_claims(
    left: Claim, right: Claim, left_text: str | None = None, right_text: str | None = None
) -> tuple[Difference, ...]:
    """Return the details in which two claims differ, the strongest first.

    The texts are those of the claims' documents; without them a claim's statement is its text.
    """
    return contrast_prepared(prepare_claim(left, left_text), prepare_claim(right, right_text))


def contrast_prepared(left: PreparedClaim, right: PreparedClaim) -> tuple[Difference, ...]:
    """Return the details in which two prepared claims differ, the strongest first."""
    return find_differences(align_prepared(left, right))


def contrast_couples(
    couples: Iterable[tuple[str, str]], claim_of: Mapping[str, Claim], texts: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Difference, ...]]:
    """Return the differences of pairs of claims, given by their ids.

    Each claim is prepared once, but for copies whose speakers differ.

    `texts` are the documents' texts by document id. Copies of two claims differ as these do, at their own
    places, and are not laid beside each other again.
    """
    couples = list(couples)
    involved = {claim_id: claim_of[claim_id] for couple in couples for claim_id in couple}
    number_of = number_claims(involved, texts)
    prepared: dict[Hashable, PreparedClaim] = {}

    def prepare(claim: Claim) -> PreparedClaim:
        """Return a claim or a copy of it, prepared."""
        key = number_of[claim.id], claim.speaker if claim.speech == "direct" else None
        found = prepared.get(key)
        if found is None:
            found = prepared[key] = prepare_claim(claim, texts.get(claim.document_id))
        return found

    known: dict[tuple[int, int, bool], tuple[tuple[Claim, Claim], tuple[Difference, ...]]] = {}
    found: dict[tuple[str, str], tuple[Difference, ...]] = {}
    for couple in couples:
        left, right = claim_of[couple[0]], claim_of[couple[1]]
        key = number_of[left.id], number_of[right.id], share_speaker(left, right)
        if key[0] == key[1] and key[2]:
            found[couple] = ()  # copies of one another
            continue
        if key not in known:
            one, two = prepare(left), prepare(right)
            differences = contrast_prepared(one, two)
            # A speaker is named outside of the claim, anywhere.
            if any(row.slot == "attribution" for row in differences):
                if (one.claim.id, two.claim.id) != couple:
                    differences = contrast_claims(
                        left, right, texts.get(left.document_id), texts.get(right.document_id)
                    )
                found[couple] = differences
                continue
            known[key] = (one.claim, two.claim), differences
        originals, differences = known[key]
        found[couple] = _move_all(differences, originals, (left, right)) if differences else ()
    return found


def _move_all(
    differences: tuple[Difference, ...], originals: tuple[Claim, Claim], claims: tuple[Claim, Claim]
) -> tuple[Difference, ...]:
    """Return the differences of two claims as those of their copies."""
    left, right = (_origin(one) - _origin(other) for one, other in zip(claims, originals, strict=True))
    if not left and not right:
        return differences
    return tuple([_move(one, left, right) for one in differences])


def _origin(claim: Claim) -> int:
    return claim.spans[0].start if claim.spans else 0


def _move(difference: Difference, left: int, right: int) -> Difference:
    """Return a difference at another place: `left` and `right` code points further on."""
    return replace(
        difference,
        left_spans=tuple(Span(span.start + left, span.end + left) for span in difference.left_spans),
        right_spans=tuple(Span(span.start + right, span.end + right) for span in difference.right_spans),
    )
