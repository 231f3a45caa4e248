package io.schemamemory.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Resources other than deploy requests, as full as PlanetScale shows them; times are minutes of a
/// day.
public final class Resources {
  private Resources() {}

  public static Facts.AccessRequest accessRequest(@Nullable String state) {
    return new Facts.AccessRequest(
        "ar1",
        state,
        Snapshot.SAM,
        null,
        null,
        "acme",
        "Organization",
        "Ticket 4711.",
        null,
        24L,
        "hour",
        at(1),
        at(2),
        at(3),
        at(4),
        null);
  }

  public static Facts.Backup backup(boolean succeeded) {
    return new Facts.Backup("bu1", succeeded, "nightly", "main", 1024L, null, at(1), at(2), at(3));
  }

  public static Facts.Recommendation recommendation(@Nullable String state) {
    return new Facts.Recommendation(
        "sr1",
        state,
        7L,
        "Add index to table orders",
        "new_index",
        "shop",
        "orders",
        "CREATE INDEX i ON orders (c)",
        null,
        null,
        at(1),
        at(2),
        at(3),
        at(4));
  }

  private static Instant at(int minute) {
    return Snapshot.minute(minute);
  }
}
