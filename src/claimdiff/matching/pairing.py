"""Score a story's candidate pairs: each on its own, then beside the others."""

from collections.abc import Iterable, Mapping, Sequence

from claimdiff.matching.calibration import Scale, Stages, as_probability, load_scale
from claimdiff.matching.candidates import Candidates, find_repeats
from claimdiff.matching.contrast import weigh_differences
from claimdiff.matching.features import FEATURES, compare_claims, remember_cosines
from claimdiff.matching.places import Places, place_claims
from claimdiff.matching.rivals import NOBODY, compare_rivals
from claimdiff.matching.sentences import compare_sentences, lead_sentences, remember_closeness
from claimdiff.matching.standing import compare_places, share_pairs
from claimdiff.matching.views import ClaimView
from claimdiff.model import Claim, Difference, Relation, ScoredPair

Couple = tuple[str, str]

# Log-odds of a first look above which a pair is looked at beside the others: of ten thousand below it on real
# stories, two came to a probability of .05.
AGAIN = -4.5
# Log-odds of a second look up to which the trees are not asked: they add little to what is hopeless.
HOPELESS = -5.0


class ComparedPair:
    """What two claims on their own say of the pair, with its first score in log-odds: copies share one."""

    __slots__ = ("_early", "_shares", "closeness", "vector")

    def __init__(self, vector: list[float], closeness: float) -> None:
        self.vector = vector
        self.closeness = closeness
        self._early: float | None = None
        self._shares: dict[str, float] | None = None

    def score(self, early: Scale) -> float:
        """Return the log-odds of the early stage of the "story" model."""
        if self._early is None:
            self._early = early.score(self.vector)
        return self._early

    def explain(self, early: Scale) -> dict[str, float]:
        """Return the shares of that score, a copy that the caller may add to."""
        if self._shares is None:
            self._shares = early.explain(self.vector)
        return self._shares.copy()


class PairScore:
    """What a pair comes to beside the others: `score` in log-odds, `chance` as a probability.

    Copies that stand among copies share one, and the pairs made of it share its waterfall, which is drawn
    only where somebody asks for it.
    """

    __slots__ = ("_compared", "_hopeful", "_leads", "_plain", "chance", "score")

    def __init__(self, compared: ComparedPair, leads: Sequence[float], stages: Stages) -> None:
        self.score = compared.score(stages.early) + stages.late.score(leads)
        self._hopeful = self.score > HOPELESS
        if self._hopeful:
            self.score += stages.grove.score((*compared.vector, *leads))
        self.chance = as_probability(self.score)
        self._compared = compared
        self._leads = leads
        self._plain: ScoredPair | None = None

    def describe(
        self, left: str, right: str, differences: tuple[Difference, ...], stages: Stages | None
    ) -> ScoredPair:
        """Return the pair for two claims with this score, without a waterfall where no stages are given."""
        plain = self._plain
        if plain is None:
            waterfall = {} if stages is None else self._explain(stages)
            plain = self._plain = make_pair(left, right, self.chance, (), waterfall)
        if differences:
            return make_pair(left, right, self.chance, differences, plain.features)
        return ScoredPair(
            left, right, plain.same, plain.contradiction, plain.related, plain.relation, plain.features
        )

    def _explain(self, stages: Stages) -> dict[str, float]:
        shares = self._compared.explain(stages.early)
        shares.update(stages.late.list_shares(self._leads))
        if self._hopeful:
            for name, share in stages.grove.explain((*self._compared.vector, *self._leads)).items():
                shares[name] = shares.get(name, 0.0) + share
        return round_shares(shares.items())


def compare_candidates(
    views: Mapping[str, ClaimView], number_of: Mapping[str, int], candidates: Candidates
) -> list[ComparedPair]:
    """Compare every candidate pair on its own; in the order of the candidates.

    `number_of` tells copies by claim id: they are compared once.
    """
    closeness, likeness, nearness = load_scale("closeness"), remember_cosines(), remember_closeness()
    seen = [views[claim_id] for claim_id in candidates.order]
    numbers = [number_of[claim_id] for claim_id in candidates.order]
    many = len(numbers)
    known: dict[int, ComparedPair] = {}
    compared: list[ComparedPair] = []
    for left, right in zip(candidates.lefts, candidates.rights, strict=True):
        key = numbers[left] * many + numbers[right]
        found = known.get(key)
        if found is None:
            vector = compare_claims(seen[left], seen[right], likeness)
            vector += compare_sentences(seen[left], seen[right], nearness)
            found = known[key] = ComparedPair(vector, closeness.score(vector))
        compared.append(found)
    return compared


