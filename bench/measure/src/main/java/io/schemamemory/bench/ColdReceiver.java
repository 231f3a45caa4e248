package io.schemamemory.bench;

import io.schemamemory.local.runtime.RuntimeClient;

/// Row 1: from the start of the receiver's process to its first answer.
record ColdReceiver(Receivers receivers, Times<Variant> times) {
  /// What a checked signature, checked settings and a log line may cost over the bare minimum.
  static final double GOAL = 1.25;

  /// Fails when a process does not answer 2xx, or a webhook answered so is not stored.
  static ColdReceiver measure(
      Receivers receivers, MigratedDatabase database, RuntimeClient client, Rounds rounds) {
    ColdStart coldStart = new ColdStart(client);
    FreshWebhooks webhooks = new FreshWebhooks();
    Times<Variant> times =
        rounds.measure(receivers.all(), variant -> coldStart.millis(variant, webhooks.next()));
    int expected = (Rounds.WARM_UP + times.repetitions()) * receivers.all().size();
    if (database.deliveries() != expected) {
      throw new IllegalStateException(
          "%d webhooks were answered 2xx, %d stored".formatted(expected, database.deliveries()));
    }
    return new ColdReceiver(receivers, times);
  }

  boolean goalIsMet() {
    return ratio(receivers.ours()) <= GOAL;
  }

  private double ratio(Variant variant) {
    return times.of(variant).ratioTo(times.of(receivers.floor()));
  }

  @Override
  public String toString() {
    Table table = new Table("variant", "is", "x floor", "median ms", "quartiles ms", "lib MB");
    for (Variant variant : receivers.all()) {
      Spread spread = times.of(variant);
      table.add(
          variant.name(),
          variant.what(),
          Table.fixed(2, ratio(variant)),
          Table.fixed(0, spread.median()),
          Table.fixed(0, spread.lowerQuartile()) + "–" + Table.fixed(0, spread.upperQuartile()),
          Table.fixed(1, variant.megabytes()));
    }
    return table + "\n\n" + verdict();
  }

  private String verdict() {
    return "Goal: ours at most %s times the floor: %s, it is %s times."
        .formatted(
            Table.fixed(2, GOAL),
            goalIsMet() ? "met" : "MISSED",
            Table.fixed(2, ratio(receivers.ours())));
  }
}
