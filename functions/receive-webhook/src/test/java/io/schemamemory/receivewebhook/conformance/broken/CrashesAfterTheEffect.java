package io.schemamemory.receivewebhook.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;
import java.util.UUID;

/// Stores in one transaction and remembers what it stored in the next; between the two it may die.
public final class CrashesAfterTheEffect extends Variant {
  public CrashesAfterTheEffect(Stage stage) {
    super(stage);
  }

  @Override
  void store(VerifiedPayload payload) throws SQLException {
    if (isThere(payload)) {
      return;
    }
    byte[] number = UUID.randomUUID().toString().getBytes(UTF_8);
    insert(payload, number);
    commit();
    gap.pass();
    run("set local role memory_owner");
    run(
        "update memory.delivery set digest = sha256(?) where digest = sha256(?)",
        payload.bytes(),
        number);
  }
}
