"""Which attributions stand apart from what they report, and which are part of the claim itself."""

from collections.abc import Sequence

from claimdiff.extraction.attribution import Attributed
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

TokenRange = tuple[int, int]

# With these verbs a quotation is a saying, however short; with others it may be a term: "called for “calm”".
_SPEAKING = word_set(
    "say tell add ask reply answer write tweet shout cry state explain insist quip joke note"
)
# These verbs take no clause without "that": "the crews responded and fought".
_WITHOUT_CLAUSE = word_set("show respond agree react")
_GAPS = word_set("what whatever")
_TERM = 6
_GOVERNING = frozenset("PVIGTBHN")


def stands_apart(
    tokens: Sequence[Token],
    tags: Sequence[str],
    content: Sequence[TokenRange],
    frame: Sequence[TokenRange],
    said: Attributed,
) -> bool:
    """Say whether the frame of an attribution is to be kept out of what it reports.

    `content` and `frame` are token ranges; the attribution belongs to a claim as a whole where its verb is
    a noun or an adjective there, takes no clause, or quotes no more than a term.
    """
    if not frame or not content:
        return True
    first = frame[0][0]
    cue = _find_cue(tokens, frame, said)
    if cue is None:
        return True
    begin = content[0][0]
    if begin < cue:
        return True
    if _modifies(tokens, tags, first, cue, begin) or tags[begin] == "C":
        return False
    if first and tokens[first - 1].lower in _GAPS and tags[begin] in FINITE:
        return False  # "after what the mayor says was an accident"
    between = tags[cue + 1 : begin]
    if tags[cue] == "N" and not FINITE.isdisjoint(between):
        return False  # "the new rules state that"
    if between[:1] == ["P"] and said.speech == "indirect" and _lacks_verb(tags, content):
        return False  # "first reported on the offer"
    if said.lemma in _WITHOUT_CLAUSE and begin == cue + 1 and tags[begin] != '"':
        return False
    if said.speech == "direct" and said.lemma not in _SPEAKING and not {",", ":"}.intersection(between):
        opening = next((tag for tag in tags[begin : content[0][1]] if tag != '"'), "")
        return opening not in FINITE and not _is_term(tags, content)  # "charges of theft “are not true”"
    return True


def _modifies(tokens: Sequence[Token], tags: Sequence[str], first: int, cue: int, begin: int) -> bool:
    """Say whether the cue is an attribute of a noun: “the official messaging service”."""
    if not tokens[cue].lower.endswith("ing") or begin != cue + 1 or tags[begin] not in "NA":
        return False
    return cue > first and tags[cue - 1] in "DNA" and FINITE.isdisjoint(tags[first:cue])


def _lacks_verb(tags: Sequence[str], content: Sequence[TokenRange]) -> bool:
    return all(FINITE.isdisjoint(tags[first:last]) for first, last in content)


def _find_cue(tokens: Sequence[Token], frame: Sequence[TokenRange], said: Attributed) -> int | None:
    """Return the token of the last word of the cue that lies in the frame."""
    end = said.cue_spans[-1].end if said.cue_spans else -1
    for first, last in frame:
        for at in range(first, last):
            if tokens[at].end == end:
                return at
    return None


def _is_term(tags: Sequence[str], content: Sequence[TokenRange]) -> bool:
    words = [tag for first, last in content for tag in tags[first:last] if tag.isalpha() or tag == "#"]
    return len(words) <= _TERM and FINITE.isdisjoint(words)


def find_lost_subject(tokens: Sequence[Token], tags: Sequence[str], begin: int, said: Attributed) -> int:
    """Return where the content begins with a pronoun that was taken for the speaker, else `begin`.

    “The army said he | "acted well"”: the army speaks.
    """
    at = begin - 1
    while at > 0 and tags[at] == '"':
        at -= 1
    if at < 1 or tags[at] != "R" or not said.cue_spans or tokens[at - 1].end != said.cue_spans[-1].end:
        return begin
    speakers = said.speaker_spans
    own = not speakers or any(span.start <= tokens[at].start < span.end for span in speakers)
    return begin if own else at


def goes_on(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, said: Attributed) -> bool:
    """Say whether the words before a noun of saying need it: “to meet | the crew's fears that …”."""
    if first == 0 or tokens[last - 1].lower != "that" or tags[first - 1] not in _GOVERNING:
        return False
    cue = _find_cue(tokens, ((first, last),), said)
    return cue is not None and tags[cue] == "N"
