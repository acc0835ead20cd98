"""Fill every slot of a claim for given evidence spans."""

from collections.abc import Sequence

from claimdiff.extraction.aside_statements import word_aside
from claimdiff.extraction.attribution import Attributed
from claimdiff.extraction.checkable import is_checkable
from claimdiff.extraction.completion import find_opening
from claimdiff.extraction.opening import Opening
from claimdiff.extraction.polarity import find_hedges, find_negations
from claimdiff.extraction.polarity_words import HEDGING, NEGATING
from claimdiff.extraction.references import References
from claimdiff.extraction.stretches import Stretch, find_spans
from claimdiff.extraction.surroundings import Surroundings, survey_document
from claimdiff.extraction.tagging import FINITE, tag_tokens
from claimdiff.language.digest import content_id
from claimdiff.language.tokens import Token, tokenize
from claimdiff.model import Attribution, Block, Claim, Document, ReferenceDate, Span, Speaker, Speech

_NO_QUOTES = str.maketrans("", "", '“”"')
# What nobody vouches for in whose mouth ever it is, and what nobody vouches for where nobody is named.
_GUESSED = frozenset("fear suspect speculate guess hope assume suppose wonder".split())
_DOUBTFUL = _GUESSED | {"believe", "think", "expect", "suggest", "allege"}
_TAIL = 8
_CLOSING_MARKS = " \"'”’»)"
_CLOSING = "?!\"'”’»"


class Place:
    """Where a claim stands: the tokens `first` to `last` of a stretch, and its sorted evidence spans.

    `said` is the attribution that it is part of, None where the outlet tells it.
    """

    __slots__ = (
        "aside",
        "first",
        "last",
        "opening",
        "presupposed",
        "said",
        "spans",
        "speech",
        "stretch",
        "tags",
        "tokens",
    )

    def __init__(
        self,
        stretch: Stretch,
        first: int,
        last: int,
        spans: tuple[Span, ...],
        *,
        presupposed: bool = False,
        aside: bool = False,
    ) -> None:
        self.stretch = stretch
        self.first = first
        self.last = last
        self.spans = spans
        self.presupposed = presupposed
        self.aside = aside
        self.opening: Opening | None = None  # known once its statement is written
        self.tokens = stretch.tokens[first:last]
        self.tags = stretch.tags[first:last]
        self.said = None if presupposed or _is_background(stretch, first) else stretch.said
        self.speech: Speech = "narration" if self.said is None else self.said.speech


def describe_claim(
    document: Document, spans: Sequence[Span], *, presupposed: bool = False, ordinal: int = 0
) -> Claim:
    """Return the claim that `spans` of `document` state, with every slot filled.

    The attribution, block and sentence are looked up in the document. `ordinal` tells claims with
    equal spans apart.

    Raises:
        ValueError: there are no spans.
    """
    ordered = tuple(sorted(spans))
    if not ordered:
        raise ValueError("a claim needs at least one span")
    surroundings = survey_document(document)
    place = _find_place(surroundings, ordered, presupposed=presupposed)
    return describe_places(surroundings, [place], ordinal)[0]


def describe_places(surroundings: Surroundings, places: Sequence[Place], ordinal: int = 0) -> list[Claim]:
    """Return the claims at some places of a document, with every slot filled, slot by slot.

    Work of one kind in a row takes less time than claim by claim. `ordinal` as in `describe_claim`.
    """
    document = surroundings.document
    speakers = [surroundings.name_speaker(place.said) for place in places]
    statements = [
        _write_statement(surroundings.references, place, speaker, _find_actor(surroundings, place))
        for place, speaker in zip(places, speakers, strict=True)
    ]
    sections = [_name_section(document, block) for block in document.blocks] or [None]
    headlines = [block.kind in ("title", "dek") for block in document.blocks] or [False]
    negations = [_list_negations(place) if place.stretch.flags & NEGATING else [] for place in places]
    hedges = [_list_hedges(document, place) for place in places]
    figures = [surroundings.figures_in(place.spans, place.stretch.block) for place in places]
    quoted = [surroundings.quoted_in(place.spans, place.stretch.block) for place in places]
    checkable = [_is_checkable(document.text, place) for place in places]
    columns = zip(places, speakers, statements, negations, hedges, figures, quoted, checkable, strict=True)
    return [
        Claim(
            id=_identify(document, place.spans, ordinal),
            document_id=document.id,
            spans=place.spans,
            statement=statement,
            speaker=speaker,
            speech=place.speech,
            attribution=Attribution(said.speaker_spans, said.cue_spans) if (said := place.said) else None,
            checkable=check,
            presupposed=place.presupposed,
            polarity="negated" if negating else "affirmed",
            certainty="hedged" if hedging else "asserted",
            quantities=quantities,
            dates=dates,
            section=sections[place.stretch.block],
            sentence=place.stretch.sentence,
            block=place.stretch.block,
            headline=headlines[place.stretch.block],
            quoted=marked,
            hedges=tuple(hedging),
            negations=tuple(negating),
            aside=place.aside,
        )
        for place, speaker, statement, negating, hedging, (quantities, dates), marked, check in columns
    ]


