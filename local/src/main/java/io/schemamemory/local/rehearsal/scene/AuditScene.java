package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.terminal.Expect;
import java.time.Duration;
import java.time.Instant;

/// The audit log of a stand-in for PlanetScale.
public final class AuditScene implements Scene {
  private static final int ENTRIES = 20;

  private final Stage stage;
  private int fromWebhooks;

  public AuditScene(Stage stage) {
    this.stage = stage;
  }

  @Override
  public String command() {
    return "bin/planetscale-token";
  }

  @Override
  public void before() {
    fromWebhooks = stage.memory().all();
    stage.auditLog().generate(ENTRIES, Instant.now(), Duration.ofMinutes(1));
  }

  @Override
  public void after() {
    Memory memory = stage.memory();
    Expect.soon(
        "the audit log",
        () ->
            stage.stack().invoke("poll-audit-log", "{}").isObject() && memory.all() > fromWebhooks);
    stage.transcript().step("story", "the audit log is in the memory, too");
  }
}
