package io.schemamemory.pollauditlog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What is wrong, as far as this function can see.
///
/// @param healthy whether no check failed
/// @param lines one for each check: `ok`, `fail` with what to do, or `skipped` with why
@Serdeable
public record DoctorAnswer(boolean healthy, List<String> lines) {
  public DoctorAnswer {
    lines = List.copyOf(lines);
  }
}
