"""What is said: the words that belong to a cue, to its right or its left."""

from msgspec import Struct

from claimdiff.extraction.clause_signs import CLAUSE_SUBJECTS, has_verb_behind_relative, has_verb_soon
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    HEARERS,
    PREPOSITIONS,
    SPEECH_CUES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.number_words import MONTHS
from claimdiff.language.tables import word_set

_REACH = 120
_BARE_HEARER = 3
_BRIDGED = frozenset({"say", "tell", "ask", "think", "show", "noun"})
_OBJECTS = frozenset({"it", "him", "her", "them", "this", "himself", "herself", "itself"})


_OPENING = frozenset("\"“„«‘'")
_STOPS = frozenset(".!?…")
_CUT_PARTICIPLES = word_set(
    """
    adding saying noting citing calling stating insisting arguing claiming warning stressing telling
    asking urging referring accusing describing pointing explaining suggesting declaring vowing
    promising writing tweeting acknowledging emphasizing
    """
)


class Complement(Struct, frozen=True, gc=False):
    """What follows a cue: tokens `first`..`last`, half-open, and how they are joined on.

    `how`: "that", "quote", "colon", "clause", "infinitive", "if", "object", "preposition" or "none".
    `hearer` is the token range of who is told.
    """

    first: int
    last: int
    how: str
    hearer: tuple[int, int] | None


def read_complement(words: BlockWords, cue: int, high: int, kind: str | None = None) -> Complement:
    """Read what stands to the right of a cue, up to the token `high` (the end of its sentence).

    `kind` is that of the cue where its last word does not tell.
    """
    lowers = words.lowers
    kind = kind or (SPEECH_CUES[lowers[cue]].kind if lowers[cue] in SPEECH_CUES else "say")
    position = cue + 1
    quoted = words.quote_over(words.starts[cue])
    if quoted is not None:
        high = min(high, words.token_at(quoted.end))
    if position >= high:
        return Complement(high, high, "none", None)
    hearer: tuple[int, int] | None = None
    bridge = _find_bridge(words, cue, high) if kind in _BRIDGED else None
    if bridge is not None and bridge[2] == "quote" and lowers[position] in _OBJECTS and kind == "say":
        bridge = None  # "declaring it “a ruin”"
    told = kind == "tell" and bridge is not None and not _has_finite(words, position, bridge[0])
    plain = kind in {"say", "think"} and bridge is not None and bridge[2] == "that"
    if bridge is not None and (told or not _is_clausal(words, position, bridge[0], plain=plain)):
        if kind in {"tell", "urge", "ask"} and bridge[0] > position:
            hearer = (position, bridge[0])
        last = _cut(words, cue, bridge[1], high)
        return Complement(bridge[1], last, bridge[2] if last > bridge[1] else "none", hearer)
    if kind in {"tell", "ask"}:
        after = _skip_hearer(words, position, high)
        if after > position:
            hearer, position = (position, after), after
    before = position
    position = _skip_adverbials(words, position, high)
    if position > before and position < high and _is_participle(words, position):
        return Complement(high, high, "none", hearer)
    if position >= high or lowers[position] in _STOPS or lowers[position] in ",;—–)":
        return Complement(high, high, "none", hearer)
    return Complement(position, _cut(words, cue, position, high), _join_of(words, cue, position), hearer)


#: What an interview or a statement was, between who is told and what ("told X in a talk aired Monday that").
_PUBLISHED = word_set("published released posted broadcast aired printed recorded televised")


def _is_participle(words: BlockWords, position: int) -> bool:
    """ "said in a statement posted on Monday": what follows the adverbial belongs to it."""
    word = words.lowers[position]
    return word.endswith(("ed", "ing")) or classify_word(word) in {"Q", "VQ"}


def _find_bridge(words: BlockWords, cue: int, high: int) -> tuple[int, int, str] | None:
    """Find "that", a colon or an opening quotation mark soon after the cue.

    Returns the bridge's token, the content's first token, and its kind.
    """
    lowers = words.lowers
    if lowers[cue + 1] == "to":
        return None
    for position in range(cue + 1, min(high, cue + 16)):
        word = lowers[position]
        if word == "that" and position + 1 < high:
            if position > cue + 1 and lowers[position - 1] in PREPOSITIONS:
                return None
            if words.is_finite(position + 1) and position > cue + 1:
                return None  # "asked about protests that have grown"
            return position, position + 1, "that"
        if word in _OPENING and words.quote_starting(words.starts[position]) is not None:
            return position, position, "quote"
        if word == ":" and position + 1 < high:
            return position, position + 1, "colon"
        if word in {"if", "whether"}:
            return position, position, "if"
        if (
            word == "."
            and lowers[position - 1] in MONTHS
            and words.starts[position] == words.ends[position - 1]
        ):
            continue  # "said Friday, Dec. 29, that"
        if word in ".;!?…—" or word in AUXILIARIES or (word in SUBJECT_PRONOUNS and position > cue + 1):
            return None
        if words.is_finite(position) and word not in _PUBLISHED:
            return None
    return None


