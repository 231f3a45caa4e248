package io.schemamemory.pollauditlog.replay;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.EntryReading;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.sealing.OpenResult;
import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads quarantined entries from their sealed copies, as if PlanetScale showed them.
@Singleton
class SealedCopies {
  private final LedgerSealer seals;
  private final EntryReader reader;
  private final PlanetScaleClient planetScale;

  SealedCopies(LedgerSealer seals, EntryReader reader, PlanetScaleClient planetScale) {
    this.seals = seals;
    this.reader = reader;
    this.planetScale = planetScale;
  }

  /// What was read of them.
  ///
  /// @param shut how many did not open, by why
  record Copies(List<EntryReading> readings, Map<Reason, Long> shut) {
    Copies {
      readings = List.copyOf(readings);
      shut = Map.copyOf(shut);
    }
  }

  Copies read(Feed feed, Collection<QuarantinedPayload> entries) {
    List<EntryReading> readings = new ArrayList<>();
    Map<Reason, Long> shut = new EnumMap<>(Reason.class);
    for (QuarantinedPayload entry : entries) {
      OpenResult opening = seals.openPayload(feed, entry.reference(), entry.payload());
      switch (opening) {
        case Opened(String base64) -> {
          Raw raw = Raw.of(Base64.getDecoder().decode(base64));
          readings.add(reader.read(feed, planetScale.auditEntry(raw)));
        }
        case Refused(Reason reason) -> shut.merge(reason, 1L, Long::sum);
      }
    }
    return new Copies(readings, shut);
  }
}
