package io.schemamemory.bench;

import java.util.List;
import java.util.Locale;

/// Rows 3 and 4: what keeping a webhook costs the database and the receiver, once warm.
record WarmReceiver(List<Crowd> crowds) {
  /// The small rows beside the body cost something over a plain insert.
  static final double GOAL_OF_RECEIVE = 0.8;

  /// The event, the signature and the log line cost something over bare SQL.
  static final double GOAL_OF_HANDLER = 0.9;

  private static final List<Integer> CLIENTS = List.of(1, 8, 20);
  private static final int REQUESTS = 4_000;

  /// Each turn is thousands of requests.
  private static final int MOST_REPETITIONS = 7;

  static WarmReceiver measure(MigratedDatabase database, Options options) {
    Rounds rounds = new Rounds(Math.min(options.repetitions(), MOST_REPETITIONS));
    try (KeptWebhooks webhooks = new KeptWebhooks(database)) {
      return new WarmReceiver(
          CLIENTS.stream()
              .map(clients -> Crowd.measure(new Load(clients, REQUESTS), webhooks, rounds))
              .toList());
    }
  }

  boolean goalIsMet() {
    return alone().share(Receiving.RECEIVE, Receiving.INSERT) >= GOAL_OF_RECEIVE
        && alone().share(Receiving.HANDLER, Receiving.RECEIVE) >= GOAL_OF_HANDLER;
  }

  private Crowd alone() {
    return crowds.getFirst();
  }

  /// So many clients at once.
  record Crowd(int clients, Times<Receiving> times) {
    static Crowd measure(Load load, KeptWebhooks webhooks, Rounds rounds) {
      return new Crowd(
          load.clients(),
          rounds.measure(List.of(Receiving.values()), way -> webhooks.millis(way, load)));
    }

    /// How much of another way's rate a way reaches.
    double share(Receiving way, Receiving floor) {
      return times.of(floor).ratioTo(times.of(way));
    }
  }

  int requests() {
    return REQUESTS;
  }

  int repetitions() {
    return crowds.getFirst().times().repetitions();
  }

  @Override
  public String toString() {
    Table table = new Table("clients", "way", "is", "of insert", "of receive", "per second");
    crowds.forEach(crowd -> addRows(table, crowd));
    return table + "\n\n" + verdict();
  }

  private static void addRows(Table table, Crowd crowd) {
    for (Receiving way : Receiving.values()) {
      table.add(
          String.valueOf(crowd.clients()),
          way.name().toLowerCase(Locale.ROOT),
          way.what(),
          Table.fixed(2, crowd.share(way, Receiving.INSERT)),
          Table.fixed(2, crowd.share(way, Receiving.RECEIVE)),
          Table.fixed(0, 1000 / crowd.times().of(way).median()));
    }
  }

  private String verdict() {
    return "Goals, with one client: receive at least %s of insert, the handler at least %s of receive: %s.\n"
            .formatted(
                Table.fixed(1, GOAL_OF_RECEIVE),
                Table.fixed(1, GOAL_OF_HANDLER),
                goalIsMet() ? "met" : "MISSED")
        + "The handler reaches %s of the bare driver, which is all there is to save."
            .formatted(Table.fixed(2, alone().share(Receiving.HANDLER, Receiving.DRIVER)));
  }
}
