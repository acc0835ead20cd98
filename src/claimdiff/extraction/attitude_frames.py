"""Frames of attitude that reports of words do without: adjectives, nouns, phrasal verbs, relative clauses."""

from claimdiff.extraction.attitude_cues import list_attitude_cues
from claimdiff.extraction.contents import Complement, read_complement
from claimdiff.extraction.frame_parts import Frame, stretch_of, trim_space
from claimdiff.extraction.frames import read_frames, read_verb
from claimdiff.extraction.noun_frames import find_owner
from claimdiff.extraction.noun_phrases import find_phrase_start
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AUXILIARIES, BE_FORMS, SPEECH_CUES, SUBJECT_PRONOUNS, SpeechCue
from claimdiff.extraction.subjects import NO_SUBJECT, Subject, find_subject, find_verb_group
from claimdiff.extraction.wordclasses import classify_word

_LINKING = frozenset(
    """
    feel feels felt remain remains remained seem seems seemed become becomes became get gets got sound sounds
    """.split()
)
_AFTER_ADJECTIVE = frozenset(
    "that to about of with for at in on by toward towards over against if whether".split()
)
_AFTER_NOUN = frozenset(
    "on about against toward towards at in over with of for to that from behind into".split()
)
_HOLDERS = frozenset(
    """
    admirer fan foe critic critics supporter supporters backer backers opponent opponents surrogate champion
    proponent proponents defender defenders advocate advocates cheerleader
    """.split()
)
_RELATIVES = frozenset({"who", "whom", "which", "that"})


def read_all_frames(words: BlockWords, number: int) -> list[Frame]:
    """Return every frame of a sentence, reports and attitudes, by the place of its cue."""
    low, high = words.range_of(number)
    reports = read_frames(words, number, attitudes=True)
    taken = {frame.cue: frame for frame in reports}
    cues = list_attitude_cues()
    found: dict[int, Frame] = dict(taken)
    for place in range(low, high):
        word = words.lowers[place]
        frame: Frame | None = None
        if word in cues.verbs:
            frame = _read_listed_verb(words, place, low, high)
        if frame is None and place not in taken:
            if word in cues.adjectives:
                frame = _read_adjective(words, place, low, high)
            if frame is None and word in cues.nouns:
                frame = _read_noun(words, place, low, high)
            if frame is None and word not in SPEECH_CUES:
                frame = _read_open_verb(words, place, low, high)
        if frame is None and place not in taken:
            frame = _read_gap(words, place, low, high)
        if frame is not None:
            found[place] = frame
    return [found[place] for place in sorted(found)]


def _read_listed_verb(words: BlockWords, place: int, low: int, high: int) -> Frame | None:
    for verb in list_attitude_cues().verbs[words.lowers[place]]:
        end = place + 1
        for particle in verb.particles:
            end = end + 1 if end < high and words.lowers[end] == particle else high + 1
        if end < high:
            entry = SpeechCue(verb.lemma, verb.kind, verb.form)
            if not verb.particles and _follows_determiner(words, place, low):
                return None
            return read_verb(words, entry, place, end, (low, high), low)
    return None


def _follows_determiner(words: BlockWords, place: int, low: int) -> bool:
    before = words.lowers[place - 1] if place > low else ""
    return before in {"a", "an", "the", "his", "her", "their", "its", "my", "our"} or before.endswith("'s")


def _read_open_verb(words: BlockWords, place: int, low: int, high: int) -> Frame | None:
    """A verb that no list has, with "that", a colon or a quotation right after it."""
    if place + 1 >= high or place == low or not words.is_finite(place) or words.lowers[place] in AUXILIARIES:
        return None
    quoted = words.quote_starting(words.starts[place + 1]) is not None
    if not quoted and words.lowers[place + 1] not in {"that", ":"}:
        return None
    return read_verb(words, SpeechCue("open", "open", "past"), place, place + 1, (low, high), low)


def _read_adjective(words: BlockWords, place: int, low: int, high: int) -> Frame | None:
    """ "is critical of", "confident that", "sure she can"."""
    joint = place + 1
    if joint + 1 >= high:
        return None
    word = words.lowers[joint]
    bare = word in SUBJECT_PRONOUNS and word not in _AFTER_ADJECTIVE
    if word not in _AFTER_ADJECTIVE and not bare:
        return None
    group = find_verb_group(words, place, low)
    if group > low and words.lowers[group - 1] in _LINKING:
        group = find_verb_group(words, group - 1, low)
    subject = find_subject(words, place, group, low, high)
    first = joint if word == "to" or bare else joint + 1
    join = "adjective-" + ("clause" if bare else word)
    return _make(
        words, (group, place, joint if first == joint else first), "adjective", subject, first, high, join
    )


