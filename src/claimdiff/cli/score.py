"""`claimdiff score`: pairs of texts in, one line of probabilities out for each, streamed."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimdiff.errors import InputError


def score(
    pairs: Annotated[str, typer.Argument(metavar="PAIRS.jsonl", help="JSON lines; - reads standard input.")],
) -> None:
    """Score pairs of texts, line by line.

    Is it one fact told alike, one told otherwise, one topic, or nothing in common?

    \b
    Each line of the input is {"left": text, "right": text, "context": text}, context optional;
    each line of the output {"same": p, "contradiction": p, "related": p, "relation": word,
    "features": {name: share of the log-odds}}, in the same order. A line that can't be read gives
    {"error": reason}, and the exit code is 3, or 2 where no line can be read.

    \b
    Examples:
      claimdiff score pairs.jsonl > scores.jsonl
      echo '{"left": "Six were hurt.", "right": "Two were hurt."}' | claimdiff score -
    """
    from claimdiff.cli.exit_codes import ExitCode
    from claimdiff.cli.messages import say
    from claimdiff.cli.outputs import write_result
    from claimdiff.cli.pair_lines import score_line

    scored_any, rejected = False, 0
    for number, line in enumerate(_read_lines(pairs), 1):
        if not line.strip():
            continue
        scored, error = score_line(line)
        if error is None:
            scored_any = True
        else:
            rejected += 1
            say(f"{pairs}:{number}: {error}")
        write_result(scored)
    if rejected and not scored_any:
        raise InputError(f"{pairs}: none of its lines is a pair; see claimdiff score --help")
    raise typer.Exit(ExitCode.REJECTED if rejected else ExitCode.DONE)


def _read_lines(path: str) -> Iterator[bytes]:
    """Yield the lines as they come.

    Raises:
        InputError: the file can't be opened.
    """
    if path == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}; check the name") from None