def _identify(document: Document, spans: Sequence[Span], ordinal: int) -> str:
    """Return a claim's id, which its document, spans and ordinal make."""
    identity = ", ".join([f"({span.start}, {span.end})" for span in spans])
    return content_id("c", document.id, f"[{identity}]", *([ordinal] if ordinal else []))


def _name_section(document: Document, block: Block) -> str | None:
    return None if block.section is None else document.sections[block.section].title


def _list_hedges(document: Document, place: Place) -> list[str]:
    """Return what takes certainty away: the claim's own words, and “it is feared that”, said by nobody."""
    said, hedges = place.said, []
    if said is not None and said.lemma in (_DOUBTFUL if said.speaker is None else _GUESSED):
        hedges = [document.quote(span) for span in said.cue_spans]
    if place.stretch.flags & HEDGING:
        if place.opening is not None:
            hedges += find_hedges(*_take_verbs(place.stretch, place.opening))
        hedges += find_hedges(place.tokens, place.tags)
    return hedges


def _list_negations(place: Place) -> list[str]:
    """Return the words that negate a claim, those of a shared “did not” first."""
    found: list[str] = []
    if place.opening is not None:
        tokens, tags = _take_verbs(place.stretch, place.opening)
        found = [tokens[index].text for index in find_negations(tokens, tags)]
    return found + [place.tokens[index].text for index in find_negations(place.tokens, place.tags)]


def _take_verbs(stretch: Stretch, opening: Opening) -> tuple[list[Token], list[str]]:
    """Return what an opening brings behind its subject (“did not”, “has been”), with its tags."""
    first, last = opening.first, opening.last
    while first < last and stretch.tags[first] not in FINITE:
        first += 1
    places = range(*opening.auxiliary) if opening.auxiliary[1] else range(first, last)
    return [stretch.tokens[at] for at in places], [stretch.tags[at] for at in places]


def _is_checkable(text: str, place: Place) -> bool:
    """Say whether a claim can be checked, by its words and the marks that close it and its sentence."""
    start, end, sentence = place.spans[0].start, place.spans[-1].end, place.stretch.sentence
    if place.said is not None:
        ending = text[max(sentence.start, sentence.end - _TAIL) : sentence.end]
        if ending.rstrip(_CLOSING_MARKS).endswith("?"):
            return False
    closed = end + 1 if text[end : end + 1] in _CLOSING else end
    return is_checkable(text[start:closed], place.tokens, place.tags, place.speech)


def _is_background(stretch: Stretch, first: int) -> bool:
    """Say whether the outlet adds the claim to indirect speech: “, where nine people worked”."""
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
    return describe_places(surroundings, [Place(stretch, 0, len(tokens), (span,))])[0]


def _main_speaker(surroundings: Surroundings, span: Span) -> Attributed | None:
    """Return who says most of the span: the attribution with the longest content in it."""
    number = surroundings.find_block(span.start)
    sizes = [
        (sum(part.end - part.start for part in attributed.content), -order, attributed)
        for order, attributed in enumerate(surroundings.attributions.get(number, ()))
    ]
    best = max(sizes, key=lambda entry: entry[:2], default=None)
    return best[2] if best and 2 * best[0] > span.end - span.start else None


