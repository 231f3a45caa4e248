package io.schemamemory.pollauditlog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What is wrong, as far as this function can see.
///
/// @param healthy whether nothing is to be mended
/// @param lines one for each check: `ok`, `mend` with what to do, or `skipped` with why
@Serdeable
public record DoctorAnswer(boolean healthy, List<String> lines) {
  public DoctorAnswer {
    lines = List.copyOf(lines);
  }
}
