"""One tree of errors; every message says what failed, where, and the remedy."""


class ClaimdiffError(Exception):
    """Root of everything claimdiff raises on purpose."""


class SettingsError(ClaimdiffError):
    """A setting or a command-line value is wrong; nothing was read."""


class InputError(ClaimdiffError):
    """An input that is needed can't be read, or holds nothing that can be used."""


class MissingExtraError(ClaimdiffError):
    """A format or feature needs a package that is not installed; the message names the extra."""
