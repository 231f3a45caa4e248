package io.schemamemory.migrateschema.deploy;

/// CloudFormation could not be answered; it will give up waiting.
public final class UnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnansweredException(String why) {
    super(
        "CloudFormation could not be answered ("
            + why
            + "), so the deploy fails when it has waited long enough: in a VPC the function needs a"
            + " way to S3, such as a gateway endpoint; then deploy again");
  }
}
