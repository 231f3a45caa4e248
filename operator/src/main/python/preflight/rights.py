"""What the deployer must be allowed, for what the template makes."""

import re

from .cli import aws
from .verdict import Failed, Skipped

# A deploy of anything, the bucket of its code, and the commands of bin/ that read and write AWS.
ALWAYS = """cloudformation:CreateChangeSet cloudformation:DescribeChangeSet cloudformation:ExecuteChangeSet
cloudformation:DescribeStacks cloudformation:DescribeStackEvents cloudformation:GetTemplateSummary
cloudformation:DeleteStack cloudformation:CreateStack cloudformation:TagResource
s3:CreateBucket s3:PutObject s3:GetObject s3:PutBucketPolicy s3:PutBucketVersioning s3:PutEncryptionConfiguration
s3:PutBucketPublicAccessBlock
secretsmanager:CreateSecret secretsmanager:GetSecretValue secretsmanager:PutSecretValue
secretsmanager:DescribeSecret secretsmanager:UpdateSecretVersionStage
lambda:GetAccountSettings lambda:InvokeFunction""".split()

FUNCTION = """lambda:CreateFunction lambda:GetFunction lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration
lambda:DeleteFunction lambda:TagResource lambda:PublishVersion lambda:ListVersionsByFunction lambda:CreateAlias
lambda:GetAlias lambda:UpdateAlias lambda:DeleteAlias lambda:AddPermission lambda:RemovePermission
lambda:PutFunctionConcurrency lambda:DeleteFunctionConcurrency lambda:PutFunctionEventInvokeConfig
lambda:DeleteFunctionEventInvokeConfig
iam:CreateRole iam:GetRole iam:TagRole iam:PutRolePolicy iam:DeleteRolePolicy iam:AttachRolePolicy
iam:DetachRolePolicy iam:DeleteRole iam:PassRole
scheduler:CreateSchedule scheduler:GetSchedule scheduler:UpdateSchedule scheduler:DeleteSchedule""".split()

# Of the API's access log, too.
LOG_DELIVERY = """logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery
logs:ListLogDeliveries logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups""".split()

BY_TYPE = {
    "AWS::Serverless::Function": FUNCTION,
    "AWS::Serverless::HttpApi": [*(f"apigateway:{verb}" for verb in ("POST", "GET", "PUT", "PATCH", "DELETE", "TagResource")),
                                 *LOG_DELIVERY],
    "AWS::Lambda::EventSourceMapping": ["lambda:CreateEventSourceMapping", "lambda:GetEventSourceMapping",
                                        "lambda:UpdateEventSourceMapping", "lambda:DeleteEventSourceMapping"],
    "AWS::SQS::Queue": ["sqs:CreateQueue", "sqs:GetQueueAttributes", "sqs:SetQueueAttributes", "sqs:TagQueue"],
    "AWS::SQS::QueuePolicy": ["sqs:SetQueueAttributes"],
    "AWS::SNS::Topic": ["sns:CreateTopic", "sns:GetTopicAttributes", "sns:SetTopicAttributes", "sns:DeleteTopic",
                        "sns:TagResource"],
    "AWS::SNS::TopicPolicy": ["sns:SetTopicAttributes"],
    "AWS::SNS::Subscription": ["sns:Subscribe", "sns:GetSubscriptionAttributes", "sns:ListSubscriptionsByTopic",
                               "sns:Unsubscribe"],
    "AWS::Logs::LogGroup": ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:DescribeLogGroups",
                            "logs:DeleteLogGroup", "logs:TagResource"],
    "AWS::Logs::MetricFilter": ["logs:PutMetricFilter", "logs:DescribeMetricFilters", "logs:DeleteMetricFilter"],
    "AWS::CloudWatch::Alarm": ["cloudwatch:PutMetricAlarm", "cloudwatch:DescribeAlarms", "cloudwatch:DeleteAlarms",
                               "cloudwatch:TagResource"],
    "AWS::CloudWatch::Dashboard": ["cloudwatch:PutDashboard", "cloudwatch:GetDashboard", "cloudwatch:DeleteDashboards"],
    "AWS::KMS::Key": ["kms:CreateKey", "kms:PutKeyPolicy", "kms:GetKeyPolicy", "kms:EnableKeyRotation",
                      "kms:GetKeyRotationStatus", "kms:DescribeKey", "kms:TagResource", "kms:Encrypt", "kms:Decrypt"],
    "AWS::KMS::Alias": ["kms:CreateAlias", "kms:ListAliases", "kms:UpdateAlias", "kms:DeleteAlias"],
    "AWS::CodeDeploy::DeploymentGroup": ["codedeploy:CreateApplication", "codedeploy:GetApplication",
                                         "codedeploy:DeleteApplication", "codedeploy:CreateDeploymentGroup",
                                         "codedeploy:GetDeploymentGroup", "codedeploy:UpdateDeploymentGroup",
                                         "codedeploy:DeleteDeploymentGroup", "codedeploy:CreateDeployment",
                                         "codedeploy:GetDeployment", "codedeploy:GetDeploymentConfig",
                                         "codedeploy:RegisterApplicationRevision", "codedeploy:StopDeployment"],
}

# Of Lambda, for functions with subnets, and of this command's own look at the network.
IN_VPC = """ec2:DescribeSubnets ec2:DescribeSecurityGroups ec2:DescribeVpcs ec2:DescribeRouteTables
ec2:DescribeVpcEndpoints""".split()


def actions(stack):
    """Every action by name. A type nobody has thought of yet is a mistake here, not a right too few there."""
    wanted = set(ALWAYS)
    for kind in stack.types:
        if kind.startswith("Custom::"):
            continue
        if kind not in BY_TYPE:
            raise Failed(f"template.yaml has a resource of the type {kind}: add what it needs to operator/src/main/python/preflight/rights.py")
        wanted.update(BY_TYPE[kind])
    if stack.list("SubnetIds"):
        wanted.update(IN_VPC)
    return sorted(wanted)


def rights(stack, arn):
    wanted = actions(stack)
    principal = re.sub(r":sts::(\d+):assumed-role/([^/]+)/.*", r":iam::\1:role/\2", arn)
    if principal.endswith(":root"):
        raise Skipped("the account's root may do everything; deploy with a role instead")
    try:
        results = aws("iam", "simulate-principal-policy", "--policy-source-arn", principal, "--action-names", *wanted)
    except Failed as refused:
        raise Skipped(f"needs iam:SimulatePrincipalPolicy: {refused}") from refused
    lacking = [one["EvalActionName"] for one in results["EvaluationResults"] if one["EvalDecision"] != "allowed"]
    if lacking:
        raise Failed(f"{principal} lacks {', '.join(lacking)}")
    return f"{len(wanted)} actions allowed"
