"""The programs a deploy needs, in versions that are new enough."""

import os
import re
import shutil
import subprocess

from .verdict import Failed


def version(root, command, wanted):
    if shutil.which(command[0]) is None:
        raise Failed(f"{command[0]} is not installed")
    run = subprocess.run(command, capture_output=True, text=True, cwd=root)
    found = re.search(r"(\d+)\.(\d+)", run.stdout + run.stderr)
    if run.returncode != 0 or not found:
        raise Failed((run.stderr.strip().splitlines() or [f"{command[0]} does not run"])[0])
    if tuple(map(int, found.groups())) < wanted:
        raise Failed(f"{found.group()} is too old: install {'.'.join(map(str, wanted))} or newer")
    return found.group()


def with_jdk25(root, command, wanted):
    # It says itself what to do where there is no JDK 25.
    if command[0] != "javac" and shutil.which(command[0]) is None:
        raise Failed(f"{command[0]} is not installed")
    return version(root, [os.path.join(root, "bin/with-jdk25"), *command], wanted)
