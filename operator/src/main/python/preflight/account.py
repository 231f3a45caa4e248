"""What the account and the stack's names allow."""

from .cli import aws
from .verdict import Failed, Skipped, Warned

# What the other functions reserve as soon as the receiver does; template.yaml has it.
OTHERS_RESERVE = 10
# AWS keeps so many for functions without a reservation.
UNRESERVED = 100
# Of an account that has not asked for another quota, after its first weeks.
USUAL = 1000


def identity():
    return aws("sts", "get-caller-identity")["Arn"]


def concurrency(stack):
    limit = aws("lambda", "get-account-settings")["AccountLimit"]
    whole, free = limit["ConcurrentExecutions"], limit["UnreservedConcurrentExecutions"]
    wanted = stack.number("ReservedConcurrency")
    most = free - OTHERS_RESERVE - UNRESERVED
    if wanted > max(most, 0):
        raise Failed(f"ReservedConcurrency={wanted} does not fit: {free} of {whole} executions are free, and AWS keeps"
                     f" {UNRESERVED} unreserved. " + (f"Set it to {most} at most" if most > 0 else "Set it to 0")
                     + ", or ask for a higher quota (Service Quotas, Lambda, concurrent executions)")
    if whole < USUAL:
        raise Warned(f"{free} of {whole} executions are free: ask for the usual {USUAL} before production (Service"
                     " Quotas, Lambda, concurrent executions); a webhook beyond the quota is lost")
    if not wanted:
        return f"{free} of {whole} executions are free; ReservedConcurrency keeps some for webhooks whatever else runs"
    return f"{free} of {whole} executions are free, {wanted} to be reserved for receive-webhook"


def alarms(stack, arn, region):
    own, email = stack.parameters.get("AlarmTopicArn"), stack.parameters.get("AlarmEmail")
    if not own and not email:
        raise Warned(f"nobody hears the alarms: set AlarmEmail or AlarmTopicArn in {stack.file}")
    partition, account = arn.split(":")[1], arn.split(":")[4]
    topic = own or f"arn:{partition}:sns:{region}:{account}:{stack.name}-alarms"
    try:
        subscribed = aws("sns", "list-subscriptions-by-topic", "--topic-arn", topic)["Subscriptions"]
    except Failed as absent:
        if own:
            raise
        if "NotFound" not in str(absent):
            raise Skipped(f"cannot be seen: {absent}") from absent
        return f"{email}, who must follow the link in AWS's mail after the deploy"
    if not any(one["SubscriptionArn"].startswith("arn:") for one in subscribed):
        raise Warned(f"nobody hears the alarms: {email or topic} has no subscription that was confirmed; follow the link in"
                     " AWS's mail")
    return topic


def leftovers(stack):
    """Queues outlive their stack, and a new stack of that name cannot make them again."""
    try:
        aws("cloudformation", "describe-stacks", "--stack-name", stack.name)
        return f"{stack.name} is there, and will be updated"
    except Failed as absent:
        if "does not exist" not in str(absent):
            raise Skipped(f"cannot be seen: {absent}") from absent
    left = [queue for queue in (f"{stack.name}-spill", f"{stack.name}-spill-dead-letters") if exists(queue)]
    if left:
        raise Failed(f"{' and '.join(left)} are left from a stack that was removed: docs/deploy.md, \"Remove\", says how"
                     " to delete them")
    return f"{stack.name} will be made"


def exists(queue):
    try:
        aws("sqs", "get-queue-url", "--queue-name", queue)
    except Failed as absent:
        if "NonExistentQueue" in str(absent) or "QueueDoesNotExist" in str(absent):
            return False
        raise Skipped(f"cannot be seen: {absent}") from absent
    return True
