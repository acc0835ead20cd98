"""Fill every slot of a claim for given evidence spans."""

from collections.abc import Sequence

from claimdiff.extraction.attribution import Attributed
from claimdiff.extraction.checkable import is_checkable
from claimdiff.extraction.completion import Opening, find_opening
from claimdiff.extraction.polarity import find_hedges, find_negations
from claimdiff.extraction.polarity_words import HEDGING, NEGATING
from claimdiff.extraction.stretches import Stretch
from claimdiff.extraction.surroundings import Surroundings, survey_document
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.digest import content_id
from claimdiff.language.tokens import Token, tokenize
from claimdiff.model import Attribution, Block, Claim, Document, ReferenceDate, Span

_NO_QUOTES = str.maketrans("", "", '“”"')
_DOUBTFUL = frozenset(
    {"fear", "believe", "think", "suspect", "expect", "suggest", "allege", "speculate", "hope"}
)
_TAIL = 8
_CLOSING_MARKS = " \"'”’»)"
_CLOSING = "?!\"'”’»"


class Place:
    """Where a claim stands: its tokens `first` to `last` in a stretch of a document's block."""

    __slots__ = ("first", "last", "stretch", "surroundings")

    def __init__(self, surroundings: Surroundings, stretch: Stretch, first: int, last: int) -> None:
        self.surroundings = surroundings
        self.stretch = stretch
        self.first = first
        self.last = last


def describe_claim(
    document: Document,
    spans: Sequence[Span],
    *,
    presupposed: bool = False,
    ordinal: int = 0,
    place: Place | None = None,
) -> Claim:
    """Return the claim that `spans` of `document` state, with every slot filled.

    The attribution, block and sentence are looked up in the document. `ordinal` tells claims with
    equal spans apart; `place` spares the look-up where the caller knows it.

    Raises:
        ValueError: there are no spans.
    """
    ordered = tuple(sorted(spans))
    if not ordered:
        raise ValueError("a claim needs at least one span")
    if place is None:
        place = _find_place(survey_document(document), ordered)
    surroundings, stretch = place.surroundings, place.stretch
    tokens, tags = stretch.tokens[place.first : place.last], stretch.tags[place.first : place.last]
    said = None if presupposed or _is_background(place) else stretch.said
    speech = "narration" if said is None else said.speech
    negations = find_negations(tokens, tags) if stretch.flags & NEGATING else []
    hedges = _hedging_cue(document, said)
    if stretch.flags & HEDGING:
        hedges += find_hedges(tokens, tags)
    block = document.blocks[stretch.block] if document.blocks else None
    quantities, dates = surroundings.figures_in(ordered, stretch.block) if block else ((), ())
    section = document.sections[block.section] if block and block.section is not None else None
    end = ordered[-1].end
    ending = document.text[max(stretch.sentence.start, stretch.sentence.end - _TAIL) : stretch.sentence.end]
    asked = said is not None and ending.rstrip(_CLOSING_MARKS).endswith("?")
    closed = document.text[ordered[0].start : end + 1] if document.text[end : end + 1] in _CLOSING else ""
    identity = ", ".join([f"({span.start}, {span.end})" for span in ordered])
    return Claim(
        id=content_id("c", document.id, f"[{identity}]", *([ordinal] if ordinal else [])),
        document_id=document.id,
        spans=ordered,
        statement=_write_statement(surroundings, ordered, place, said),
        speaker=surroundings.name_speaker(said),
        speech=speech,
        attribution=Attribution(said.speaker_spans, said.cue_spans) if said else None,
        checkable=not asked
        and is_checkable(closed or document.text[ordered[0].start : end], tokens, tags, speech),
        presupposed=presupposed,
        polarity="negated" if negations else "affirmed",
        certainty="hedged" if hedges else "asserted",
        quantities=quantities,
        dates=dates,
        section=section.title if section else None,
        sentence=stretch.sentence,
        block=stretch.block,
        headline=block is not None and block.kind in ("title", "dek"),
        quoted=surroundings.quoted_in(ordered, stretch.block) if block else (),
        hedges=tuple(hedges),
        negations=tuple(tokens[index].text for index in negations),
    )


def _hedging_cue(document: Document, said: Attributed | None) -> list[str]:
    """Return the cue of "it is feared that": with nobody to name, it only takes certainty away."""
    if said is None or said.speaker is not None or said.lemma not in _DOUBTFUL:
        return []
    return [document.quote(span) for span in said.cue_spans]


def _is_background(place: Place) -> bool:
    """Say whether the outlet adds the claim to indirect speech: “, where nine people worked”."""
    stretch, first = place.stretch, place.first
    if stretch.said is None or stretch.said.speech != "indirect" or first < 2:
        return False
    if stretch.tags[first] == "W":
        return stretch.tags[first - 1] == "," and stretch.tokens[first].lower != "that"
    return stretch.tokens[first - 1].lower == "where" and stretch.tags[first - 2] == ","


