package io.schemamemory.local.rehearsal.cloud;

/// The deployed queue of webhooks that the database did not take.
public record StackQueue(DeployedStack stack) {
  private static final String NAME = "spill";

  public int waiting() {
    return stack.queue(NAME, "ApproximateNumberOfMessages")
        + stack.queue(NAME, "ApproximateNumberOfMessagesNotVisible");
  }

  /// For how many seconds a message is hidden after an attempt.
  public void hideFor(int seconds) {
    stack.setQueue(NAME, "VisibilityTimeout", seconds);
  }
}
