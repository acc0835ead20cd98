"""Who is the subject of a cue: the words before it, after it, or at the head of its clause."""

from msgspec import Struct
from msgspec.structs import replace

from claimdiff.extraction.noun_phrases import (
    BREAKS,
    CLAUSE_OPENERS,
    find_opening,
    find_phrase_end,
    find_phrase_start,
)
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_CUES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.language.names import ROLES
from claimdiff.language.tables import word_set

_LIMIT = 40
_NEAR_VERB = 25


_DASHES = frozenset("—–-")
_ADVERBIAL_HEADS = PREPOSITIONS | SUBORDINATORS | TIME_WORDS | ADVERBS
_ADVERBIAL_OPENERS = PREPOSITIONS | TIME_WORDS
_AFTER_NAME = word_set("speaking asked when in on after for meanwhile however")
_PARENTHETIC = word_set("however meanwhile though too then instead therefore")
_ASPECT = word_set("keep keeps kept start starts started begin begins began stop stops stopped")
_INVERTING = word_set("say add report note write warn explain argue")
_WRITINGS = word_set("statement letter report tweet post message video memo email")
_NO_ROLE = _ADVERBIAL_HEADS | AUXILIARIES | RELATIVES | word_set("that so no yes not and or but")
_SPEAKING = ROLES | word_set(
    """police authorities firefighter paramedic resident neighbour neighbor aide source organiser organizer
    campaigner witness witnesses survivor parent relative colleague friend critic supporter
    investigator rescuer volunteer worker nurse insider observer protester"""
)
_LONGEST_ROLE = 5
_BEFORE_PARTICIPLE = word_set("and while by after before without when in")


class Subject(Struct, frozen=True, gc=False):
    """A subject as token indices, half-open.

    `first`, `last` hold the whole noun phrase with its apposition; `how` says where it was found:
    "left", "apposed", "pronoun", "relative", "shared" (an earlier verb's), "inverted" or "none".
    """

    first: int
    last: int
    how: str


NO_SUBJECT = Subject(0, 0, "none")


def find_verb_group(words: BlockWords, cue: int, low: int) -> int:
    """Return the first token of the verb group that ends in the cue ("has repeatedly said")."""
    position = cue
    lowers = words.lowers
    while position > low and cue - position < 8:
        word = lowers[position - 1]
        if _is_contracted_subject(word):
            return position - 1
        aspect = word in _ASPECT and lowers[cue].endswith("ing")
        if aspect or word in AUXILIARIES or word in ADVERBS or (word.endswith("ly") and len(word) > 4):
            position -= 1
        elif (
            word == ","
            and position - 3 > low
            and lowers[position - 2] in _PARENTHETIC
            and lowers[position - 3] == ","
        ):
            position -= 3
        elif word == "to" and position - 1 > low and lowers[position - 2] in SPEECH_CUES:
            position -= 2
        elif word == "to" and position - 2 > low and lowers[position - 2] in {"on", "out", "going", "able"}:
            position -= 3
        else:
            break
    return position


def _is_contracted_subject(word: str) -> bool:
    return (
        "'" in word
        and word.split("'")[0] in SUBJECT_PRONOUNS
        and word.split("'")[1] in {"s", "ve", "d", "ll", "re", "m"}
    )


def find_subject(words: BlockWords, cue: int, group: int, low: int, high: int) -> Subject:
    """Return the subject of the verb group `group`..`cue` within the tokens `low`..`high`."""
    lowers = words.lowers
    if _is_contracted_subject(lowers[group]) and group < cue:
        return Subject(group, group + 1, "pronoun")
    listed = SPEECH_CUES.get(lowers[cue])
    present = listed.form == "present" if listed else lowers[cue].endswith("ing")
    having = group < cue and lowers[group] == "having"
    participle = having or (present and not any(lowers[k] in AUXILIARIES for k in range(group, cue)))
    if group <= low:
        told = listed is not None and listed.kind == "tell"
        inverted = None if participle or told else _after_cue(words, cue, high)
        if participle:
            return _main_subject(words, cue, high)
        return inverted or NO_SUBJECT
    before = lowers[group - 1]
    if before in RELATIVES and group - 1 >= low:
        return Subject(group - 1, group, "relative")
    if before in SUBJECT_PRONOUNS:
        return Subject(group - 1, group, "pronoun")
    if participle:
        return _participle_subject(words, group, low)
    if before in {"and", "but", "then", "or"}:
        return _shared_subject(words, group - 1, low)
    if before == "to":
        return _governing_subject(words, group - 1, low)
    if before == ")" and (opening := find_opening(words, group - 1, low)) is not None and opening > low:
        first = find_phrase_start(words, group, low)
        return Subject(first, group, "left") if first < opening else NO_SUBJECT
    if before in BREAKS or before in _DASHES or words.quote_ending(words.ends[group - 1]) is not None:
        return _subject_before_break(words, cue, group, low, high)
    end = find_phrase_end(words, group, low)
    first = find_phrase_start(words, end, low)
    adverbial = (
        first - 2 > low and lowers[first - 1] in CLAUSE_OPENERS and lowers[first - 2] in {"and", "but"}
    )
    if first < end and not adverbial:
        return Subject(first, end, "left")
    return _clause_subject(words, low, group, "shared")


