package io.schemamemory.data.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slow second walk, under way: it compares all that PlanetScale still shows with the ledger.
///
/// @param cursor where it continues
/// @param oldest the oldest entry so far: all shown next are no newer
/// @param edge the ids of the entries at that very time
/// @param missing entries in the ledger that PlanetScale should still show and did not; null if
///     that cannot be told, because the order was violated
public record Comparison(
    Instant beganAt,
    String cursor,
    @Nullable Instant oldest,
    List<String> edge,
    @Nullable Long missing,
    Trail trail) {
  public Comparison {
    edge = List.copyOf(edge);
  }
}
