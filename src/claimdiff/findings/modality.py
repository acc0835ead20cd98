"""Whether a claim speaks of what is: no condition, question, plan or promise."""

import re

from claimdiff.language.cues import NEGATIONS
from claimdiff.language.stems import stem
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document

_FORMERLY = re.compile(
    r"\blike (?:this|that|it)\b"
    r"|\b(?:since|until|till|yet|so far|hitherto|before|for (?:the |more than |nearly |almost )?\w+ "
    r"(?:years|months|weeks|days|decades))\b",
    re.IGNORECASE,
)
# "Until" at the very end: the text is what it leads in.
_UNTIL = re.compile(r"\b(?:until|till|before|prior to)(?:\s+(?:the|this|that|these))?\s*$", re.IGNORECASE)
_TAIL = 20
_UNREAL = re.compile(
    r"\s*(?:(?:even|only|but|and|as)\s+)?(?:if|unless|whether|which|should|were|lest|in case)\b",
    re.IGNORECASE,
)
_UNREAL_BEFORE = re.compile(
    r"\b(?:if|unless|whether|which|in case|how many|how much)\s+(?:\w+\s+){0,6}$", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:(?:not|never) (?:going )?to\s+\w+"
    r"|(?:would|will|shall|should|could|can|may|might|must)(?: not|n['’]t| never)"
    r"|won['’]t|shan['’]t|cannot|can['’]t"
    r"|(?:nobody|no one|none|nothing|neither) (?:would|will|shall|should|could|can|may|might|must))\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\b(?:before|without|instead of|rather than|prior to) (\w+ing)\b", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\bnever\b|\b(?:no ?-?one|nobody|none)\b.{0,40}?\b(?:has|have|had|ever)\b|\b(?:not|n['’]t) ever\b",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(r"\W*not\b", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"[\W_]*(?:that|this)(?:['’]s| is| was)(?:n['’]t|\s+(?:\w+ly\s+)?not)(?:\s+[\w'’-]+){1,8}\W*$",
    re.IGNORECASE,
)
_COUNTERFACTUAL = re.compile(
    r"\b(?:could|would|should|might)(?:n['’]t)?(?: \w+ly)?(?: have|['’]ve)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?-i:may|might|could)(?! have|['’]ve)"
    r"|(?:is|are|was|were) (?:to|set to|due to|expected to|going to|hoping to)"
    r"|plan(?:s|ned)? to|hop(?:es?|ed|ing) to|aims? to|scheduled|next (?:week|month|year))\b|\w['’]ll\b",
    re.IGNORECASE,
)


def lies_ahead(text: str) -> bool:
    """Tell whether a text speaks of what is still to come."""
    return _AHEAD.search(text) is not None


def is_unreal(claim: Claim, document: Document) -> bool:
    """Tell whether a claim stands in a question or a condition."""
    start, end = claim.spans[0].start, claim.spans[-1].end
    if _UNREAL.match(document.text, start, end):
        return True
    if _UNREAL_BEFORE.search(document.text[max(claim.sentence.start, start - 60) : start]):
        return True
    return is_asked(claim, document)


def is_asked(claim: Claim, document: Document) -> bool:
    """Tell whether a claim stands in a sentence that ends as a question."""
    tail = document.text[max(claim.spans[0].start, claim.sentence.end - _TAIL) : claim.sentence.end]
    return tail.rstrip("\"'”’) ").endswith("?")


def negates(text: str) -> bool:
    """Tell whether a text holds a word of plain negation."""
    return count_negations(text) > 0


def count_negations(text: str) -> int:
    """Return how many words of plain negation a text holds."""
    return sum(is_negation(token.lower) or token.lower.startswith("no-") for token in tokenize(text))


def is_negation(lower: str) -> bool:
    """Tell whether a lower-case word is one of plain negation ("not", "nobody", "hasn't")."""
    return lower in NEGATIONS or lower.endswith(("n't", "n’t"))


def is_counterfactual(text: str) -> bool:
    """Tell whether a text says what might have been ("she could have won")."""
    return _COUNTERFACTUAL.search(text) is not None


def opens_with_not(text: str) -> bool:
    """Tell whether a text is the second half of "this, not that": it denies nothing by itself."""
    return _NOT_THAT.match(text) is not None


def points_with_not(text: str) -> bool:
    """Tell whether a text only says of what stands before it what it is not ("that's not good news")."""
    return _NOT_THIS.match(text) is not None


def negates_the_past(text: str, before: str = "") -> bool:
    """Tell whether what a text negates held only up to some point ("not won since 1908", "never like this").

    `before` is what stands before the text in its sentence: a point of time there may lead it in.
    """
    return _FORMERLY.search(text) is not None or _UNTIL.search(before) is not None


def plans_negation(text: str) -> bool:
    """Tell whether what a text negates is a plan, a promise or a demand ("not to sail", "would not")."""
    return _PLAN.search(text) is not None


def goes_with_denial(text: str, denial: str) -> bool:
    """Tell whether a text says in other words what a denial says.

    "Before deciding" goes with "has not decided", "the first such fire" with "never had such a fire" and
    "nobody has had one".
    """
    if _FIRST.search(text) and _NEVER.search(denial):
        return True
    undone = {stem(match[1].lower()) for match in _UNDONE.finditer(text)}
    return bool(undone) and any(stem(token.lower) in undone for token in tokenize(denial))
