"""Which documents tell like things with both of two values: who gives two days knows of two occasions."""

from collections.abc import Callable, Mapping, Sequence

from claimdiff.findings.moments import quantity_at
from claimdiff.findings.values import mention_at
from claimdiff.model import Claim, DateMention, Difference, Quantity

# So much of the weight of what both sides share must stand in a claim that gives the other's value.
_SAME_THING = 0.5
# Claims with one value looked at: more are somebody's hostile text.
_MOST_CLAIMS = 200
_DATED = ("day", "week", "month", "year")


class Accounts:
    """The claims of a story by their figures and days."""

    def __init__(
        self,
        claims: Sequence[Claim],
        read_keys: Callable[[Claim], frozenset[str]],
        weigh: Callable[[frozenset[str]], float],
        versions: Mapping[str, Sequence[Claim]],
    ) -> None:
        self._read_keys, self._weigh, self._versions = read_keys, weigh, versions
        self._counted: dict[tuple[float, str], list[Claim]] = {}
        self._dated: dict[str, list[Claim]] = {}
        for claim in claims:
            for quantity in claim.quantities:
                self._counted.setdefault((quantity.value, quantity.kind), []).append(claim)
            for value in sorted({mention.value for mention in claim.dates if _is_dated(mention)}):
                self._dated.setdefault(value, []).append(claim)
        self._dated = dict(sorted(self._dated.items()))

    def tell_both(self, difference: Difference, left: Claim, right: Claim) -> bool:
        """Tell whether one document tells what both claims share twice, once with each of their values.

        A document tells it in any claim that has much of what they share; a figure, also in one that is of
        the claim's version. Two days in the versions of a fact may be what the sources are at odds about.
        """
        if difference.slot not in ("quantity", "date"):
            return False
        values = frozenset(
            key for claim in (left, right) for one in _list_values(claim) for key in one.casefold().split()
        )
        shared = (self._read_keys(left) & self._read_keys(right)) - values
        least = _SAME_THING * self._weigh(shared)
        homes = []
        for claim, value in ((left, difference.left), (right, difference.right)):
            told = self._find_claims(difference, claim, value)
            counted = self._versions.get(claim.id, ()) if difference.slot == "quantity" else ()
            version = {one.id for one in counted}
            tellers = {
                one.document_id for one in told if one.id in version or self._tells(one, shared, least)
            }
            homes.append({claim.document_id, *tellers})
        return bool(homes[0] & homes[1])

    def _find_claims(self, difference: Difference, claim: Claim, value: str) -> Sequence[Claim]:
        """Return the claims of the story that give the value which a claim has."""
        if difference.slot == "date":
            mention = mention_at(claim, value)
            return () if mention is None else self._find_dated(mention)
        quantity = quantity_at(claim, value)
        return () if quantity is None else self._find_counted(quantity)

    def _find_counted(self, quantity: Quantity) -> Sequence[Claim]:
        return self._counted.get((quantity.value, quantity.kind), ())[:_MOST_CLAIMS]

    def _find_dated(self, mention: DateMention) -> Sequence[Claim]:
        first, _, last = mention.value.partition("/")
        return [
            claim
            for value, claims in self._dated.items()
            if first <= value.partition("/")[0] and value.partition("/")[2] <= last
            for claim in claims[:_MOST_CLAIMS]
        ]

    def _tells(self, claim: Claim, shared: frozenset[str], least: float) -> bool:
        return least > 0 and self._weigh(self._read_keys(claim) & shared) >= least


def _is_dated(mention: DateMention) -> bool:
    return bool(mention.value) and mention.precision in _DATED


def _list_values(claim: Claim) -> list[str]:
    return [*(one.surface for one in claim.quantities), *(one.surface for one in claim.dates)]
