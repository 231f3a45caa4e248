package io.schemamemory.pollauditlog.reseal;

import io.micronaut.serde.annotation.Serdeable;

/// What resealing has done.
///
/// @param resealed entries that an older key had sealed or hashed, and no longer has
/// @param undecryptable entries that stay unchanged: no live key decrypts them, or they cannot be
///     read
/// @param finished whether all were looked at; else the same command continues
@Serdeable
public record Resealed(long resealed, long undecryptable, boolean finished) {
  static final Resealed NOTHING = new Resealed(0, 0, true);

  Resealed plus(Resealed other) {
    return new Resealed(
        resealed + other.resealed, undecryptable + other.undecryptable, finished && other.finished);
  }

  /// What an invocation that leaves values says.
  public String failure() {
    return "%d values could not be opened and stay as they are, %d were resealed, %s: bring back the keys that sealed them, then reseal again; do not retire a key before"
        .formatted(
            undecryptable, resealed, finished ? "all were looked at" : "some were not looked at");
  }

  Resealed unfinished() {
    return new Resealed(resealed, undecryptable, false);
  }
}