def _has_finite(words: BlockWords, first: int, last: int) -> bool:
    return any(words.is_finite(place) for place in range(first, last))


def _is_clausal(words: BlockWords, first: int, last: int, *, plain: bool) -> bool:
    """Say whether a verb stands in between, so that the bridge belongs to something else.

    After a `plain` verb of saying a noun begins the clause or is its object, it is no hearer.
    """
    if last - first <= 1:
        return False
    for position in range(first, last):
        word = words.lowers[position]
        if word in AUXILIARIES or (position > first and word in SUBJECT_PRONOUNS):
            return True
        if word.endswith("ing") and position > first and word in SPEECH_CUES:
            return True
    if "ago" in words.lowers[first:last]:
        return False  # "reported weeks ago that"
    head = words.lowers[first]
    named = words.is_capital(first) or head in DETERMINERS
    return not (
        head in PREPOSITIONS
        or head in TIME_WORDS
        or head in ADVERBS
        or head in HEARERS
        or head in ",(-"
        or (named and not plain)
        or head.endswith("ly")
    )


def _skip_hearer(words: BlockWords, position: int, high: int) -> int:
    lowers = words.lowers
    start = position
    if position < high and lowers[position] in HEARERS:
        return position + 1
    if named := _end_of_named_hearer(words, position, high):
        return named
    if position < high and lowers[position] in DETERMINERS:
        position += 1
        while position < high and position - start < 6 and not _ends_hearer(words, position):
            position += 1
        return position
    while position < high and position - start < 8 and words.is_capital(position):
        if lowers[position].endswith("'s") or words.is_capital(position):
            position += 1
        if (
            position < high
            and lowers[position] == "."
            and position + 1 < high
            and words.is_capital(position + 1)
        ):
            position += 1
    if position == start and (told := _end_of_bare_hearer(words, position, high)):
        return told
    if (
        position == start
        and position < high
        and lowers[position].endswith("s")
        and lowers[position].isalpha()
    ):
        return position + 1
    return position


def _end_of_bare_hearer(words: BlockWords, first: int, high: int) -> int:
    """Return where “police”, “council members” end before the subject of what they are told, 0 for none."""
    for place in range(first, min(high, first + _BARE_HEARER + 1)):
        word = words.lowers[place]
        if place > first and (word in SUBJECT_PRONOUNS or word in DETERMINERS):
            return place
        if not word.isalpha() or word in PREPOSITIONS or word in DETERMINERS or words.is_finite(place):
            return 0
        if word in SUBJECT_PRONOUNS or words.is_capital(place) or "N" not in classify_word(word):
            return 0
    return 0


def _end_of_named_hearer(words: BlockWords, first: int, high: int) -> int:
    """Return where “host Ada Moro”, “the Gazette” end, a name with nothing said behind it, 0 for none."""
    if first + 1 >= high or words.is_capital(first) or not words.is_capital(first + 1):
        return 0
    if words.lowers[first] not in DETERMINERS and "N" not in classify_word(words.lowers[first]):
        return 0
    last = first + 1
    while last < high and words.is_capital(last):
        last += 1
    ends = last >= high or words.lowers[last] in ".,;" or words.lowers[last] in PREPOSITIONS
    return last if last > first + 1 and ends else 0


def _ends_hearer(words: BlockWords, position: int) -> bool:
    word = words.lowers[position]
    return (
        word in SUBJECT_PRONOUNS
        or word in DETERMINERS
        or word in TIME_WORDS
        or word in AUXILIARIES
        or word == "to"
        or not (word[0].isalnum())
        or (words.is_capital(position) and not words.is_capital(position - 1))
    )


def _skip_adverbials(words: BlockWords, position: int, high: int) -> int:
    """Skip "on Friday", "in a statement", "Tuesday" between a cue and its clause."""
    lowers = words.lowers
    start = position
    while position < high and position - start < 14:
        word = lowers[position]
        if (
            word in TIME_WORDS
            or (word in ADVERBS and word != "once")
            or (word.endswith("ly") and len(word) > 4)
        ):
            position += 1
        elif word in {"in", "on", "at", "during", "via", "to", "with"}:
            end = _adverbial_end(words, position, high)
            if end is None:
                break
            position = end
        else:
            break
    return position


