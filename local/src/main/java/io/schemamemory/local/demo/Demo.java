package io.schemamemory.local.demo;

import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Posts a deploy request's whole life, normalizes it, and reads it back.
public final class Demo {
  private static final List<String> LIFE =
      List.of(
          "branch.ready",
          "deploy_request.opened",
          "deploy_request.queued",
          "deploy_request.in_progress",
          "deploy_request.pending_cutover",
          "deploy_request.schema_applied",
          "deploy_request.reverted",
          "deploy_request.closed");

  private static final int SENT_AGAIN = 2;

  private static final Duration SPILLED = Duration.ofSeconds(20);

  private final FrontDoorClient door;
  private final Cast cast;
  private final Optional<StandInAuditLog> auditLog;
  private final Consumer<String> out;
  private final List<String> flaws = new ArrayList<>();

  private Demo(
      FrontDoorClient door, Cast cast, Optional<StandInAuditLog> auditLog, Consumer<String> out) {
    this.door = door;
    this.cast = cast;
    this.auditLog = auditLog;
    this.out = out;
  }

  /// Runs the demo; returns 0 if everything was as expected.
  public static int run(
      URI uri,
      Sender sender,
      Credentials credentials,
      Optional<StandInAuditLog> auditLog,
      Consumer<String> out) {
    Cast cast = Cast.of(Instant.now(), RandomGenerator.getDefault());
    Demo demo = new Demo(new FrontDoorClient(uri, sender), cast, auditLog, out);
    return demo.play(
        new Recollection(credentials.url(Login.READER).orElseThrow(), cast, auditLog.isPresent()));
  }

  private int play(Recollection memory) {
    out.accept("");
    LIFE.forEach(event -> post(event, cast.play(event)));
    post("an unknown event", unknown());
    post("a redelivery of deploy_request.closed", cast.play("deploy_request.closed"));
    byte[] forged = cast.play("webhook.test");
    answer("webhook.test with a wrong signature", door.post(forged, "0".repeat(64)), 401);
    report("NormalizeDeliveries", door.invoke("NormalizeDeliveries"));
    auditLog.ifPresent(log -> new AuditedLife(cast).happen(log));
    report("PollAuditLog", polled());
    awaitSpilled(memory);
    print("The timeline:", memory.timeline());
    print("The story of deploy request #" + cast.number() + ":", memory.story());
    flaws.addAll(memory.flaws());
    flaws.forEach(flaw -> out.accept("fail: " + flaw));
    out.accept("");
    out.accept(flaws.isEmpty() ? "ok: all is as it should be" : "fail: see above");
    return flaws.isEmpty() ? 0 : 1;
  }

  /// A scheduled run may hold the lease: then try again until it is free.
  private String polled() {
    String answer = door.invoke("PollAuditLog");
    while (answer.contains("\"held\":1")) {
      answer = door.invoke("PollAuditLog");
    }
    return answer;
  }

  /// On a busy machine the database may have been too slow for a webhook: then it arrives through
  /// the spill queue, a little later.
  private void awaitSpilled(Recollection memory) {
    Instant end = Instant.now().plus(SPILLED);
    while (!memory.flaws().isEmpty() && Instant.now().isBefore(end)) {
      var _ = door.invoke("NormalizeDeliveries");
    }
  }

  private void report(String function, String answer) {
    out.accept("%-40s %s".formatted(function, AnswerLine.of(answer)));
  }

  /// A 503 asks to send it again: a receiver that starts on a busy machine may be too slow at
  /// first.
  private void post(String what, byte[] body) {
    int status = door.post(body);
    for (int again = 0; status == 503 && again < SENT_AGAIN; again++) {
      out.accept("%-40s answered 503 (busy), sent again".formatted(what));
      status = door.post(body);
    }
    answer(what, status, 202);
  }

  private void answer(String what, int status, int expected) {
    out.accept("%-40s answered %d".formatted(what, status));
    if (status != expected) {
      flaws.add(what + " should have been answered " + expected);
    }
  }

  private byte[] unknown() {
    return new String(cast.play("branch.ready"), StandardCharsets.UTF_8)
        .replace("\"event\":\"branch.ready\"", "\"event\":\"branch.teleported\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void print(String title, List<String> lines) {
    out.accept("");
    out.accept(title);
    lines.forEach(line -> out.accept("  " + line));
  }
}
