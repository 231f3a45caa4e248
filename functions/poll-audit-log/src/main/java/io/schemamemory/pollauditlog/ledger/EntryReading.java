package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.data.audit.LedgerEntry;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.domain.event.Event;
import io.schemamemory.planetscale.api.resource.Raw;
import java.util.HexFormat;

/// What an item of the audit log is to become, sealed already.
public sealed interface EntryReading {
  /// It was read.
  ///
  /// @param digest of its bytes, in hex
  record Entry(LedgerEntry row, Event event, String digest, Raw raw) implements EntryReading {
    /// What would stand for it in quarantine.
    long reference() {
      return HexFormat.fromHexDigitsToLong(digest, 0, 2 * Long.BYTES);
    }
  }

  /// It rests in quarantine.
  record Unfit(QuarantinedEntry quarantined) implements EntryReading {}
}
