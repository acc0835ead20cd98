"""A fact's claims are parted by details that can't both hold."""

from claimdiff.matching.versions import split_versions
from claimdiff.model import Difference, ScoredPair


def _pair(
    left: str, right: str, same: float, clash: float = 0.0, words: tuple[str, str] = ("", "")
) -> ScoredPair:
    found = (Difference("actor", words[0], words[1], (), (), exclusive=True, strength=0.9),) if clash else ()
    return ScoredPair(left, right, same, clash, same + clash, "same", {}, found)


DOCUMENTS = {"a": "d1", "b": "d2", "c": "d3", "d": "d4"}


def test_claims_that_clash_are_in_different_versions_with_their_values() -> None:
    """Two trucks and a car make two versions, named by the vehicle, the better supported first."""
    pairs = {
        ("a", "b"): _pair("a", "b", 0.9),
        ("a", "c"): _pair("a", "c", 0.2, 0.7, ("truck", "car")),
        ("b", "c"): _pair("b", "c", 0.2, 0.7, ("truck", "car")),
    }
    versions = split_versions("abc", pairs, DOCUMENTS)
    assert [(version.claim_ids, version.value) for version in versions] == [
        (("a", "b"), "truck"),
        (("c",), "car"),
    ]
    assert versions[0].document_ids == ("d1", "d2")


def test_without_a_clash_there_is_one_version_without_a_value() -> None:
    """Compatible claims share a version."""
    pairs = {("a", "b"): _pair("a", "b", 0.6)}
    versions = split_versions("abc", pairs, DOCUMENTS)
    assert [(version.claim_ids, version.value) for version in versions] == [(("a", "b", "c"), None)]


def test_versions_partition_and_never_hold_a_clash() -> None:
    """A claim that goes with both sides of a clash joins the one it is closer to."""
    pairs = {
        ("a", "b"): _pair("a", "b", 0.1, 0.8, ("lap 20", "lap 21")),
        ("a", "c"): _pair("a", "c", 0.3),
        ("b", "c"): _pair("b", "c", 0.8),
    }
    versions = split_versions("cba", pairs, DOCUMENTS)
    assert sorted(version.claim_ids for version in versions) == [("a",), ("b", "c")]
