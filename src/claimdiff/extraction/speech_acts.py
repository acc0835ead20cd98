"""Attributions that report more than who speaks: where, to whom or through what was it said."""

from itertools import takewhile

from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.stretches import Stretch
from claimdiff.language.number_words import MONTHS

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later"
    " week month year"
    " last this morning evening afternoon night ago days".split()
)
_EMPTY = frozenset("that on in at by of to for the a an his her its their also".split())
_IDLE = _EMPTY | _TIMES | frozenset(MONTHS)
_LEAST = 2
# Verbs that say through what it was said.
_MEDIA = frozenset({"tweet", "email", "telegraph", "blog"})


def find_speech_act(stretch: Stretch) -> tuple[int, int] | None:
    """Return the token range of a frame that states an act of its own, None for a bare "he said".

    "wrote in a letter to the council", "told the harbour court" and "On the radio, the mayor said" are
    events; "said on Monday" is not. A name with its appositive before the verb is left out: it is
    presupposed elsewhere.
    """
    frame = stretch.frame
    if frame is None or not frame.cue_spans:
        return None
    tokens, tags = stretch.tokens, stretch.tags
    told = frame.lemma == "tell"
    named = frame.lemma in _MEDIA and any(tag == "E" for tag in tags)
    if not told and not named and "P" not in tags:
        return None
    cue = frame.cue_spans[0]
    at = next((index for index, token in enumerate(tokens) if token.start >= cue.start), 0)
    known = [span for span in (*frame.speaker_spans, *frame.cue_spans) if span.end > cue.end]
    after = [
        index
        for index, token in enumerate(tokens)
        if token.start >= cue.end
        and tags[index].isalpha()
        and not (known and any(k.start <= token.start and token.end <= k.end for k in known))
    ]
    if (
        frame.speaker_spans and frame.speaker_spans[0].start >= cue.end
    ):  # "said Ada Ruiz, who": no act of hers
        after = list(takewhile(lambda index: tags[index - 1] != ",", after))
    lead = _find_lead(stretch, at)
    placed = told or any(tags[index] == "P" for index in after)
    weighty = [index for index in after if tokens[index].lower not in _IDLE and tags[index] in "NEA"]
    if placed and weighty and len(after) >= _LEAST:
        last = weighty[-1] + 1
    elif lead or named:
        last = 1 + max(index for index, token in enumerate(tokens) if token.end <= frame.cue_spans[-1].end)
    else:
        return None
    first = at if not lead and any(tags[index] == "," for index in range(1, at)) else 0
    while first < last and (tags[first] in EDGE):
        first += 1
    return (first, last) if last - first > _LEAST else None


def _find_lead(stretch: Stretch, cue: int) -> int:
    """Return where the phrase ends that says where it was said: “On the radio, | the mayor said”, else 0."""
    tokens, tags = stretch.tokens, stretch.tags
    if tags[0] != "P" or "," not in tags[:cue]:
        return 0
    end = tags.index(",")
    told = any(tokens[at].lower not in _IDLE and tags[at] in "NEA" for at in range(1, end))
    return end if told else 0
