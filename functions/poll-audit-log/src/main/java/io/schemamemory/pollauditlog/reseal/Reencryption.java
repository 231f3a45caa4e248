package io.schemamemory.pollauditlog.reseal;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.SealedLedger.Row;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.sealing.OpenResult.Opened;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes an entry's sealed values anew: what they are made of stands in its sealed bytes.
@Singleton
class Reencryption {
  private final LedgerSealer seals;
  private final PlanetScaleClient planetScale;

  Reencryption(LedgerSealer seals, PlanetScaleClient planetScale) {
    this.seals = seals;
    this.planetScale = planetScale;
  }

  /// The same values under the keys in use; empty if no live key opens them.
  Optional<Row> of(Feed feed, Row row) {
    return seals.openBody(feed, row.id(), row.body()) instanceof Opened(String text)
        ? renewed(feed, row, text)
        : Optional.empty();
  }

  private Optional<Row> renewed(Feed feed, Row row, String text) {
    Raw raw = Raw.of(text.getBytes(StandardCharsets.UTF_8));
    return planetScale.auditEntry(raw) instanceof Item.Read<AuditEntry>(AuditEntry entry, var _)
        ? Optional.of(
            new Row(
                row.id(),
                row.createdAt(),
                seals.body(feed, row.id(), text),
                seals.remoteIp(feed, entry).orElse(null),
                seals.email(feed, entry).orElse(null)))
        : Optional.empty();
  }
}
