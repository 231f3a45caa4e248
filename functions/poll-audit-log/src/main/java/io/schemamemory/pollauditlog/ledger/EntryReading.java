package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.data.audit.LedgerEntry;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.domain.event.Event;
import io.schemamemory.planetscale.api.resource.Raw;
import java.util.HexFormat;

/// What an item of the audit log becomes in the database; already sealed.
public sealed interface EntryReading {
  /// It was read.
  ///
  /// @param digest of its bytes, in hex
  record Entry(LedgerEntry row, Event event, String digest, Raw raw) implements EntryReading {
    /// Its reference in quarantine, if it is there.
    long reference() {
      return HexFormat.fromHexDigitsToLong(digest, 0, 2 * Long.BYTES);
    }
  }

  /// It could not be read or written, and goes to quarantine.
  record Quarantined(QuarantinedEntry entry) implements EntryReading {}
}
