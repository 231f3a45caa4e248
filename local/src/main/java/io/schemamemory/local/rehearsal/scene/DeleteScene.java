package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.cloud.DeployedStack;
import io.schemamemory.local.rehearsal.terminal.Expect;

/// The removal of the stack, and what outlives it.
public record DeleteScene(Stage stage) implements Scene {
  @Override
  public String command() {
    return "sam delete";
  }

  @Override
  public void after() {
    DeployedStack stack = stage.stack();
    Expect.same(stack.state(), "DELETE_COMPLETE", "the stack");
    for (String queue : new String[] {"spill", "spill-dead-letters"}) {
      Expect.same(stack.queue(queue, "ApproximateNumberOfMessages"), 0, "the messages in " + queue);
    }
    stage.transcript().step("delete", "the stack is gone; its two queues are there");
    Expect.same(stack.enabledKeys(), 1, "the number of enabled keys");
    stage.transcript().step("delete", "the KMS key is there, and enabled");
    Expect.same(stage.memory().story().size(), 1, "the number of stories");
    stage.transcript().step("delete", "the database has the story");
  }
}