def _subject_before_break(words: BlockWords, cue: int, group: int, low: int, high: int) -> Subject:
    """The verb follows a comma, a dash or a quotation mark: inverted, apposed or shared."""
    lowers = words.lowers
    before = lowers[group - 1]
    closing = words.quote_ending(words.ends[group - 1])
    closes_quote = closing is not None
    listed = SPEECH_CUES.get(lowers[cue])
    told = listed is not None and listed.kind == "tell"
    if (closes_quote or before in ",—–-") and not told:
        term = closing is not None and words.text[closing.end - 1] not in ",.!?…—-"
        lemma = listed.lemma if listed is not None else ""
        # "The ‘black Monday’ claimed many jobs": a quoted term is a subject of its own.
        inverted = _after_cue(words, cue, high) if not term or lemma in _INVERTING else None
        quoted = closes_quote or (group - 2 >= low and words.quote_ending(words.ends[group - 2]) is not None)
        if inverted and (quoted or (lemma in _INVERTING and _is_bare_inversion(words, inverted, high))):
            return inverted
        if quoted:
            return NO_SUBJECT
    if before in ",)—–-":
        return _apposed_subject(words, group - 1, low)
    return NO_SUBJECT


def _is_bare_inversion(words: BlockWords, subject: Subject, high: int) -> bool:
    """ "…, said Mara Voss." : a name, and the clause is over."""
    named = words.is_capital(subject.first) or words.lowers[subject.first] in DETERMINERS
    if not named and not words.is_capital(subject.last - 1):
        return False
    after = subject.last
    long = not words.is_capital(after - 1) and after - subject.first > _LONGEST_ROLE
    if long or _has_finite(words, subject.first + 1, after):
        return False  # "said the carriages slid for eight seconds"
    if after >= high or words.lowers[after] in ".,;—–":
        return True
    if words.lowers[after] not in _ADVERBIAL_OPENERS:
        return False
    name = range(subject.first, subject.last)
    if len(name) > 1 and all(words.is_capital(k) and not words.lowers[k].endswith("s'") for k in name):
        return True
    return not any(words.is_finite(place) for place in range(after, min(high, after + 14)))


def _after_cue(words: BlockWords, cue: int, high: int) -> Subject | None:
    """The noun phrase right after the cue: "said Mara Voss, the harbour master"."""
    first = cue + 1
    if first >= high:
        return None
    lowers = words.lowers
    if lowers[first] in {"he", "she", "they", "it", "i", "we"}:
        return Subject(first, first + 1, "inverted")
    named = words.is_capital(first) or lowers[first] in DETERMINERS or _is_role(words, first, high)
    if not named or lowers[first] in {"that", "i"}:
        return None
    position = first
    limit = min(high, first + 14)
    while position < limit:
        word = lowers[position]
        if (
            word in BREAKS
            or word in AUXILIARIES
            or word in {".", "who", "when", "as", "while", "after", "before"}
        ):
            if (
                word == "."
                and position + 1 < limit
                and len(lowers[position - 1]) <= 4
                and words.is_capital(position - 1)
            ):
                position += 1
                continue
            break
        if word in TIME_WORDS or (word in PREPOSITIONS and word not in {"of", "for", "at"}):
            break
        if (
            word in SPEECH_CUES
            and SPEECH_CUES[word].form in {"past", "third"}
            and not words.is_capital(position)
        ):
            break
        position += 1
    return Subject(first, position, "inverted") if position > first else None


def _is_role(words: BlockWords, first: int, high: int) -> bool:
    """ "harbour master Ines Calloway", "officials": what somebody is, with the name or standing alone."""
    for place in range(first, min(high, first + _LONGEST_ROLE)):
        word = words.lowers[place]
        if words.is_capital(place):
            return place > first
        if word in _NO_ROLE or word.endswith("ly") or not word[0].isalpha():
            return False
        if word in _SPEAKING or word.removesuffix("s") in _SPEAKING:
            return True
    return False


