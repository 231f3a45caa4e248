package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.rehearsal.terminal.Expect;
import java.time.Duration;
import java.time.Instant;

/// The audit log of a stand-in for PlanetScale.
public record AuditScene(Stage stage) implements Scene {
  private static final int ENTRIES = 20;

  @Override
  public String command() {
    return "bin/planetscale-token";
  }

  @Override
  public void before() {
    stage.auditLog().generate(ENTRIES, Instant.now(), Duration.ofMinutes(1));
  }

  @Override
  public void after() {
    Memory memory = stage.memory();
    Expect.soon(
        "the audit log",
        () -> stage.stack().invoke("poll-audit-log", "{}").isObject() && memory.audited() > 0);
    stage.transcript().step("story", "the audit log is in the memory, too, sealed with the keyset");
  }
}
