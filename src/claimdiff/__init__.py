"""claimdiff: compare what several sources say, claim by claim, on your own machine."""

from typing import TYPE_CHECKING

from claimdiff.version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from claimdiff.api import check, compare, extract, read
    from claimdiff.settings import Settings

__all__ = ["Settings", "__version__", "check", "compare", "extract", "read"]

_HOMES = {
    "check": "claimdiff.api",
    "compare": "claimdiff.api",
    "extract": "claimdiff.api",
    "read": "claimdiff.api",
    "Settings": "claimdiff.settings",
}


def __getattr__(name: str) -> object:
    """Import public names on first use, so that `import claimdiff` stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimdiff' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
