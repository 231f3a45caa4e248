package io.schemamemory.local.rehearsal.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// Ends the rehearsal where something is not as expected.
public final class Expect {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Expect() {}

  public static void same(Object is, Object expected, String what) {
    if (!Objects.equals(is, expected)) {
      throw new RehearsalException(what + " is " + is + ", expected " + expected);
    }
  }

  /// Asks again and again.
  public static void soon(String what, BooleanSupplier there) {
    Instant end = Instant.now().plus(LONGEST);
    while (!there.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new RehearsalException(what + ": not within " + LONGEST.toSeconds() + " seconds");
      }
    }
  }
}
