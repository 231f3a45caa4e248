"""What is to be deployed: the template, and the parameters and the name of one stack."""

import os
import re
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Stack:
    name: str
    environment: str
    parameters: dict
    types: frozenset

    def list(self, parameter):
        return [one.strip() for one in self.parameters.get(parameter, "").split(",") if one.strip()]

    def number(self, parameter):
        return int(self.parameters.get(parameter) or 0)

    @property
    def audit_log(self):
        return self.parameters.get("AuditLog") != "false"

    @property
    def file(self):
        return f"parameters/{self.environment}.yaml"


def stack(root, environment):
    template = read(root, "template.yaml")
    parameters = defaults(template) | given(read(root, "parameters", environment + ".yaml"))
    section = re.search(rf"(?ms)^\[{re.escape(environment)}\.deploy\.parameters\]\n(.*?)(?=^\[|\Z)", read(root, "samconfig.toml"))
    name = re.search(r'(?m)^stack_name = "(.*)"', section.group(1)) if section else None
    if not name:
        sys.exit(f"bin/preflight: samconfig.toml names no stack for {environment}")
    return Stack(name.group(1), environment, parameters, types(template))


def read(root, *names):
    file = os.path.join(root, *names)
    if not os.path.exists(file):
        sys.exit(f"bin/preflight: there is no {'/'.join(names)}")
    with open(file, encoding="utf-8") as text:
        return text.read()


def defaults(template):
    block = re.search(r"(?ms)^Parameters:\n(.*?)^\w", template).group(1)
    found = {}
    for name, body in re.findall(r"(?m)^  (\w+):\n((?:    .*\n)+)", block):
        default = re.search(r"(?m)^    Default: (.*)$", body)
        if default:
            found[name] = default.group(1).strip('"')
    return found


def given(text):
    lines = re.findall(r"(?m)^(\w+):[ \t]*(.*?)[ \t]*$", text)
    return {name: value.strip("\"'") for name, value in lines}


def types(template):
    resources = re.search(r"(?ms)^Resources:\n(.*?)(?:^\w|\Z)", template).group(1)
    found = set(re.findall(r"(?m)^    Type: [\"']?([\w:]+)", resources))
    # SAM makes these of a function's property.
    return frozenset(found | ({"AWS::CodeDeploy::DeploymentGroup"} if "DeploymentPreference:" in resources else set()))
