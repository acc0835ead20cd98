"""Score two claims that stand alone, without a story around them."""

from claimdiff.matching.calibration import as_probability, load_scale
from claimdiff.matching.contrast import contrast_claims
from claimdiff.matching.differences import DEBUNKS
from claimdiff.matching.features import compare_claims, compare_lone
from claimdiff.matching.pairing import make_pair, round_shares
from claimdiff.matching.views import view_pair
from claimdiff.model import Claim, ScoredPair

# A headline that calls another's report false words it anew, so that little need be shared for both to be
# about one rumour; one that only negates may as well tell something else. Log-odds, set where one in a
# hundred unrelated headlines is taken for a debunked one.
_CALLED_FALSE, _NEGATED = 3.5, 0.7
_FALSE_FROM = 0.7


def score_pair(
    left: Claim, right: Claim, *, left_text: str | None = None, right_text: str | None = None
) -> ScoredPair:
    """Return what the matcher thinks of two claims on their own.

    The texts are those of the claims' documents; without them a claim's statement is its text. Words
    are weighed by how rare the news has them, and no other partner competes, so the prior differs
    from that inside a story: of pairs that somebody hands over, many more are one fact than of all
    pairs of claims of a story.
    """
    if right.id < left.id:
        left, right, left_text, right_text = right, left, right_text, left_text
    vector = compare_alone(left, right)
    alone = load_scale("alone")
    score, shares = alone.score(vector), alone.explain(vector)
    related = as_probability(load_scale("topic").score(vector))
    differences = contrast_claims(left, right, left_text, right_text)
    debunking = max((one.strength for one in differences if one.note == DEBUNKS), default=0.0)
    if debunking:
        share = _CALLED_FALSE if debunking >= _FALSE_FROM else _NEGATED
        score += share
        shares["one debunks the other"] = share
    rounded = round_shares(shares.items())
    return make_pair(left.id, right.id, as_probability(score), differences, rounded, related)


def compare_alone(left: Claim, right: Claim) -> list[float]:
    """Return the vector of two claims on their own: FEATURES, then LONE_FEATURES."""
    views = view_pair(left, right)
    return compare_claims(*views) + compare_lone(*views)