def _adverbial_end(words: BlockWords, position: int, high: int) -> int | None:
    """Return where "in a statement Friday" or "on CNN" ends, None where it is part of what is said."""
    lowers = words.lowers
    place = position + 1
    if place >= high:
        return None
    if lowers[position] == "to":
        return place + 1 if lowers[place] in {"reporters", "journalists"} else None
    if lowers[place] in TIME_WORDS:
        place += 1
        while place < high and lowers[place].isdigit():
            place += 1
        return place
    if lowers[position] in {"on", "at"} and words.is_capital(place):
        while place < high and words.is_capital(place):
            place += 1
        return place
    if lowers[place] in {"a", "an", "the", "his", "her", "their", "its"}:
        found = [k for k in range(place + 1, min(high, place + 7)) if lowers[k] in OCCASIONS]
        if found:
            end = found[0] + 1
            while end < high and lowers[end] in OCCASIONS:
                end += 1
            return end
    if lowers[place] in OCCASIONS:
        return place + 1
    return None


#: Where and on what occasion something is said ("in a statement", "at a rally").
OCCASIONS = word_set(
    """
    statement interview tweet speech conference report letter note email filing testimony memo post briefing
    hearing announcement release remarks address article editorial video call court message blog twitter
    facebook debate rally event meeting account page feed channel radio television show website site podcast
    """
)


def _join_of(words: BlockWords, cue: int, position: int) -> str:
    word = words.lowers[position]
    if word == "to":
        following = words.lowers[position + 1] if position + 1 < len(words.lowers) else ""
        place = following in DETERMINERS or (following != "" and words.is_capital(position + 1))
        return "preposition" if place else "infinitive"
    if word in {"if", "whether", "what", "why", "how", "who", "where", "when"}:
        return "if"
    # "what the harbour master says was an accident", but "says it's closed"
    if words.is_finite(position) and word not in CLAUSE_SUBJECTS:
        opened = any(before in _GAP_OPENERS for before in words.lowers[max(0, cue - 8) : cue])
        return "clause" if opened else "object"
    clausal = has_verb_soon(words, position)
    if not clausal and words.lowers[cue] in _CLAUSE_TAKERS:
        clausal = has_verb_behind_relative(words, position)
    if word in PREPOSITIONS and word not in {"at", "over"}:
        fronted = word in _FRONTED and words.lowers[cue] in _CLAUSE_TAKERS
        return "clause" if clausal and fronted else "preposition"
    return "clause" if clausal else "object"


_GAP_OPENERS = word_set("what which who whom that whatever")
_FRONTED = word_set("in on by during under despite from since within")
_CLAUSE_TAKERS = word_set(
    "said says say added adds noted notes reported reports claimed claims believe thinks think"
)


_CUTTING = frozenset({",", ";", "and", "but"})
_NOTED = _CUTTING | _OPENING


def _cut(words: BlockWords, cue: int, first: int, high: int) -> int:
    """Return where the content that begins at `first` ends: at the clause that is no longer said."""
    lowers = words.lowers
    form = SPEECH_CUES[lowers[cue]].form if lowers[cue] in SPEECH_CUES else "past"
    limit = min(high, first + _REACH)
    position = first
    while position < limit:
        if lowers[position] not in _NOTED:
            position += 1
            continue
        quoted = words.quote_starting(words.starts[position]) if lowers[position] in _OPENING else None
        if quoted is not None:
            position = max(position + 1, words.token_at(quoted.outer_end))
            if position < limit and (lowers[position] in _CUT_PARTICIPLES or lowers[position] == "without"):
                break
            continue
        if position > first and lowers[position] in _CUTTING and _cuts_here(words, position, limit, form):
            break
        position += 1
    end = min(position, high)
    while end > first and lowers[end - 1] in ",;—–.:":
        end -= 1
    return end


def _cuts_here(words: BlockWords, position: int, limit: int, form: str) -> bool:
    lowers = words.lowers
    word = lowers[position]
    following = lowers[position + 1] if position + 1 < limit else ""
    if word == ",":
        if following in _CUT_PARTICIPLES or following == "without":
            return True
        if following == "according":
            return True
        if following == "but" and position + 2 < limit:
            after = lowers[position + 2]
            return after in SUBJECT_PRONOUNS or words.is_capital(position + 2)
        cue = SPEECH_CUES.get(lowers[position + 2]) if following == "and" and position + 2 < limit else None
        if cue is not None and cue.form == form == "past" and cue.kind in {"urge", "ask"}:
            return True
        if following in {"and", "while"} and position + 2 < limit:
            return _starts_cue(words, position + 2, limit, form)
        return False
    if word in {"and", "but"} and following:
        cue = SPEECH_CUES.get(following)
        return bool(
            cue
            and cue.form == form
            and form in {"past", "third"}
            and cue.kind in {"say", "tell", "ask", "describe"}
        )
    return word == ";"


def _starts_cue(words: BlockWords, position: int, limit: int, form: str) -> bool:
    """Say whether a coordinated clause begins with its own attribution (", and he said")."""
    for place in range(position, min(position + 5, limit)):
        cue = SPEECH_CUES.get(words.lowers[place])
        if cue and cue.form == form and form in {"past", "third"} and cue.kind in {"say", "tell"}:
            return True
    return False
