package io.schemamemory.local.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.demo.Cast;
import io.schemamemory.local.template.Stack;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// What the rehearsal looks at after the page's commands.
final class Scenes {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final List<String> LIFE =
      List.of(
          "deploy_request.opened",
          "deploy_request.queued",
          "deploy_request.in_progress",
          "deploy_request.schema_applied");
  private static final String LAST = "deploy_request.closed";
  private static final String SPILL = "spill";

  /// How long a failed message is hidden here, in seconds; 6 minutes would be as long as the rest.
  private static final int HIDDEN = 3;

  private final DeployedStack stack;
  private final RehearsedDatabase database;
  private final Transcript transcript;
  private final Path copy;
  private final String secret;
  private final Cast cast = Cast.of(Instant.now(), RandomGenerator.getDefault());

  Scenes(
      DeployedStack stack,
      RehearsedDatabase database,
      Transcript transcript,
      Path copy,
      String secret) {
    this.stack = stack;
    this.database = database;
    this.transcript = transcript;
    this.copy = copy;
    this.secret = secret;
  }

  /// After the first deploy.
  void deployed() {
    mustBe(stack.state(), "CREATE_COMPLETE", "the stack");
    transcript.step("deploy", "the stack " + Stack.NAME + " is there, CREATE_COMPLETE");
    List<String> routes = stack.addRoutes();
    transcript.step(
        "deploy",
        "added by API, because MiniStack does not import it: " + String.join(", ", routes));
    JsonNode answer = stack.invoke("migrate-schema", "{\"command\":\"validate\"}");
    mustBe(answer.path("ok").asText(), "true", "validate");
    transcript.step("migrate", "validate: the database has exactly this release's migrations");
  }

  /// After the webhook's secret is stored.
  void connected() {
    Webhooks webhooks = new Webhooks(stack.webhookUrl(), secret, cast);
    webhooks.forge("webhook.test");
    transcript.step("webhook", "a wrong signature is answered 401");
    LIFE.forEach(webhooks::post);
    transcript.step("webhook", LIFE.size() + " signed ones are answered 202");
    Memory memory = new Memory(reader(), cast);
    until("the story", () -> normalized() && memory.entries() >= LIFE.size());
    mustBe(Integer.toString(memory.story().size()), "1", "stories");
    transcript.step(
        "story", "normalize-deliveries wrote " + memory.entries() + " entries and the story");
    outage(webhooks, memory);
  }

  private void outage(Webhooks webhooks, Memory memory) {
    hide(HIDDEN);
    database.kill();
    transcript.step("queue", "the database is killed");
    webhooks.post(LAST);
    until("the spilled webhook", () -> spilled() > 0);
    transcript.step("queue", "the webhook is answered 202 and waits in the spill queue");
    database.startAgain();
    until("the webhook from the queue", () -> spilled() == 0 && normalized() && memory.has(LAST));
    transcript.step(
        "queue", "the database is back: the webhook came from the queue into the story");
    hide(SIX_MINUTES);
  }

  private static final int SIX_MINUTES = 360;

  private void hide(int seconds) {
    var result =
        stack
            .shell()
            .run(
                "aws sqs set-queue-attributes --queue-url %s --attributes VisibilityTimeout=%d"
                    .formatted(stack.queueUrl(SPILL), seconds),
                "");
    mustBe(Integer.toString(result.status()), "0", "set-queue-attributes");
  }

  private int spilled() {
    return stack.queue(SPILL, "ApproximateNumberOfMessages")
        + stack.queue(SPILL, "ApproximateNumberOfMessagesNotVisible");
  }

  private boolean normalized() {
    return stack.invoke("normalize-deliveries", "{}").isObject();
  }

  private DatabaseUrl reader() {
    try (var directories = Files.list(copy.resolve(".local"))) {
      return directories
          .map(Credentials::in)
          .flatMap(credentials -> credentials.url(Login.READER).stream())
          .findFirst()
          .orElseThrow(() -> new RehearsalException("bin/bootstrap left no URL of the reader"));
    } catch (IOException failure) {
      throw new UncheckedIOException("bin/bootstrap left no folder", failure);
    }
  }

  private static void until(String what, BooleanSupplier there) {
    Instant end = Instant.now().plus(LONGEST);
    while (!there.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new RehearsalException(what + " did not come within " + LONGEST.toSeconds() + " s");
      }
    }
  }

  private static void mustBe(String is, String expected, String what) {
    if (!is.equals(expected)) {
      throw new RehearsalException(what + " is " + is + ", expected " + expected);
    }
  }
}
