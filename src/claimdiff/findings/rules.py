"""The rules of `check`: a code, a name and a page each."""

from claimdiff.errors import SettingsError
from claimdiff.model.verdict import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "CD001",
        "supported",
        "supported",
        "A source says it, in these words or in others.",
        'Draft: "Two crew were hurt." Source: "Two crew members were injured."',
        "Nothing to do.",
    ),
    Rule(
        "CD101",
        "unsupported-claim",
        "unsupported",
        "No source says anything like it.",
        'Draft: "The mayor resigned on Tuesday." No source mentions a resignation.',
        "Find a source for it, or take it out.",
    ),
    Rule(
        "CD102",
        "unsupported-addition",
        "unsupported",
        "The sentence is supported but for some words, and those stand in no source.",
        'Draft: "The ferry, built in 1987, caught fire." The sources tell of the fire and not of the year.',
        "Find a source for the words underlined, or cut them.",
    ),
    Rule(
        "CD201",
        "contradicted-number",
        "contradicted",
        "The sources give another number for the same thing.",
        'Draft: "Nine passengers were hurt." Source: "Six passengers were injured."',
        "Use the source's number, or name the source that has yours.",
    ),
    Rule(
        "CD202",
        "contradicted-date",
        "contradicted",
        "The sources give another day, year or time for the same thing.",
        'Draft: "The pier opened in 1994." Source: "The pier, opened in 1996, ..."',
        "Use the source's date.",
    ),
    Rule(
        "CD203",
        "contradicted-name-or-role",
        "contradicted",
        "The sources say it of somebody or something else, or give another role.",
        'Draft: "Harbour master Ana Ruel." Source: "Ana Ruel, the deputy mayor".',
        "Check who did it and what they are.",
    ),
    Rule(
        "CD204",
        "contradicted-place",
        "contradicted",
        "The sources put it in another place.",
        'Draft: "The boat sank off Port Ellery." Source: "It sank off Cape Morrow."',
        "Use the source's place.",
    ),
    Rule(
        "CD205",
        "contradicted-polarity",
        "contradicted",
        "The sources say the opposite.",
        'Draft: "The captain refused a test." Source: "The captain took a test."',
        "Turn the sentence round, or name who says it.",
    ),
    Rule(
        "CD206",
        "certainty-raised",
        "contradicted",
        "The draft asserts what the sources only suspect: a hedge was dropped.",
        'Draft: "A cable started the fire." Source: "A cable may have started the fire."',
        "Put the hedge back.",
    ),
    Rule(
        "CD207",
        "certainty-lost",
        "contradicted",
        "The draft doubts what the sources assert.",
        'Draft: "The bridge may be closed." Source: "The bridge is closed."',
        "Say it plainly, as the sources do.",
    ),
    Rule(
        "CD208",
        "contradicted-meaning",
        "contradicted",
        "A word stands where the sources have another that can't hold beside it.",
        'Draft: "The vote was delayed." Source: "The vote was brought forward."',
        "Use the source's word.",
    ),
    Rule(
        "CD301",
        "altered-quotation",
        "altered-quotation",
        "The words in quotation marks differ from the words the sources quote.",
        "Draft: “We heard two bangs.” Source: “We heard what may have been two bangs.”",
        "Quote the source's words, or drop the marks.",
    ),
    Rule(
        "CD302",
        "quotation-not-found",
        "unsupported",
        "No source quotes these words or any like them.",
        "Draft: “I have never been so cold.” No source has it.",
        "Find the source of the quotation, or take it out.",
    ),
    Rule(
        "CD303",
        "misattributed-quotation",
        "misattributed-quotation",
        "The sources give these words to another speaker.",
        "Draft: “It was chaos,” said the captain. Source: “It was chaos,” a passenger said.",
        "Name the speaker that the source names.",
    ),
    Rule(
        "CD401",
        "attribution-dropped",
        "supported",
        "The sources only report that somebody says so; the draft says it in its own voice.",
        'Draft: "The crew was slow." Source: "The crew was slow, a passenger said."',
        "Name the speaker.",
    ),
    Rule(
        "CD402",
        "sources-disagree",
        "supported",
        "One source supports it, another contradicts it.",
        'Draft: "Six were hurt." One source says six, another nine.',
        "Say that accounts differ, or say whose figure it is.",
    ),
    Rule(
        "CD901",
        "unsure",
        "unsure",
        "Something in the sources comes near, but not near enough to judge.",
        'Draft: "The line reopened." Source: "Trains were expected back by Friday."',
        "Read both and decide.",
    ),
    Rule(
        "CD902",
        "not-checkable",
        "not-checkable",
        "A question, a wish or an opinion: there is nothing to check.",
        'Draft: "Will the ferry ever sail again?"',
        "Nothing to do.",
    ),
)

_BY_CODE = {rule.code: rule for rule in RULES}


def find_rule(code: str) -> Rule:
    """Return the rule with this code, in any case.

    Raises:
        SettingsError: there is no such rule; the message lists the codes.
    """
    rule = _BY_CODE.get(code.upper())
    if rule is None:
        raise SettingsError(f"no rule {code!r}: the rules are {', '.join(sorted(_BY_CODE))}")
    return rule


def expand_codes(selectors: tuple[str, ...]) -> frozenset[str]:
    """Return the codes that start with one of `selectors` ("CD2" names the whole family).

    Raises:
        SettingsError: a selector fits no rule.
    """
    chosen: set[str] = set()
    for selector in selectors:
        fitting = {code for code in _BY_CODE if code.startswith(selector.upper())}
        if not fitting or not selector:
            raise SettingsError(f"no rule fits {selector!r}: the rules are {', '.join(sorted(_BY_CODE))}")
        chosen |= fitting
    return frozenset(chosen)
