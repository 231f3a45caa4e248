package io.schemamemory.receivewebhook.conformance.broken;

import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;

/// Looks whether the bytes are there, and inserts them if they are not.
public final class ChecksThenInserts extends Variant {
  public ChecksThenInserts(Stage stage) {
    super(stage);
  }

  @Override
  void store(VerifiedPayload payload) throws SQLException {
    if (!isThere(payload)) {
      gap.pass();
      insert(payload, payload.bytes());
    }
  }
}
