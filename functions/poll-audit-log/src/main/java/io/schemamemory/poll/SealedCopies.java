package io.schemamemory.poll;

import io.schemamemory.data.Feed;
import io.schemamemory.data.RestingEntry;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.Raw;
import io.schemamemory.sealing.Opening;
import io.schemamemory.sealing.Opening.Opened;
import io.schemamemory.sealing.Opening.Reason;
import io.schemamemory.sealing.Opening.Refused;
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
  private final Seals seals;
  private final Reader reader;
  private final PlanetScaleClient planetScale;

  SealedCopies(Seals seals, Reader reader, PlanetScaleClient planetScale) {
    this.seals = seals;
    this.reader = reader;
    this.planetScale = planetScale;
  }

  /// What was read of them.
  ///
  /// @param shut how many did not open, by why
  record Copies(List<Reading> readings, Map<Reason, Long> shut) {
    Copies {
      readings = List.copyOf(readings);
      shut = Map.copyOf(shut);
    }
  }

  Copies read(Feed feed, Collection<RestingEntry> entries) {
    List<Reading> readings = new ArrayList<>();
    Map<Reason, Long> shut = new EnumMap<>(Reason.class);
    for (RestingEntry entry : entries) {
      Opening opening = seals.openPayload(feed, entry.reference(), entry.payload());
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
