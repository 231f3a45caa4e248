package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.cloud.StackQueue;
import io.schemamemory.local.rehearsal.terminal.Expect;
import java.util.List;

/// Webhooks from the front door to the story, one of them while the database is away.
public record WebhookScene(Stage stage) implements Scene {
  private static final String TEST = "webhook.test";
  private static final List<String> LIFE =
      List.of(
          "deploy_request.opened",
          "deploy_request.queued",
          "deploy_request.in_progress",
          "deploy_request.schema_applied");
  private static final String LAST = "deploy_request.closed";

  /// How long a failed message is hidden here, in seconds: six minutes would be longer than all
  /// else.
  private static final int HIDDEN = 3;

  private static final int HIDDEN_AS_DEPLOYED = 360;

  @Override
  public String command() {
    return "bin/webhook-secrets";
  }

  @Override
  public void after() {
    Webhooks webhooks = stage.webhooks();
    webhooks.forge(TEST);
    stage.transcript().step("webhook", "one with a wrong signature is answered 401");
    LIFE.forEach(webhooks::post);
    stage.transcript().step("webhook", LIFE.size() + " signed ones are answered 202");
    Memory memory = stage.memory();
    Expect.soon("the story", () -> normalized() && memory.entries() >= LIFE.size());
    Expect.same(memory.story().size(), 1, "the number of stories");
    stage.transcript().step("story", LIFE.size() + " entries and the story are in the memory");
    outage(webhooks, memory);
    webhooks.post(TEST);
    Expect.soon("the test", () -> normalized() && memory.tested());
    stage.transcript().step("webhook", "a test, as PlanetScale's page sends it, is answered 202");
  }

  private void outage(Webhooks webhooks, Memory memory) {
    StackQueue queue = new StackQueue(stage.stack());
    queue.hideFor(HIDDEN);
    stage.database().kill();
    webhooks.post(LAST);
    Expect.soon("the spilled webhook", () -> queue.waiting() > 0);
    stage
        .transcript()
        .step("queue", "the database is killed: a webhook is answered 202 and waits in the queue");
    stage.database().startAgain();
    Expect.soon(
        "the webhook from the queue",
        () -> queue.waiting() == 0 && normalized() && memory.has(LAST));
    stage
        .transcript()
        .step("queue", "the database is back: the webhook came from the queue into the story");
    queue.hideFor(HIDDEN_AS_DEPLOYED);
  }

  private boolean normalized() {
    return stage.stack().invoke("normalize-deliveries", "{}").isObject();
  }
}
