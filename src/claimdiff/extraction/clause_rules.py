"""Where grammar forbids a cut between two words, whatever a model thinks of it."""

from claimdiff.extraction.polarity_words import REJECTING
from claimdiff.extraction.stretch_view import EDGE, StretchView
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.word_forms import watch
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tokens import Token

_SPEAKING = watch({"speaking"})
_ADJOINING = frozenset("following despite including unlike".split())
_PARTING = _ADJOINING | {"with", "by", "without", "in", "as"}
_CAUSES = frozenset("retaliation response support protest spite exchange return revenge order".split())
_MANY = frozenset("people men women children those".split())
_ROW = frozenset('NEADX#,C"')
_LATER = frozenset({"after", "before", "as"})
_MEASURES = frozenset(
    "only almost just even shortly soon long immediately moments seconds minutes hours days weeks months"
    " years decades".split()
)
_TOTAL = frozenset("all none nothing anything everyone everybody everything nobody anybody".split())
_DENIAL = 6
_NONE = frozenset("no any nobody nothing never without".split())
_ONLY = frozenset({"only", "except", "even", "not"})
_GRANTING = frozenset({"though", "as", "while"})
_MARK = b"x"
_ASKING = frozenset("what how why where who whom whose".split())
# These ask where an infinitive follows: “how to sail”.
_ASKING_TO = frozenset("where how what when who whom which".split())
_PREDICATED = frozenset("when where why how what who because".split())
_ASKED = frozenset("what how why which".split())
# A clause behind these tells what they are: “cases where it was late”.
_INSTANCES = frozenset("instances cases occasions examples incidents situations".split())
_LONGEST_ABBREVIATION = 5
_ABSOLUTE_REACH = 9
_AGENT = 6
_PLACED = frozenset("ahead behind aboard remaining".split())
# These need their “with”.
_NEEDING_WITH = frozenset(
    "connection contact accordance line keeping cooperation partnership touch conjunction compliance talks"
    " association collaboration together along".split()
)
# These describe what “with” brings: “with guns weighing nine tons”.
_STATIVE = frozenset("weighing measuring containing costing carrying bearing featuring".split())
_CLOSING_MARKS = {"-": "-", "(": ")"}
_LONGEST_ASIDE = 24
_LONGEST_ROW = 40
_SHORT_ASIDE = 4


