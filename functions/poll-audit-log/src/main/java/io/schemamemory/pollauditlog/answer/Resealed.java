package io.schemamemory.pollauditlog.answer;

import io.micronaut.serde.annotation.Serdeable;

/// What sealing anew has done.
///
/// @param resealed entries that another key than the one in use had made, and no longer has
/// @param shut entries that stay as they are: no live key opens them, or they cannot be read
/// @param finished whether all were looked at; else the same command goes on
@Serdeable
public record Resealed(long resealed, long shut, boolean finished) implements PollAnswer {
  public static final Resealed NOTHING = new Resealed(0, 0, true);

  public Resealed plus(Resealed other) {
    return new Resealed(resealed + other.resealed, shut + other.shut, finished && other.finished);
  }

  public Resealed unfinished() {
    return new Resealed(resealed, shut, false);
  }
}
