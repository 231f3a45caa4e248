package io.schemamemory.local.template;

import java.util.Map;

/// The stack the bundle pretends to be deployed as, with values AWS would have chosen.
public final class Stack {
  public static final String NAME = "schema-memory";
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";

  /// CloudFormation's pseudo parameters.
  static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::StackName", NAME,
          "AWS::Region", REGION,
          "AWS::AccountId", ACCOUNT,
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com");

  private Stack() {}

  /// The Amazon Resource Name of a resource in this stack, such as `lambda` and `function:x`.
  public static String arn(String service, String resource) {
    return String.join(":", "arn", "aws", service, REGION, ACCOUNT, resource);
  }
}
