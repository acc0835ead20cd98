"""Labels are readable and unique, and outlets are named only where the text speaks for them."""

from claimdiff.reading import read_text
from claimdiff.reading.labels import label_documents, shorten_title

STORY = "The northern pier is closed, the board said.\nThe ferry runs from the quay.\n"


def test_promo_line_names_the_outlet() -> None:
    """A page that promotes itself says who it is."""
    assert read_text(STORY + "CLICK HERE FOR MORE FROM THE ELLERY EXAMINER\n").label == "Ellery Examiner"


def test_mentions_and_contributors_are_no_outlet() -> None:
    """Who was told, who contributed and who took the picture does not publish."""
    text = (
        "Pier shut\n" + STORY + "“It is closed,” Carver told ENN.\nReporting contributed by Tom Oakes, ENN.\n"
    )
    document = read_text(text + "Getty Images The pier\n")
    assert document.outlet is None
    assert document.label == "Pier shut"


def test_agency_counts_only_without_anything_better() -> None:
    """An agency's dateline or copyright names the wire, the byline's publisher the outlet."""
    wire = "Pier shut\nELLERY (AP) — The pier is closed.\nThe ferry runs.\n"
    assert read_text(wire).outlet == "AP"
    assert (
        read_text("Pier shut\nBy Ann Carver, Ellery Herald\n" + wire.split("\n", 1)[1]).outlet
        == "Ellery Herald"
    )


def test_labels_are_made_unique() -> None:
    """Two articles of one outlet are told apart by file name, then by number."""
    documents = [
        read_text(STORY, path="a/one.txt", outlet="Herald"),
        read_text(STORY, path="b/two.txt", outlet="Herald"),
        read_text(STORY, path="c/two.txt", outlet="Herald"),
        read_text(STORY, path="c/three.txt"),
    ]
    labels = [document.label for document in label_documents(documents, {})]
    assert labels == ["Herald (one)", "Herald (two)", "three", "Herald (two) 2"]


def test_overrides_go_by_path_or_name() -> None:
    """What the user calls a source wins, by full path or by file name."""
    documents = [read_text(STORY, path="a/one.txt"), read_text(STORY, path="a/two.txt")]
    labelled = label_documents(documents, {"a/one.txt": "First", "two.txt": " Second\n"})
    assert [document.label for document in labelled] == ["First", "Second"]


def test_long_titles_are_cut_between_words() -> None:
    """A label fits a table column."""
    short = shorten_title("Pier at Port Ellery shut after divers find cracks in eleven of its forty piles")
    assert short == "Pier at Port Ellery shut after divers find…"
    assert len(shorten_title("x" * 500)) <= 44


def test_a_telling_file_name_goes_before_the_title() -> None:
    """A file called after its outlet names the source; a number or a kind of file does not."""
    story = "Pier shut\n" + STORY
    paths = ["a/2_mirror.txt", "a/4d5dae05.txt", "a/article-3.txt", "a/feed.jsonl#7"]
    labels = {path: label_documents([read_text(story, path=path)], {})[0].label for path in paths}
    assert list(labels.values()) == ["2_mirror", *["Pier shut"] * 3]
