"""`python -m claimdiff`."""

from claimdiff.cli.main import run

if __name__ == "__main__":
    run()