class ClauseView(StretchView):
    """A stretch with the rules of what belongs together in it."""

    def __init__(self, tokens: list[Token], tags: list[str], flags: int = -1) -> None:
        """Read a stretch; `flags` are those of its words (see `word_forms`), all set where not known."""
        super().__init__(tokens, tags)
        self._asides = self._find_asides() if "-" in self.line or "(" in self.line else {}
        if flags & _SPEAKING:
            for at, token in enumerate(tokens[2 : self.size - 1], 2):
                if token.lower == "speaking" and tokens[at - 1].lower.endswith("ly"):
                    self._asides |= dict.fromkeys(range(at - 2, at + 2), at - 2)  # ", strictly speaking,"
        at = self.line.find(",SX,")
        if at > 0 and tokens[at + 1].lower == "if":
            self._asides |= dict.fromkeys(range(at, at + 4), at)  # ", if ever,"

    def belongs_together(self, index: int, last: int) -> bool:
        """Say whether grammar forbids a cut before `index`, whatever the model thinks of it."""
        tag = self.tags[index]
        if index >= self.size - 1:
            return True  # "the company denies that"
        if tag == "P" and not self._adjoins(index):
            return True
        if self._asides.get(index, -1) >= last:
            return True
        if tag in "SW" and (self._asks(index) or (tag == "W" and self._narrows(index))):
            return True
        if tag in "SWG" and self._is_denied(index):
            return True
        if self.tokens[index].lower == "than" or (tag in "SCPW" and self._awaits_verb(index, last)):
            return True
        if tag in EDGE:
            return self.tokens[self._joint_of(index)].lower == "nor" or self._keeps_joined(index, last)
        if tag == "G" and (self._governs(index) or self._opens_absolute(index, last)):
            return True
        if self.tokens[index].lower == "being":
            return True  # "no crews in the harbour being paid"
        # No joining word: a subject stays with its verb.
        return tag not in "RW" and self.is_subject(index) and not self._is_met(index, last)

    def _joint_of(self, index: int) -> int:
        """Return where the joining word of a gap stands, behind its comma."""
        return index + 1 if self.line[index : index + 2] == ",C" else index

    def _governs(self, index: int) -> bool:
        """Say whether an -ing form belongs to the word before it: “is now | sailing”, “of not | taking”."""
        if self.line[index - 1] in "VIQU":
            return True  # "kept | working", "seen | rising"
        if self.tokens[index - 1].lower == "not":
            return True
        before = index - 1
        while before and self.line[before] == "X":
            before -= 1
        return before < index - 1 and self.line[before] in "BHPObU"

    def _opens_absolute(self, index: int, last: int) -> bool:
        """Say whether an -ing form is told of the noun that “with” brings: “with two men | swimming”."""
        first = last
        while first < index and self.line[first] in EDGE:
            first += 1
        if self.tokens[first].lower != "with" or self.line[index - 1] not in "NE":
            return False
        return self._verbs.find(_MARK, first, index) < 0 and "P" not in self.line[first + 1 : index]

    def _keeps_joined(self, index: int, last: int) -> bool:
        """Say whether a mark or joining word stands inside one clause."""
        tags = self.line
        head = self.head_of(index)
        if head >= self.size:
            return True
        if self._is_inner_mark(index, last) or self._describes_one(index, head):
            return True
        if "C" not in tags[index:head]:
            return False
        if self.tokens[index].lower == "but" and (
            self.tokens[index - 1].lower in _TOTAL or tags[index + 1 : index + 2] == "T"
        ):
            return True  # "all but three", "no choice but to sail"
        left = tags[index - 1]
        if (left in "DP" and tags[head] == left) or (left in "MBHO" and tags[head] in "MBHO"):
            return True  # "each and every", "in and around", "could and should"
        stop = self.hard_end(head)
        if (self.is_finite_in(head, stop) or self._shares_verb(head)) and not self._is_met(index, last):
            return True  # two nouns share a verb: "where the pier and the quay stood"
        return tags[index] == "C" and self._joins_words(index, head)

    def _is_inner_mark(self, index: int, last: int) -> bool:
        """Say whether a mark belongs to the words beside it."""
        tag = self.line[index]
        if tag == "~" or (tag in "()" and self._is_aside(index)):
            return True
        if tag == ".":
            return self._abbreviates(index)
        titled = tag == ":" and '"' in self.tags[index : index + 8]
        return titled and '"' in self.line[max(last, index - 6) : index]  # a title: “Port Ellery: The Return”

    def _joins_words(self, index: int, head: int) -> bool:
        """Say whether a conjunction joins words rather than clauses."""
        tags = self.line
        after = head
        while after < self.size - 1 and tags[after] == "X":
            after += 1
        base = tags[after] in "IG" or "I" in classify_word(self.tokens[after].lower)
        if tags[index - 1] in "IG" and tags[after] in "IVG" and base:  # "to keep and to defend the pier"
            return True
        if [token.lower for token in self.tokens[head : head + 2]] == ["a", "half"]:
            return True
        figure = head + 1 if tags[head] == "A" else head
        figures = tags[index - 1] + tags[figure : figure + 1] == "##"
        if figures and tags[figure + 1 : figure + 2] in (",", "P", ""):
            return True  # "in late 2029 or early 2030, with"
        return self._is_plain_noun(head) or self._is_between(index)

    def _find_asides(self) -> dict[int, int]:
        """Return the words between a noun and its verb, in dashes or brackets, with their opening mark."""
        found: dict[int, int] = {}
        line = self.line
        first = 0
        while first < self.size:
            closing = _CLOSING_MARKS.get(line[first], "")
            end = line.find(closing, first + 1, first + _LONGEST_ASIDE) if closing else -1
            if end < 0:
                first += 1
                continue
            goes_on = end + 1
            while goes_on < self.size and line[goes_on] in 'X,"':
                goes_on += 1
            short = closing == "-" and end - first <= _SHORT_ASIDE
            verb = line[goes_on : goes_on + 1]
            if verb and ((verb in FINITE and verb != "b" and not self._is_met(first, 0)) or short):
                found |= dict.fromkeys(range(first, end + 1), first)
            first = end
        return found

    def _asks(self, index: int) -> bool:
        """Say whether the clause is what a word before it needs: “about whether”, “days after they met”."""
        word, before, left = self.tokens[index].lower, self.tokens[index - 1].lower, self.line[index - 1]
        if (
            word == "whether"
            or (word in _ASKING_TO and self.line[index + 1 : index + 2] == "T")
            or (word in _ASKING and (left == "P" or before == "about"))
        ):
            return True  # "the talk of what comes next"
        if left in "Bb" and word in _PREDICATED:
            return True  # "that's when it sank"
        if before in _INSTANCES and word in ("where", "when", "that", "in"):
            return True  # "there had been cases where it was late"
        if word == "that":
            return left == "A"  # "sorry that it happened"
        if word in _LATER:
            return before in _MEASURES
        return word in _ASKED and left in "VIQ"

    def _is_denied(self, index: int) -> bool:
        """Say whether a clause tells what there is none of: “no sign that”, “never saw a case where”."""
        low = max(0, index - _DENIAL)
        if self.line[index - 1] not in "NU" and self.tokens[index - 1].lower not in _ONLY:
            return False
        if self.tokens[index - 1].lower in _ONLY:
            # "only | when it rains", but "even though it rained" tells that it did
            return self.line[index] == "S" and self.tokens[index].lower not in _GRANTING
        if self.line[index] == "S" and self.tokens[index].lower != "where":
            return False
        at = index - 1
        while at > low and self.line[at - 1] in "NAEX":
            at -= 1
        if self.tokens[at - 1].lower in _NONE or self.tokens[at].lower in _NONE:
            return True
        verb = at - 2 if self.line[at - 1] == "D" else at - 1
        if verb >= 0 and self.line[index] == "W" and self.tokens[verb].lower in REJECTING:
            return True  # "rejected the claims that"
        before = self.tokens[at - 2].lower if self.line[at - 1] == "D" and at > 1 else ""
        return before == "not" or before.endswith(("n't", "n’t"))  # "was not the storm that"

    def _awaits_verb(self, index: int, last: int) -> bool:
        """Say whether a noun and its “who” still lack a main verb: “One who came | after it rained left”."""
        first = last
        while first < index and self.line[first] in EDGE:
            first += 1
        relative = self.line.find("W", first, index)
        if relative <= first or self.line[first] not in "DNEA#" or "," in self.line[first:index]:
            return False
        if self.line[relative - 1] not in "NE#" or self._finite.find(_MARK, first, relative) >= 0:
            return False
        stop = self._unquoted_breaks.find(_MARK, index + 1)
        stop = self.size if stop < 0 else stop
        verbs = self._finite.count(_MARK, relative, index) - self.line.count("TH", relative, index)
        shared = self.line[index] == "C" and self.line[index + 1] in "VBHMOX"
        inner = self.line[index] in "SW" or shared
        return verbs == 1 and self._finite.count(_MARK, index, stop) >= 1 + inner

    def _narrows(self, index: int) -> bool:
        """Say whether a relative clause only tells which ones are meant: “for sailors who have been hurt”."""
        noun = self.tokens[index - 1].lower
        plural = noun in _MANY or (noun.endswith("s") and not noun.endswith("ss"))
        return plural and self.line[index - 1] == "N" and self.line[max(0, index - 2)] in "PGTI,.C"

    def _adjoins(self, index: int) -> bool:
        """Say whether a preposition opens what is asserted apart: “despite …”, “in retaliation for …”."""
        word = self.tokens[index].lower
        if word not in _PARTING:
            return False
        if word in _ADJOINING:
            return True
        if word == "with":
            return self.tokens[index - 1].lower not in _NEEDING_WITH and self._is_absolute(index)
        following = self.tokens[index + 1].lower
        if word in ("by", "without"):  # "by showing restraint", but not "were found by passing boats"
            passive = word == "by" and "B" in self.line[max(0, index - _AGENT) : index]
            return self.line[index + 1 : index + 2] == "G" and not passive
        return following in _CAUSES if word == "in" else word == "as" and following == "well"

    def _is_absolute(self, index: int) -> bool:
        """Say whether “with” opens a clause without a finite verb: “with two men swimming ashore”."""
        for at in range(index + 2, min(self.size, index + _ABSOLUTE_REACH)):
            tag = self.line[at]
            if self.tokens[at].lower in _STATIVE and self.line[index - 1] != ",":
                return False  # "armed them with guns weighing nine tons"
            if (tag == "T" and self.line[at + 1 : at + 2] == "I") or self.tokens[at].lower in _PLACED:
                before = self.line[:index].rstrip("X")[-1:]
                return before not in ("V", "I", "G")  # "to work with crews to mend it"
            if tag in "GQ":
                return self.line[at - 1] in "NEUX" and (
                    tag == "G" or self.line[at + 1 : at + 2] in ("P", "T", "X", "")
                )
            if tag not in "DNEA#XUR":
                return False
        return False

    def _abbreviates(self, index: int) -> bool:
        """Say whether a full stop inside a sentence belongs to the word before it: “Oct. 11”, “Inc.”."""
        word, stop = self.tokens[index - 1 : index + 1]
        if stop.end == self.tokens[index + 1].start:
            return True  # "portellery.com"
        short = len(word.text) <= _LONGEST_ABBREVIATION and word.text[0].isupper()
        return short and stop.text == "." and stop.start == word.end

    def _describes_one(self, index: int, head: int) -> bool:
        """Say whether words in a row go with one noun or verb."""
        tags = self.line
        left, right = tags[index - 1], tags[head]
        if self.tokens[index - 1].lower == self.tokens[head].lower:
            return True  # "very, very giving"
        if left == "A" and right in "AN" and tags[index] in ",C":  # "its economic, strategic ties"
            return True
        if left == "A" and tags[index] == "," and tags[head : head + 2] == "XA":
            return True  # "bad, just stupid"
        opening = max(0, index - 2)
        if tags[opening] == '"':
            opening = max(0, index - 3)
        if left == "N" and tags[index] == "," and tags[opening] == "D":  # "a sharp, left-hand bend"
            return right in "NA" and tags[head + 1 : head + 2] in ("N", "A", "E")
        if tags[index] == "," and left == right == "#":  # "November 8, 2017"
            return True
        if tags[index - 3 : index + 1] == "E,#," and right == "P":
            return True  # "hailed Ada Ruiz, 41, as a hero"
        if (
            tags[index] == ","
            and left == "E"
            and right == "#"
            and tags[head + 1 : head + 2] in (",", "P", "")
        ):
            return True  # an age: "Ada Ruiz, 41, …"
        return left == right == "X" and "C" in tags[index:head]  # "calmly and quickly"

    def _shares_verb(self, head: int) -> bool:
        """Say whether a row of names or nouns goes on to a verb: “…, and two sons, Ivo and Max, were”."""
        at = head
        limit = min(self.size, head + _LONGEST_ROW)
        while at < limit and self.line[at] in _ROW:
            at += 1
        return at < self.size and self.line[at] in FINITE and self.line[at - 1] != "C"

    def _is_between(self, index: int) -> bool:
        """Say whether the conjunction belongs to “between … and …”."""
        for at in range(index - 1, max(-1, index - 7), -1):
            if self.tags[at] == "C":
                return False
            if self.tokens[at].lower == "between":
                return True
        return False

    def _is_aside(self, index: int) -> bool:
        """Say whether the bracket opens or closes fewer than four words, or stands alone."""
        step = 1 if self.tags[index] == "(" else -1
        wanted = ")" if step == 1 else "("
        for distance in range(1, 30):
            at = index + step * distance
            if not 0 <= at < len(self.tags):
                break
            if self.tags[at] == wanted:
                return distance < 5
        return True

    def _is_plain_noun(self, head: int) -> bool:
        """Say whether nothing but a noun phrase without a figure follows a conjunction."""
        behind = [token.lower for token in self.tokens[head + 1 : head + 2]]
        others = self.line[head] == "#" and behind in (["others"], ["other"])
        if not others and (self.line[head] not in "NEADP" or "#" in self.line[head : head + 2]):
            return False
        for at in range(head, self._end_from(self._breaks, head)):
            tag = self.line[at]
            if tag in "VBHMOb" or (tag in "GQ" and self.line[at - 1] in "NE"):
                return False
            if tag == "T":
                break
        return not self.is_finite_ahead(head) and not self._shares_verb(head)
