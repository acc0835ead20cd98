"""Patterns that are compiled when they are first used: most runs need few of those that are rare."""

import re
from typing import cast


class _LatePattern:
    """Stands for a pattern until something of it is asked for; takes over its methods then."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_later(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled on first use, for those that take long to compile and are rare.

    Raises:
        re.error: on first use, where `source` is no pattern.
    """
    return cast("re.Pattern[str]", _LatePattern(source, flags))