def read_statement(text: str, context: str = "") -> Claim:
    """Return one text as one claim, as `score` and pairs of claims want it.

    `context` is what came before: pronouns and short names are resolved against it. The claim's spans
    quote a document that holds the context, a line end and the text. An empty text makes an empty,
    uncheckable claim over a single space.
    """
    lead = f"{context.rstrip()}\n" if context.strip() else ""
    bare = text.strip() or " "
    whole = lead + bare
    start = len(lead)
    body = Block(start, len(whole), "paragraph")
    blocks = (Block(0, len(lead) - 1, "paragraph"), body) if lead else (body,)
    document = Document(
        id=content_id("d", whole),
        path="",
        format="text",
        encoding="utf-8",
        text=whole,
        label="",
        outlet=None,
        title=None,
        published_at=None,
        reference_date=ReferenceDate(None, "none"),
        language="en",
        blocks=blocks,
        sections=(),
        skipped=(),
    )
    span = Span(start, len(whole))
    tokens = tokenize(whole, span.start, span.end)
    surroundings = Surroundings(document)
    said = _main_speaker(surroundings, span)
    stretch = Stretch(tokens, tag_tokens(tokens), said, None, span, len(blocks) - 1)
    return describe_claim(document, (span,), place=Place(surroundings, stretch, 0, len(tokens)))


def _main_speaker(surroundings: Surroundings, span: Span) -> Attributed | None:
    """Return who says most of the span: the attribution with the longest content in it."""
    number = surroundings.find_block(span.start)
    sizes = [
        (sum(part.end - part.start for part in attributed.content), -order, attributed)
        for order, attributed in enumerate(surroundings.attributions.get(number, ()))
    ]
    best = max(sizes, key=lambda entry: entry[:2], default=None)
    return best[2] if best and 2 * best[0] > span.end - span.start else None


def _find_place(surroundings: Surroundings, spans: Sequence[Span]) -> Place:
    """Return the stretch that holds most of the first span, and the claim's tokens in it."""
    document = surroundings.document
    if document.blocks:
        number = surroundings.find_block(spans[0].start)
        best: tuple[int, int, Stretch] | None = None
        for order, stretch in enumerate(surroundings.stretches_of(number)):
            held = sum(_holds(spans, token) for token in stretch.tokens)
            if held and (best is None or held > best[0]):
                best = held, order, stretch
        if best is not None:
            stretch = best[2]
            inside = [at for at, token in enumerate(stretch.tokens) if _holds(spans, token)]
            return Place(surroundings, stretch, inside[0], inside[-1] + 1)
    tokens = [token for span in spans for token in tokenize(document.text, span.start, span.end)]
    whole = Span(spans[0].start, spans[-1].end)
    return Place(surroundings, Stretch(tokens, tag_tokens(tokens), None, None, whole, 0), 0, len(tokens))


def _holds(spans: Sequence[Span], token: Token) -> bool:
    return any(span.start <= token.start and token.end <= span.end for span in spans)


def _write_statement(
    surroundings: Surroundings, spans: Sequence[Span], place: Place, said: Attributed | None
) -> str:
    """Word the claim so that it stands alone: references resolved, a missing subject put in front."""
    references = surroundings.references
    speaker = teller = None
    if said is not None and (named := surroundings.name_speaker(said)):
        if said.speech == "direct":
            speaker = named.name
        else:
            teller = named.name
    tokens, tags = place.stretch.tokens, place.stretch.tags
    opening = find_opening(tokens, tags, place.first, place.last)
    if opening is None:
        return _capitalise(references.rewrite(spans, speaker, teller))
    subject = references.rewrite(_spans_of(tokens[opening.first : opening.last]), speaker, teller)
    subject = subject.rstrip(" ,;:")
    rest = _cut_start(spans, tokens, place.first + opening.skip) if opening.skip else spans
    said_words = references.rewrite(rest, speaker) if rest else ""
    parts = [_possess(subject) if opening.possessive else subject, opening.verb, said_words]
    return _capitalise(_join(parts, opening))


def _join(parts: Sequence[str], opening: Opening) -> str:
    subject, *rest = (part for part in parts if part)
    return opening.joint.join((subject, " ".join(rest)))


def _possess(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _capitalise(text: str) -> str:
    """Return the statement with a capital, and without marks that lack their partner."""
    if ("“" in text or "”" in text or '"' in text) and (
        text.count("“") != text.count("”") or text.count('"') % 2
    ):
        text = text.translate(_NO_QUOTES)
    return text[:1].upper() + text[1:]


def _spans_of(tokens: Sequence[Token]) -> tuple[Span, ...]:
    return (Span(tokens[0].start, tokens[-1].end),)


def _cut_start(spans: Sequence[Span], tokens: Sequence[Token], first: int) -> tuple[Span, ...]:
    """Return the spans without what stands before the token `first`."""
    if first >= len(tokens):
        return ()
    begin = tokens[first].start
    return tuple(Span(max(span.start, begin), span.end) for span in spans if span.end > begin)
