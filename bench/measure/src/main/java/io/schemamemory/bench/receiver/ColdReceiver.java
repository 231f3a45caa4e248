package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Quartiles;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import io.schemamemory.local.runtime.RuntimeClient;

/// Row 1: from the start of the receiver's process to its first answer.
public record ColdReceiver(ColdVariants receivers, Timings<ColdVariant> times) {
  /// What checking signature and settings and writing a log line may cost over the bare minimum.
  static final double GOAL = 1.25;

  /// Fails if a process does not answer 2xx, or if a webhook answered 2xx is not stored.
  public static ColdReceiver measure(
      ColdVariants receivers, BenchDatabase database, RuntimeClient client, Rounds rounds) {
    ColdStart coldStart = new ColdStart(client);
    UniqueWebhooks webhooks = new UniqueWebhooks();
    Timings<ColdVariant> times =
        rounds.measure(receivers.all(), variant -> coldStart.millis(variant, webhooks.next()));
    int expected = (Rounds.WARM_UP + times.repetitions()) * receivers.all().size();
    if (database.deliveries() != expected) {
      throw new IllegalStateException(
          "%d webhooks were answered 2xx, %d stored".formatted(expected, database.deliveries()));
    }
    return new ColdReceiver(receivers, times);
  }

  public boolean goalIsMet() {
    return ratio(receivers.ours()) <= GOAL && ratio(receivers.layer()) <= GOAL;
  }

  private double ratio(ColdVariant variant) {
    return times.of(variant).ratioTo(times.of(receivers.floor()));
  }

  @Override
  public String toString() {
    MarkdownTable table =
        new MarkdownTable("variant", "is", "x floor", "median ms", "quartiles ms", "lib MB");
    for (ColdVariant variant : receivers.all()) {
      Quartiles spread = times.of(variant);
      table.add(
          variant.name(),
          variant.what(),
          MarkdownTable.fixed(2, ratio(variant)),
          MarkdownTable.fixed(0, spread.median()),
          MarkdownTable.fixed(0, spread.lowerQuartile())
              + "–"
              + MarkdownTable.fixed(0, spread.upperQuartile()),
          MarkdownTable.fixed(1, variant.megabytes()));
    }
    return table + "\n\n" + conclusion();
  }

  private String conclusion() {
    return "Goal: ours, with and without AWS's layer, at most %s times the floor: %s, it is %s and %s times."
        .formatted(
            MarkdownTable.fixed(2, GOAL),
            goalIsMet() ? "met" : "MISSED",
            MarkdownTable.fixed(2, ratio(receivers.layer())),
            MarkdownTable.fixed(2, ratio(receivers.ours())));
  }
}
