"""What a base form leaves unsaid that goes on with a “to” before it: “urged them to stop and | come”."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimdiff.extraction.clause_subjects import REACH, find_subject_before
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.preceding_nouns import find_noun_before, skip_adverbs
from claimdiff.extraction.shared_subjects import is_base, is_perfect
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

# Who is asked to is the one who does: the verb belongs to what is told.
_ASKING = word_set(
    "ask asks asked urge urges urged exhort exhorts exhorted order orders ordered tell tells told advise"
    " advises advised warn warns warned call calls called encourage encourages encouraged invite invites"
    " invited instruct instructs instructed command commands commanded beg begs begged press pressed"
    " want wants wanted force forces forced allow allows allowed require requires required help helps helped"
    " persuade persuades persuaded expect expects expected implore implored challenge challenged"
)
_TOLD = FINITE | {"Q"}
_GROUP = frozenset("BHMX")  # a verb with its auxiliaries
# So near to its verb "to" hangs on that: "has agreed to".
_GOVERNED = 3


def find_infinitive(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> int:
    """Return where the “to” stands that a base form goes on after (“to move in and take
    the quay”), else 0."""
    row = tags[start - 1] == "C" or (tags[start - 1] == "," and _row_goes_on(tokens, tags, at))
    if not row or not is_base(tokens[at].lower):
        return 0
    if is_perfect(tokens, tags, at):
        return 0  # "are hard to spot and | have been lit"
    to = _last_to(tags, start)
    return to if to and not any(tag in FINITE or tag in ':;"' for tag in tags[to:start]) else 0


def open_infinitive(tokens: Sequence[Token], tags: Sequence[str], to: int) -> Opening | None:
    """“men to” before “take the quay”; with a verb before “to”, all from its subject on (“she
    wants to”)."""
    noun = find_noun_before(tokens, tags, to) if tags[to - 1] in "NEU" else None
    if noun and tokens[noun[0] - 1].lower in _ASKING and tags[noun[0] - 1] in _TOLD:
        noun = None
    if noun is not None and tags[noun[0] - 1 : noun[0]] != ["P"]:
        denied = tokens[noun[0]].lower == "no"  # "there was no rope to mend and"
        return Opening(noun[0], to + 1) if noun[1] == to and not denied else None
    subject = find_subject_before(tokens, tags, to)
    if subject is None or to - subject[0] >= REACH // 2 + _GOVERNED:
        return None
    asked = next((at for at in range(to - 1, subject[2] - 1, -1) if tags[at] in _TOLD), subject[2])
    if tokens[asked].lower in _ASKING and to - asked > 1:  # "the council urged crews to stop and | come"
        if asked == subject[2] or set(tags[subject[2] : asked]) <= _GROUP:
            return Opening(subject[0], to + 1)
        return Opening(subject[0], subject[1], auxiliary=(asked, to + 1))
    if to - subject[0] >= REACH // 2:
        return None
    if to - subject[2] > _GOVERNED and not {"V", "I", "Q", "A"}.intersection(tags[to - 2 : to]):
        # "broke a window to enter and | take it"
        return Opening(subject[0], subject[1], verb="to", joint=" … ")
    return Opening(subject[0], to + 1)


def open_second_to(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Opening | None:
    """“helped crews to reach ports and | to hide”: what the first “to” hangs on, None where unclear."""
    to = _last_to(tags, start)
    if not to or any(tag in FINITE or tag in ':;"' for tag in tags[to:start]):
        return None
    opening = open_infinitive(tokens, tags, to)
    if opening is None or opening.verb or tags[start - 2] == ",":
        return None
    if not opening.auxiliary[1] and FINITE.isdisjoint(tags[opening.first : opening.last]):
        return None
    first, last = opening.auxiliary
    if last:
        return replace(opening, auxiliary=(first, last - 1))
    return replace(opening, last=opening.last - 1)


def _row_goes_on(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Say whether a row of infinitives goes on behind “and”: “to find, | lift and mend the boats”."""
    joining = next(
        (place for place in range(at + 1, min(len(tags), at + REACH // 2)) if tags[place] == "C"), 0
    )
    following = skip_adverbs(tags, joining + 1)
    return joining > 0 and following < len(tags) and is_base(tokens[following].lower)


def _last_to(tags: Sequence[str], start: int) -> int:
    for at in range(start - 1, max(0, start - REACH), -1):
        if tags[at] == "T":
            return at
    return 0
