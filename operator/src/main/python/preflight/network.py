"""Whether functions in the parameters' subnets reach what they need."""

from .cli import aws
from .verdict import Failed, Skipped


def network(stack, region):
    subnets, groups = stack.list("SubnetIds"), stack.list("SecurityGroupIds")
    if not subnets and not groups:
        raise Skipped("the functions run outside a VPC")
    if not subnets or not groups:
        raise Failed(f"SubnetIds and SecurityGroupIds belong together: set both in {stack.file}, or none")
    found = aws("ec2", "describe-subnets", "--subnet-ids", *subnets)["Subnets"]
    secured = aws("ec2", "describe-security-groups", "--group-ids", *groups)["SecurityGroups"]
    vpcs = sorted({one["VpcId"] for one in [*found, *secured]})
    if len(vpcs) != 1:
        raise Failed(f"the subnets and security groups are in different VPCs: {', '.join(vpcs)}")
    if all(has_way_out(subnet, vpcs[0]) for subnet in subnets):
        return f"{len(subnets)} subnets of {vpcs[0]}, with a NAT gateway or the like"
    lacking = [service for service in needed(stack) if service not in endpoints(vpcs[0], region)]
    if lacking:
        raise Failed(f"no NAT gateway, and no endpoint in {vpcs[0]} for {', '.join(lacking)}: docs/deploy.md, \"In a VPC\"")
    if stack.audit_log:
        raise Failed("poll-audit-log cannot reach PlanetScale's API without a NAT gateway: add one, or set AuditLog: false")
    return f"{len(subnets)} subnets of {vpcs[0]}, with the endpoints"


def needed(stack):
    return ["secretsmanager", "sqs", "s3", *(["kms"] if stack.audit_log else [])]


def endpoints(vpc, region):
    made = aws("ec2", "describe-vpc-endpoints", "--filters", f"Name=vpc-id,Values={vpc}")["VpcEndpoints"]
    prefix = f"com.amazonaws.{region}."
    return {one["ServiceName"].removeprefix(prefix) for one in made if one.get("State", "available").lower() == "available"}


def has_way_out(subnet, vpc):
    """A function has no public address, so an internet gateway does not help it."""
    routes = tables(f"Name=association.subnet-id,Values={subnet}") or tables(
        f"Name=vpc-id,Values={vpc}", "Name=association.main,Values=true")
    return any(route.get("DestinationCidrBlock") == "0.0.0.0/0" and not route.get("GatewayId", "").startswith("igw-")
               and route.get("State", "active") == "active" for table in routes for route in table.get("Routes", []))


def tables(*filters):
    return aws("ec2", "describe-route-tables", "--filters", *filters)["RouteTables"]
