package io.schemamemory.receivewebhook.conformance.broken;

import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.conformance.Stage;
import java.sql.SQLException;

/// Asks for the delivery to be normalized before it knows whether it is new.
public final class ActsBeforeDedupe extends Variant {
  public ActsBeforeDedupe(Stage stage) {
    super(stage);
  }

  @Override
  void store(VerifiedPayload payload) throws SQLException {
    run(
        """
        insert into memory.pending (delivery_id, received_at)
        select id, received_at from memory.delivery where digest = sha256(?)
        on conflict do nothing
        """,
        payload.bytes());
    super.store(payload);
  }
}
