"""What Secrets Manager and KMS hold for the stack. No value of a secret is ever printed."""

import json
import os
import re
import subprocess
from urllib.parse import parse_qs, urlsplit

from .cli import aws
from .verdict import Failed, Skipped

LOGINS = ("receive_webhook", "normalize_deliveries", "poll_audit_log", "apply_retention", "migrator")

# What is stored after the deploy, and by which command.
LATER = {"WebhookSecret": "bin/webhook-secrets", "PlanetScaleSecret": "bin/planetscale-token", "SealingSecret": "bin/keyset"}


def text(name):
    return aws("secretsmanager", "get-secret-value", "--secret-id", name)["SecretString"]


def logins(stack):
    return [login for login in LOGINS if stack.audit_log or login != "poll_audit_log"]


def database(stack):
    """The logins' URLs; the host of each, for its region."""
    prefix = stack.parameters["DatabaseSecret"]
    hosts, wrong = set(), []
    for login in logins(stack):
        try:
            url = urlsplit(text(f"{prefix}/{login}").removeprefix("jdbc:"))
        except Failed as missing:
            absent = "ResourceNotFoundException" in str(missing)
            advice = f"bin/bootstrap --secret-id {prefix} stores it" if absent else "it could not be read"
            raise Failed(f"{prefix}/{login}: {missing}. {advice}") from missing
        named = parse_qs(url.query)
        if url.scheme != "postgresql" or not url.hostname or "user" not in named or "password" not in named:
            wrong.append(f"{prefix}/{login}")
        else:
            hosts.add(url.hostname)
    if wrong:
        raise Failed(f"{', '.join(wrong)} must be jdbc:postgresql://HOST:PORT/DATABASE?user=...&password=...:"
                     f" bin/bootstrap --secret-id {prefix} stores it")
    return hosts


def later(stack, parameter):
    name = stack.parameters[parameter]
    try:
        held = text(name)
    except Failed as missing:
        if "ResourceNotFoundException" in str(missing):
            raise Skipped(f"{name} is stored after the deploy, by {LATER[parameter]}") from missing
        raise
    if parameter != "SealingSecret" and not is_object(held):
        raise Failed(f"{name} holds no JSON object: {LATER[parameter]} --secret-id {name} writes it")
    return name


def is_object(held):
    try:
        return isinstance(json.loads(held), dict)
    except ValueError:
        return False


def sealing_key(stack):
    uri = stack.parameters.get("SealingKey", "")
    if not uri:
        return "the stack makes one"
    if not uri.startswith("aws-kms://"):
        raise Failed("the parameter SealingKey must be aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID, or empty")
    state = aws("kms", "describe-key", "--key-id", uri.removeprefix("aws-kms://"))["KeyMetadata"]["KeyState"]
    if state != "Enabled":
        raise Failed(f"the key is {state}: enable it, or cancel its deletion")
    return uri


def named_region():
    """The region of our commands and of the SAM CLI, which read different variables."""
    ours, sams = os.environ.get("AWS_REGION"), os.environ.get("AWS_DEFAULT_REGION")
    configured = subprocess.run(["aws", "configure", "get", "region"], capture_output=True, text=True).stdout.strip()
    named = ours or configured or sams
    if not named:
        raise Failed("export AWS_REGION and AWS_DEFAULT_REGION: the database's region")
    for variable, reads in (("AWS_REGION", ours or configured), ("AWS_DEFAULT_REGION", sams or configured)):
        if reads != named:
            raise Failed(f"export {variable}={named}, too: the SAM CLI reads AWS_DEFAULT_REGION, our commands AWS_REGION")
    return named


def region(hosts):
    named = named_region()
    of_hosts = set(filter(None, map(region_of, hosts)))
    elsewhere = sorted(of_hosts - {named})
    if elsewhere:
        raise Failed(f"the database is in {elsewhere[0]}, the stack would be in {named}: each webhook waits for several"
                     " round trips, and PlanetScale hangs up after 2 seconds. Set AWS_REGION to the database's region")
    return named if of_hosts else f"{named}; no database's host names its own region: compare it yourself"


def region_of(host):
    """The AWS region in a host's name, as PlanetScale and RDS write it; None if it has none."""
    of_planetscale = re.search(r"(?:^|[.-])aws-([a-z]{2}-[a-z]+-\d)(?:-\d+)?\.", host)
    of_rds = re.search(r"\.([a-z]{2}-[a-z]+-\d)\.rds\.amazonaws\.com", host)
    found = of_planetscale or of_rds
    return found.group(1) if found else None
