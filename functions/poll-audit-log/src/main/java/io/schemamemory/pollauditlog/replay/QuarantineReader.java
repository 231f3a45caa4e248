package io.schemamemory.pollauditlog.replay;

import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.EntryReading;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads quarantined entries from their sealed copies, as if PlanetScale showed them.
@Prototype
class QuarantineReader {
  private final LedgerSealer sealer;
  private final EntryReader reader;
  private final PlanetScaleClient planetScale;
  private final Clock clock;

  QuarantineReader(
      LedgerSealer sealer, EntryReader reader, PlanetScaleClient planetScale, Clock clock) {
    this.sealer = sealer;
    this.reader = reader;
    this.planetScale = planetScale;
    this.clock = clock;
  }

  /// What was read of some quarantined entries.
  ///
  /// @param undecryptable how many copies could not be decrypted, by reason
  record Result(List<EntryReading> readings, Map<Reason, Long> undecryptable) {
    Result {
      readings = List.copyOf(readings);
      undecryptable = Map.copyOf(undecryptable);
    }
  }

  Result read(Feed feed, Collection<QuarantinedPayload> entries) {
    List<EntryReading> readings = new ArrayList<>();
    Map<Reason, Long> undecryptable = new EnumMap<>(Reason.class);
    for (QuarantinedPayload entry : entries) {
      switch (sealer.openPayload(feed, entry.reference(), entry.payload())) {
        case Opened(String base64) -> {
          Raw raw = Raw.of(Base64.getDecoder().decode(base64));
          readings.add(reader.read(feed, planetScale.auditEntry(raw), clock.instant()));
        }
        case Refused(Reason reason) -> undecryptable.merge(reason, 1L, Long::sum);
      }
    }
    return new Result(readings, undecryptable);
  }
}
