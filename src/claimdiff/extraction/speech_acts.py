"""Attributions that report more than who speaks: where, to whom or through what was it said."""

from itertools import takewhile

from claimdiff.extraction.boundaries import EDGE
from claimdiff.extraction.stretches import Stretch

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later"
    " week month year"
    " last this morning evening afternoon night ago days".split()
)
_EMPTY = frozenset("that on in at by of to for the a an his her its their also".split())
_IDLE = _EMPTY | _TIMES
_LEAST = 2


def find_speech_act(stretch: Stretch) -> tuple[int, int] | None:
    """Return the token range of a frame that states an act of its own, None for a bare "he said".

    "wrote in a letter to the council" and "told the harbour court" are events; "said on Monday" is not.
    A name with its appositive before the verb is left out: it is presupposed elsewhere.
    """
    frame = stretch.frame
    if frame is None or not frame.cue_spans:
        return None
    tokens, tags = stretch.tokens, stretch.tags
    told = frame.lemma == "tell"
    if not told and "P" not in tags:
        return None
    known = (*frame.speaker_spans, *frame.cue_spans)
    rest = [
        index
        for index, token in enumerate(tokens)
        if tags[index].isalpha() and not any(k.start <= token.start and token.end <= k.end for k in known)
    ]
    cue = frame.cue_spans[0]
    after = [index for index in rest if tokens[index].start >= cue.end]
    if (
        frame.speaker_spans and frame.speaker_spans[0].start >= cue.end
    ):  # "said Ada Ruiz, who": no act of hers
        after = list(takewhile(lambda index: tags[index - 1] != ",", after))
    if not told and not any(tags[index] == "P" for index in after):
        return None
    weighty = [index for index in after if tokens[index].lower not in _IDLE and tags[index] in "NEA"]
    if not weighty or len(after) < _LEAST:
        return None
    at = next((index for index, token in enumerate(tokens) if token.start >= cue.start), 0)
    first = at if any(tags[index] == "," for index in range(1, at)) else 0
    last = weighty[-1] + 1
    while first < last and (tags[first] in EDGE):
        first += 1
    return (first, last) if last - first > _LEAST else None
