"""What silences a verdict, and what must not."""

import pytest

from building import build_document, find_span
from claimdiff.errors import SettingsError
from claimdiff.findings.rules import RULES, expand_codes, find_rule
from claimdiff.findings.suppression import add_fingerprints, find_ignore_comments, split_ignored
from claimdiff.model import Block, Document
from claimdiff.model.verdict import Verdict

TEXT = (
    "Nine were hurt. <!-- claimdiff: ignore CD201 the coastguard rang us -->\n\n"
    "<!-- claimdiff: ignore -->\nThe mayor resigned.\n\nThe quay stays shut.\n"
)


def make_draft(text: str = TEXT) -> Document:
    blocks = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.split("<!--")[0].strip()
        if bare:
            blocks.append(Block(at, at + len(bare), "paragraph"))
        at += len(line)
    return build_document(text, path="draft.md", format="markdown", blocks=tuple(blocks))


def make_verdict(text: str, words: str, rule: str) -> Verdict:
    span = find_span(text, words)
    return Verdict("v", "c", (span,), (), words, find_rule(rule).verdict, rule, "m", 0.9, ())


def split(draft: Document, *verdicts: Verdict, **options: object) -> tuple[list[str], list[str]]:
    chosen: dict[str, object] = {"baseline": frozenset(), "select": (), "ignore": ()} | options
    comments = find_ignore_comments(draft)
    kept, silenced = split_ignored(add_fingerprints(verdicts, draft), comments, **chosen)  # type: ignore[arg-type]
    return [v.statement for v in kept], [v.statement for v in silenced]


def test_comment_silences_its_own_paragraph_and_rule() -> None:
    """A comment behind a sentence silences the named rule there and no other."""
    draft = make_draft()
    number = make_verdict(TEXT, "Nine were hurt", "CD201")
    day = make_verdict(TEXT, "Nine were hurt", "CD202")
    assert split(draft, number, day) == (["Nine were hurt"], ["Nine were hurt"])


def test_comment_on_its_own_line_silences_the_next_paragraph() -> None:
    """A bare comment silences everything in the paragraph after it, and nothing beyond."""
    draft = make_draft()
    mayor = make_verdict(TEXT, "The mayor resigned", "CD101")
    quay = make_verdict(TEXT, "The quay stays shut", "CD101")
    assert split(draft, mayor, quay) == (["The quay stays shut"], ["The mayor resigned"])


def test_selection_takes_families() -> None:
    """`select` and `ignore` take a code or the start of codes."""
    draft = make_draft()
    quay = make_verdict(TEXT, "The quay stays shut", "CD101")
    assert split(draft, quay, ignore=("CD1",)) == ([], ["The quay stays shut"])
    assert split(draft, quay, select=("CD2",)) == ([], ["The quay stays shut"])
    assert split(draft, quay, select=("CD101",)) == (["The quay stays shut"], [])


def test_unknown_codes_are_settings_errors() -> None:
    """A code that fits no rule is refused, wherever it stands."""
    with pytest.raises(SettingsError, match="CD999"):
        expand_codes(("CD999",))
    with pytest.raises(SettingsError, match="no rule 'X1'"):
        find_rule("X1")
    with pytest.raises(SettingsError, match="CD777"):
        find_ignore_comments(make_draft("Word. <!-- claimdiff: ignore CD777 -->\n"))


def test_fingerprints_survive_edits_elsewhere() -> None:
    """A paragraph put in front moves a verdict and leaves its fingerprint; twins are told apart."""
    longer = "A new first paragraph.\n\n" + TEXT
    before, twin = add_fingerprints([make_verdict(TEXT, "The quay stays shut", "CD101")] * 2, make_draft())
    (after,) = add_fingerprints([make_verdict(longer, "The quay stays shut", "CD101")], make_draft(longer))
    assert before.fingerprint == after.fingerprint != twin.fingerprint
    kept, silenced = split(
        make_draft(longer),
        make_verdict(longer, "The quay stays shut", "CD101"),
        baseline=frozenset({before.fingerprint}),
    )
    assert (kept, silenced) == ([], ["The quay stays shut"])


def test_support_is_never_silenced() -> None:
    """A baseline or a selection hides problems, never the supported claims."""
    draft = make_draft()
    fine = make_verdict(TEXT, "The quay stays shut", "CD001")
    assert split(draft, fine, select=("CD2",)) == (["The quay stays shut"], [])


def test_every_rule_has_a_page() -> None:
    """Codes are unique, and each rule says what it means, shows an example and a remedy."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.summary and rule.example and rule.remedy for rule in RULES)