def _apposed_subject(words: BlockWords, comma: int, low: int) -> Subject:
    """ "Mara Voss, the harbour master, said": everything from the head of the clause to the comma."""
    lowers = words.lowers
    floor = max(low, comma - _LIMIT)
    position = comma - 1
    commas = []
    while position >= floor:
        word = lowers[position]
        if word == ",":
            commas.append(position)
        if word in '"“”;:!?—–' or words.quote_ending(words.ends[position]) is not None:
            break
        if word in {"that", "because", "when", "while", "if", "but", "where", "although"} and position > low:
            break
        position -= 1
    head = position + 1
    while head < comma and lowers[head] in {",", "and", "but"}:
        head += 1
    if not commas or commas[-1] <= head:
        first = find_phrase_start(words, comma, head)
        return Subject(first, comma, "apposed") if first < comma else NO_SUBJECT
    edges = [edge for edge in reversed(commas) if edge > head]
    # A leading adverbial ("In March, Mara Voss, the harbour master, said") is no part of it.
    while len(edges) > 1 and (lowers[head] in _ADVERBIAL_HEADS or _has_finite(words, head, edges[0])):
        head = edges.pop(0) + 1
    if not edges:
        return NO_SUBJECT
    following = edges[0] + 1
    if lowers[head] in _ADVERBIAL_OPENERS:
        first = find_phrase_start(words, comma, following)
        return Subject(first, comma, "left") if first < comma else NO_SUBJECT
    start = find_phrase_start(words, edges[0], head)
    if start >= edges[0]:
        return NO_SUBJECT
    if lowers[following] in _AFTER_NAME:
        return Subject(start, edges[0], "apposed")
    return Subject(start, comma, "apposed")


def _has_finite(words: BlockWords, first: int, last: int) -> bool:
    return any(words.is_finite(place) for place in range(first, last))


def _shared_subject(words: BlockWords, conjunction: int, low: int) -> Subject:
    """ "Voss waved and said": the subject stands at the head of the clause."""
    return _clause_subject(words, low, conjunction, "shared")


def _governing_subject(words: BlockWords, place: int, low: int) -> Subject:
    """ "Voss went to the harbour to watch": the subject of the finite verb before an infinitive."""
    lowers = words.lowers
    for position in range(place - 1, max(low, place - _NEAR_VERB), -1):
        if not words.is_finite(position):
            continue
        group = find_verb_group(words, position, low)
        if _is_contracted_subject(lowers[group]):
            return Subject(group, group + 1, "shared")
        before = lowers[group - 1] if group > low else ""
        if before in RELATIVES:
            return Subject(group - 1, group, "relative")
        if before in SUBJECT_PRONOUNS:
            return Subject(group - 1, group, "shared")
        if before == ",":
            found = _apposed_subject(words, group - 1, low)
            return found if found.how == "none" else replace(found, how="shared")
        end = find_phrase_end(words, group, low) if group > low else group
        first = find_phrase_start(words, end, low) if group > low else end
        if first < end:
            return Subject(first, end, "shared")
    return _clause_subject(words, low, place, "shared")


def _participle_subject(words: BlockWords, group: int, low: int) -> Subject:
    before = words.lowers[group - 1]
    if before not in BREAKS and before not in _BEFORE_PARTICIPLE:
        if words.is_finite(group - 1) and group - 1 > low and before not in AUXILIARIES:
            verb = find_verb_group(words, group - 1, low)
            first = find_phrase_start(words, verb, low)
            if first < verb:
                return Subject(first, verb, "shared")
        first = find_phrase_start(words, group, low)
        issued = words.lowers[first] in {"a", "an"} and words.lowers[group - 1] in _WRITINGS
        if first < group and group - first <= 6 and not issued:
            return Subject(first, group, "left")
    return _clause_subject(words, low, group - 1, "shared")


def _main_subject(words: BlockWords, cue: int, high: int) -> Subject:
    """ "Speaking in Port Ellery, Voss said": the subject follows the first comma."""
    position = cue
    limit = min(high, cue + _LIMIT)
    while position < limit and words.lowers[position] != ",":
        position += 1
    return _clause_subject(words, position + 1, high, "shared") if position < limit else NO_SUBJECT


def _clause_subject(words: BlockWords, low: int, high: int, how: str) -> Subject:
    """The first noun phrase between `low` and `high` that a verb follows."""
    lowers = words.lowers
    limit = min(high, low + 60)
    position = low
    while position < limit:
        word = lowers[position]
        quoted = words.quote_over(words.starts[position])
        if quoted is not None and quoted.outer_end <= words.starts[high - 1]:
            position = max(position + 1, words.token_at(quoted.outer_end))
            limit = max(limit, min(high, position + 60))
            continue
        finite = words.is_finite(position)
        if finite and position > low:
            group = find_verb_group(words, position, low)
            if _is_contracted_subject(lowers[group]):
                return Subject(group, group + 1, how)
            if lowers[group - 1] in SUBJECT_PRONOUNS:
                return Subject(group - 1, group, how)
            if lowers[group - 1] == ",":
                found = _apposed_subject(words, group - 1, low)
                if found.how != "none":
                    return replace(found, how=how)
            first = find_phrase_start(words, group, low)
            if first < group:
                return Subject(first, group, how)
        if _is_contracted_subject(word):
            return Subject(position, position + 1, how)
        position += 1
    return NO_SUBJECT
