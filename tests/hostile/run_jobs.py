"""Runs many claimdiff commands in one process, so that a test of forty files needs not forty starts.

In: JSON on standard input, a list of {"folder", "arguments"}. Out: JSON, for each its exit code, what it
printed and said, and at the end the most memory the process held, in kilobytes.
"""

import io
import json
import os
import resource
import sys

from claimdiff.cli.main import run


def run_job(folder: str, arguments: list[str]) -> dict[str, object]:
    """Run one command in `folder`; its streams are caught as the bytes it writes."""
    streams = [io.BytesIO(), io.BytesIO()]
    before = sys.argv, sys.stdout, sys.stderr
    sys.argv = ["claimdiff", *arguments]
    sys.stdout, sys.stderr = (io.TextIOWrapper(stream, "utf-8", write_through=True) for stream in streams)
    os.chdir(folder)
    code: object = 0
    try:
        run()
    except SystemExit as exit:
        code = exit.code
    finally:
        texts = [stream.getvalue().decode("utf-8") for stream in streams]
        sys.argv, sys.stdout, sys.stderr = before
    return {"code": code, "printed": texts[0], "said": texts[1]}


if __name__ == "__main__":
    jobs = json.load(sys.stdin)
    done = [run_job(job["folder"], job["arguments"]) for job in jobs]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    json.dump({"done": done, "kilobytes": most}, sys.stdout)
