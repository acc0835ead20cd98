"""What is put before a clause so that it stands alone."""

from msgspec import Struct


class Opening(Struct, frozen=True, gc=False):
    """Words to put before a clause: tokens `first` to `last` of its stretch, and how the clause goes on.

    `skip` tokens of the clause fall away ("which"), `verb` takes their place ("killed" for "killing").
    `auxiliary` are tokens that follow the subject ("has been").
    `joint` stands between the two (" … " where the clause is no predicate of the subject).
    """

    first: int
    last: int
    skip: int = 0
    verb: str = ""
    joint: str = " "
    possessive: bool = False
    auxiliary: tuple[int, int] = (0, 0)
