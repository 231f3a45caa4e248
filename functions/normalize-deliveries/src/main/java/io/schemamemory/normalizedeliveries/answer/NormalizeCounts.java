package io.schemamemory.normalizedeliveries.answer;

import io.micronaut.serde.annotation.Serdeable;
import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Recorded;
import java.util.Map;

/// What a run did.
///
/// @param normalized deliveries that became observations, the unknown ones included
/// @param unknown deliveries of events this version does not know
/// @param quarantined deliveries that could not be read
/// @param failed deliveries whose write failed; they are tried again one at a time
@Serdeable
public record NormalizeCounts(int normalized, int unknown, int quarantined, int failed)
    implements NormalizeAnswer, Recorded {
  public static final NormalizeCounts NONE = new NormalizeCounts(0, 0, 0, 0);

  public NormalizeCounts plus(NormalizeCounts other) {
    return new NormalizeCounts(
        normalized + other.normalized,
        unknown + other.unknown,
        quarantined + other.quarantined,
        failed + other.failed);
  }

  @Override
  public Outcome outcome() {
    return failed == 0 ? Outcome.DONE : Outcome.FAILED;
  }

  @Override
  public Map<String, Long> numbers() {
    return Map.of(
        "normalized", (long) normalized,
        "unknown", (long) unknown,
        "quarantined", (long) quarantined,
        "failed", (long) failed);
  }
}
