from claimdiff import __version__
from claimdiff.version import VERSION


def test_version_is_one_value() -> None:
    """The package and the build read the same version."""
    assert __version__ == VERSION