def _find_place(surroundings: Surroundings, spans: tuple[Span, ...], *, presupposed: bool) -> Place:
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
            return Place(stretch, inside[0], inside[-1] + 1, spans, presupposed=presupposed)
    tokens = [token for span in spans for token in tokenize(document.text, span.start, span.end)]
    stretch = Stretch(tokens, tag_tokens(tokens), None, None, Span(spans[0].start, spans[-1].end), 0)
    return Place(stretch, 0, len(tokens), spans, presupposed=presupposed)


def _holds(spans: Sequence[Span], token: Token) -> bool:
    return any(span.start <= token.start and token.end <= span.end for span in spans)


def _write_statement(references: References, place: Place, named: Speaker | None, actor: str) -> str:
    """Word the claim so that it stands alone: references resolved, a missing subject put in front."""
    if place.presupposed and (worded := _word_aside(references, place)):
        return worded
    speaker = teller = None
    spans, tokens, tags = place.spans, place.stretch.tokens, place.stretch.tags
    opening = place.opening = find_opening(tokens, tags, place.first, place.last)
    if named is not None:
        if place.speech == "direct":
            speaker = named.name
        elif _may_open(place, place.first if opening is None else opening.first):
            teller = named.name
    if opening is None:
        bare = references.rewrite(spans, speaker, teller)
        return _capitalise(f"{actor} {bare}" if actor else bare)
    named_so_far: set[int] = set()
    begun = find_spans(place.stretch, opening.first, opening.last)
    subject = references.rewrite(begun, speaker, teller, named_so_far)
    subject = subject.rstrip(" ,;:")
    if opening.auxiliary[1]:
        subject = f"{subject} {references.rewrite(find_spans(place.stretch, *opening.auxiliary))}"
    rest = _cut_start(spans, tokens, place.first + opening.skip) if opening.skip else spans
    said_words = references.rewrite(rest, speaker, named=named_so_far) if rest else ""
    if place.first == 0 and tags[0] in "DGQ":
        said_words = said_words[:1].lower() + said_words[1:]
    parts = [_possess(subject) if opening.possessive else subject, opening.verb, said_words]
    return _capitalise(_join(parts, opening))


def _word_aside(references: References, place: Place) -> str | None:
    """Word what is said in passing as a sentence; None where it lies apart or is none of the kinds known."""
    if len(place.spans) > 1:
        return None
    stretch, start = place.stretch, place.first

    def read(first: int, last: int) -> str:
        return references.rewrite(find_spans(stretch, start + first, start + last))

    statement = word_aside(place.tokens, place.tags, read)
    return statement and _capitalise(statement)


def _find_actor(surroundings: Surroundings, place: Place) -> str:
    """Return who speaks where the claim is an act of speaking without its subject: “said on the radio”."""
    stretch = place.stretch
    frame = stretch.frame
    if frame is None or place.first == 0 or stretch.tags[place.first] not in FINITE:
        return ""
    if not frame.speaker_spans or frame.speaker_spans[0].start > stretch.tokens[place.first].start:
        return ""  # "said Ada Ruiz on the radio"
    named = surroundings.name_speaker(frame)
    return named.name if named else ""


def _may_open(place: Place, first: int) -> bool:
    """Say whether a pronoun that opens the claim, the token `first`, may stand for who says it.

    It is hardly the newspaper that reported it, nor in “the mayor said the tram left as it was late”.
    """
    tokens, said = place.stretch.tokens, place.said
    if (
        said is None
        or said.lemma == "report"
        or (said.cue_spans and said.cue_spans[0].start > tokens[0].start)
    ):
        return False
    if first == 0 or tokens[first - 1].lower == "that" or tokens[first].lower == "that":
        return True
    opening = next((token.lower for token in tokens if token.text not in "“\"'"), "")
    return opening == tokens[first].lower and place.stretch.tags[first - 1] in '",C'


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
    if text.count("''") % 2:
        text = text.replace("''", "")
    return text[:1].upper() + text[1:]


def _cut_start(spans: Sequence[Span], tokens: Sequence[Token], first: int) -> tuple[Span, ...]:
    """Return the spans without what stands before the token `first`."""
    if first >= len(tokens):
        return ()
    begin = tokens[first].start
    return tuple(Span(max(span.start, begin), span.end) for span in spans if span.end > begin)
