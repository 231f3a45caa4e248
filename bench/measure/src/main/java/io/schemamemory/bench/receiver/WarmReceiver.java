package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchOptions;
import io.schemamemory.bench.harness.MarkdownTable;
import io.schemamemory.bench.harness.Rounds;
import io.schemamemory.bench.harness.Timings;
import java.util.List;
import java.util.Locale;

/// Rows 3 and 4: what storing a webhook costs the database and the warm receiver.
public record WarmReceiver(List<Crowd> crowds) {
  /// The small rows beside the body cost something over a plain insert.
  static final double GOAL_OF_RECEIVE = 0.8;

  /// The event, the signature and the log line cost something over bare SQL.
  static final double GOAL_OF_HANDLER = 0.9;

  private static final List<Integer> CLIENTS = List.of(1, 8, 20);
  private static final int REQUESTS = 4_000;

  /// Each turn is thousands of requests.
  private static final int MOST_REPETITIONS = 7;

  public static WarmReceiver measure(BenchDatabase database, BenchOptions options) {
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    try (StoredWebhooks webhooks = new StoredWebhooks(database)) {
      return new WarmReceiver(
          CLIENTS.stream()
              .map(clients -> Crowd.measure(new Load(clients, REQUESTS), webhooks, rounds))
              .toList());
    }
  }

  public boolean goalIsMet() {
    return alone().share(WarmVariant.RECEIVE, WarmVariant.INSERT) >= GOAL_OF_RECEIVE
        && alone().share(WarmVariant.HANDLER, WarmVariant.RECEIVE) >= GOAL_OF_HANDLER;
  }

  private Crowd alone() {
    return crowds.getFirst();
  }

  /// The measurements with this many clients at once.
  record Crowd(int clients, Timings<WarmVariant> times) {
    static Crowd measure(Load load, StoredWebhooks webhooks, Rounds rounds) {
      return new Crowd(
          load.clients(),
          rounds.measure(List.of(WarmVariant.values()), way -> webhooks.millis(way, load)));
    }

    /// A variant's rate as a share of the floor's.
    double share(WarmVariant way, WarmVariant floor) {
      return times.of(floor).ratioTo(times.of(way));
    }
  }

  public int requests() {
    return REQUESTS;
  }

  public int repetitions() {
    return crowds.getFirst().times().repetitions();
  }

  @Override
  public String toString() {
    MarkdownTable table =
        new MarkdownTable("clients", "way", "is", "of insert", "of receive", "per second");
    crowds.forEach(crowd -> addRows(table, crowd));
    return table + "\n\n" + conclusion();
  }

  private static void addRows(MarkdownTable table, Crowd crowd) {
    for (WarmVariant way : WarmVariant.values()) {
      table.add(
          String.valueOf(crowd.clients()),
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          MarkdownTable.fixed(2, crowd.share(way, WarmVariant.INSERT)),
          MarkdownTable.fixed(2, crowd.share(way, WarmVariant.RECEIVE)),
          MarkdownTable.fixed(0, 1000 / crowd.times().of(way).median()));
    }
  }

  private String conclusion() {
    return "Goals, with one client: receive at least %s of insert, the handler at least %s of receive: %s.\n"
            .formatted(
                MarkdownTable.fixed(1, GOAL_OF_RECEIVE),
                MarkdownTable.fixed(1, GOAL_OF_HANDLER),
                goalIsMet() ? "met" : "MISSED")
        + "The handler reaches %s of the bare driver, which is all there is to save."
            .formatted(
                MarkdownTable.fixed(2, alone().share(WarmVariant.HANDLER, WarmVariant.DRIVER)));
  }
}
