"""Asks AWS by its command line, which has the credentials and the region."""

import json
import os
import re
import subprocess

from .verdict import Failed


def aws(*arguments):
    # Version 1 of the command line does not know AWS_REGION.
    region = {"AWS_DEFAULT_REGION": os.environ["AWS_REGION"]} if os.environ.get("AWS_REGION") else {}
    run = subprocess.run(["aws", *arguments, "--output", "json"], capture_output=True, text=True, timeout=60,
                         env={**os.environ, **region, "AWS_PAGER": ""})
    if run.returncode != 0:
        lines = [line.strip() for line in run.stderr.splitlines() if line.strip()] or [f"it ended with {run.returncode}"]
        said = re.sub(r"An error occurred \((\w+)\) when calling the \w+ operation: ", r"\1: ", lines[-1])
        raise Failed(f"aws {arguments[0]} {arguments[1]} says {said.rstrip('.')}")
    return json.loads(run.stdout or "null")