def lead_pairs(
    lefts: Sequence[int],
    rights: Sequence[int],
    closeness: Sequence[float],
    told: Sequence[float],
    places: Places,
    wanted: Sequence[int],
) -> list[tuple[float, ...]]:
    """Return, for the pairs wanted (by their places in the other sequences), the vectors of LATE.

    In: the two claims of every candidate pair, by number, its log-odds on its own, and how close the
    sentences of both are. The pairs that are not wanted must have no more log-odds than NOBODY.
    """
    sentences = lead_sentences(lefts, rights, told, places, wanted)
    if len(wanted) < len(lefts):
        lefts, rights = [lefts[at] for at in wanted], [rights[at] for at in wanted]
        closeness = [closeness[at] for at in wanted]
    rivals = compare_rivals(lefts, rights, closeness, places.home, places.rows)
    shares = share_pairs(lefts, rights, closeness, places)
    standing = compare_places(lefts, rights, places)
    return [sum(rows, ()) for rows in zip(rivals, sentences, shares, standing, strict=True)]


def score_candidates(
    candidates: Candidates,
    compared: Sequence[ComparedPair],
    claims: Sequence[Claim],
    stages: Stages,
) -> dict[Couple, PairScore]:
    """Score the pairs beside each other, those left out that a first look holds for hopeless.

    Pairs that are nothing by themselves take nothing from any other pair either.
    """
    order, lefts, rights = candidates.order, candidates.lefts, candidates.rights
    told = [one.vector[len(FEATURES)] for one in compared]
    closeness = [one.closeness for one in compared]
    wanted = [at for at, score in enumerate(closeness) if score > NOBODY]
    known: dict[tuple[int, tuple[float, ...]], PairScore] = {}
    scored: dict[Couple, PairScore] = {}
    places = place_claims(order, claims)
    for at, leads in zip(wanted, lead_pairs(lefts, rights, closeness, told, places, wanted), strict=True):
        one = compared[at]
        if one.closeness <= AGAIN:
            continue
        key = id(one), leads
        found = known.get(key)
        if found is None:
            found = known[key] = PairScore(one, leads, stages)
        scored[order[lefts[at]], order[rights[at]]] = found
    return scored


def score_within(views: Mapping[str, ClaimView], number_of: Mapping[str, int]) -> dict[Couple, float]:
    """Return the log-odds of the pairs of claims of one document that may repeat each other; copies once."""
    scale, likeness = load_scale("within"), remember_cosines()
    known: dict[tuple[int, int], float] = {}
    scores: dict[Couple, float] = {}
    for couple in find_repeats(views):
        left, right = couple
        numbers = number_of[left], number_of[right]
        score = known.get(numbers)
        if score is None:
            score = known[numbers] = scale.score(compare_claims(views[left], views[right], likeness))
        scores[couple] = score
    return scores


def round_shares(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return log-odds by feature as they are kept in a pair."""
    return {name: round(share, 6) for name, share in shares}


def make_pair(
    left: str,
    right: str,
    probability: float,
    differences: tuple[Difference, ...],
    features: dict[str, float],
    related: float | None = None,
) -> ScoredPair:
    """Return a scored pair from the probability of one fact, the differences found and the rounded shares.

    `related` is the probability of one topic; at least that of one fact.
    """
    contradiction = probability * weigh_differences(differences)
    topic = max(probability, related if related is not None else 1 - (1 - probability) ** 2)
    same = probability - contradiction
    relation: Relation = "unrelated"
    if topic >= 0.5:
        relation = "related"
    if probability >= 0.5:
        relation = "same" if same >= contradiction else "contradiction"
    same, contradiction = round(same, 6), round(contradiction, 6)
    topic = max(round(topic, 6), min(1.0, round(same + contradiction, 6)))
    return ScoredPair(left, right, same, contradiction, topic, relation, features, differences)
