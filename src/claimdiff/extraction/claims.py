"""Cut a document into claims."""

from msgspec.structs import replace

from claimdiff.extraction.asides import find_asides
from claimdiff.extraction.clauses import Piece, cut_clauses
from claimdiff.extraction.describe import Place, describe_places
from claimdiff.extraction.presupposed import find_presupposed
from claimdiff.extraction.speech_acts import find_speech_act
from claimdiff.extraction.stretches import Stretch, find_spans
from claimdiff.extraction.surroundings import Surroundings
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.collector import pause_collector
from claimdiff.model import Claim, Document

# A piece that is little else than an appositive is presupposed as a whole.
_MOST = 0.8


@pause_collector()
def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the document's claims in reading order; headings make none, title and dek do.

    What a claim states in passing (an appositive, an age) is a claim of its own, marked presupposed; so
    is what an attribution says of its speaker ("Ada Ruiz, the mayor, said").
    """
    surroundings = Surroundings(document)
    surroundings.read_figures()
    # Pass by pass rather than claim by claim: work of one kind in a row takes a tenth less time.
    cuts = [(stretch, _list_pieces(stretch)) for stretch in surroundings.list_stretches()]
    places = [_make_place(stretch, piece, aside) for stretch, pieces in cuts for piece, aside in pieces]
    return tuple(describe_places(surroundings, places))


def _make_place(stretch: Stretch, piece: Piece, aside: bool) -> Place:
    """Return the place of a claim with its evidence spans."""
    spans = find_spans(stretch, piece.first, piece.last)
    return Place(stretch, piece.first, piece.last, spans, presupposed=piece.nested, aside=aside)


def _list_pieces(stretch: Stretch) -> list[tuple[Piece, bool]]:
    """Return the claims of a stretch in order, and whether each is but an aside of a noun phrase."""
    pieces = _cut_pieces(stretch)
    taken = [(piece.first, piece.last) for piece in pieces]
    within = taken if stretch.frame is None else [(0, len(stretch.tokens))]
    asides = find_asides(stretch.tokens, stretch.tags, within, taken, stretch.flags)
    listed = [(piece, False) for piece in pieces]
    if asides:
        listed += [(Piece(first, last, nested=True), True) for first, last in asides]
        listed.sort(key=lambda row: (row[0].first, -row[0].last))
    return listed


def _cut_pieces(stretch: Stretch) -> list[Piece]:
    """Return the claims of a stretch as runs of tokens, each followed by what it presupposes."""
    tokens, tags = stretch.tokens, stretch.tags
    if stretch.frame is not None:
        asides = [Piece(*inner, nested=True) for inner in find_presupposed(tokens, tags, 0, len(tokens))]
        act = find_speech_act(stretch)
        return asides if act is None else [*asides, Piece(*act)]
    pieces: list[Piece] = []
    for piece in cut_clauses(tokens, tags, stretch.flags):
        inside = find_presupposed(tokens, tags, piece.first, piece.last)
        if not inside:
            pieces.append(piece)
            continue
        begin = piece.first
        while tags[begin] in "X,":
            begin += 1
        size = piece.last - begin
        if len(inside) > 1 and sum(last - first for first, last in inside) > _MOST * size:
            pieces += [Piece(first, last, nested=True) for first, last in inside]
            continue
        whole = any(last - first > _MOST * size for first, last in inside)
        bare = whole and not any(tag in FINITE for tag in tags[piece.first : inside[0][0]])
        pieces.append(replace(piece, nested=bare))
        if not whole:
            pieces += [Piece(first, last, nested=True) for first, last in inside]
    return pieces
