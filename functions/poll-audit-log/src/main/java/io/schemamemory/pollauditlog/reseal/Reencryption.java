package io.schemamemory.pollauditlog.reseal;

import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.SealedLedger.Row;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.sealing.OpenResult.Opened;
import java.util.Optional;

/// Makes an entry's sealed and hashed values again, from its sealed body, which has them all.
@Prototype
class Reencryption {
  private final LedgerSealer sealer;
  private final PlanetScaleClient planetScale;

  Reencryption(LedgerSealer sealer, PlanetScaleClient planetScale) {
    this.sealer = sealer;
    this.planetScale = planetScale;
  }

  /// The same values under the keys in use; empty if no live key decrypts the body.
  Optional<Row> reencrypt(Feed feed, Row row) {
    return sealer.openBody(feed, row.id(), row.body()) instanceof Opened(String text)
        ? reencrypt(feed, row, text)
        : Optional.empty();
  }

  private Optional<Row> reencrypt(Feed feed, Row row, String text) {
    Raw raw = Raw.ofText(text);
    return planetScale.auditEntry(raw) instanceof Item.Read<AuditEntry>(AuditEntry entry, var _)
        ? Optional.of(
            new Row(
                row.id(),
                row.createdAt(),
                sealer.body(feed, row.id(), text),
                sealer.remoteIp(feed, entry).orElse(null),
                sealer.email(feed, entry).orElse(null)))
        : Optional.empty();
  }
}