def _read_noun(words: BlockWords, place: int, low: int, high: int) -> Frame | None:
    """ "took a swipe at", "her views on", "the answer was that"."""
    joint = place + 1
    if joint + 1 >= high:
        return None
    owner = find_owner(words, place, low)
    word = words.lowers[joint]
    if word in BE_FORMS and (
        words.lowers[joint + 1] in {"that", ":", "to"} or _opens_quote(words, joint + 1)
    ):
        first = joint + 2 if words.lowers[joint + 1] in {"that", ":"} else joint + 1
        return _make(words, (place, place, joint + 1), "noun", owner, first, high, "noun-be")
    if word not in _AFTER_NOUN:
        return None
    group = place
    if owner.how == "none":
        verb = _light_verb(words, place, low)
        if verb is not None:
            group = find_verb_group(words, verb, low)
            owner = find_subject(words, verb, group, low, place)
        elif word == "of" and words.lowers[place] in _HOLDERS:
            owner = _find_bearer(words, place, low)
    first = joint if word == "to" and not _is_noun_like(words, joint + 1) else joint + 1
    return _make(words, (group, place, first), "noun", owner, first, high, "noun-" + word)


def _find_bearer(words: BlockWords, place: int, low: int) -> Subject:
    """ "Voss is an early supporter of", "Voss, a backer of": who the noun is said of."""
    for before in range(place - 1, max(low, place - 10), -1):
        if words.lowers[before] in BE_FORMS:
            group = find_verb_group(words, before + 1, low)
            return find_subject(words, before, group, low, place)
        if words.lowers[before] == ",":
            first = find_phrase_start(words, before, low)
            return Subject(first, before, "apposed") if first < before else NO_SUBJECT
    return NO_SUBJECT


def _light_verb(words: BlockWords, place: int, low: int) -> int | None:
    """The verb of which the noun is the object ("has drawn harsh criticism")."""
    for verb in range(place - 1, max(low, place - 6), -1):
        word = words.lowers[verb]
        if not word[0].isalnum() or word in _AFTER_NOUN:
            return None
        kinds = classify_word(word)
        if word in AUXILIARIES or kinds in {"V", "VQ", "IV", "I", "G", "Q"} or words.is_finite(verb):
            return verb
    return None


def _read_gap(words: BlockWords, place: int, low: int, high: int) -> Frame | None:
    """ "whom Voss supports": what is said of stands before the subject."""
    entry = SPEECH_CUES.get(words.lowers[place])
    if entry is None or entry.form == "noun" or place < low + 2:
        return None
    group = find_verb_group(words, place, low)
    subject = find_subject(words, place, group, low, high)
    if subject.how not in {"left", "pronoun"} or subject.first <= low:
        return None
    gap = subject.first - 1
    if words.lowers[gap] not in _RELATIVES:
        return None
    stretch = (words.starts[gap], words.ends[gap])
    words_of = (words.starts[subject.first], words.ends[place])
    return Frame(
        place, group, place + 1, entry.lemma, entry.kind, entry.form, subject, (stretch,), (words_of,),
        "gap", "gap", False, False, (0, 0),
    )  # fmt: skip


def _opens_quote(words: BlockWords, token: int) -> bool:
    return words.quote_starting(words.starts[token]) is not None


def _is_noun_like(words: BlockWords, token: int) -> bool:
    return words.is_capital(token) or "I" not in classify_word(words.lowers[token])


def _make(
    words: BlockWords,
    cue: tuple[int, int, int],
    kind: str,
    subject: Subject,
    first: int,
    high: int,
    join: str,
) -> Frame | None:
    """Return the frame of a cue (first token of its group, head, token after it) and what follows."""
    group, head, cue_end = cue
    if first >= high:
        return None
    last = max(read_complement(words, first - 1, high, "judge").last, first + 1)
    stretch = stretch_of(words, Complement(first, last, join, None))
    if stretch is None:
        return None
    begin = min(
        words.starts[group], words.starts[subject.first] if subject.how != "none" else words.starts[group]
    )
    return Frame(
        head, group, cue_end, words.lowers[head], kind, kind, subject, (stretch,),
        (trim_space(words.text, begin, stretch[0]),), "right", join, False, False, (first, last),
    )  # fmt: skip
