package io.schemamemory.receivewebhook.conformance.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;
import java.util.UUID;

/// Identifies a delivery by a random number, so every one is new.
public final class StoresEveryTime extends Variant {
  public StoresEveryTime(Stage stage) {
    super(stage);
  }

  @Override
  void store(VerifiedPayload payload) throws SQLException {
    insert(payload, UUID.randomUUID().toString().getBytes(UTF_8));
  }
}
