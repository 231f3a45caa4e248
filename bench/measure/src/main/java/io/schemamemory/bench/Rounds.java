package io.schemamemory.bench;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// Measures variants in turn, so that whatever else the machine does meets all of them alike.
///
/// @param warmUp as many rounds come first, which do not count
record Rounds(int repetitions, int warmUp, Consumer<String> progress) {
  /// The first rounds meet a cold file cache, pooler and server, and a harness not yet compiled.
  static final int WARM_UP = 2;

  /// What compiles to the end compiles until it has seen thousands.
  static final int LONG_WARM_UP = 8;

  /// A run on a machine too busy to finish ends with the rounds it has.
  private static final Duration LIMIT = Duration.ofMinutes(20);

  Rounds(int repetitions) {
    this(repetitions, WARM_UP, System.out::println);
  }

  <V extends Contender> Times<V> measure(List<V> variants, ToDoubleFunction<V> millis) {
    Times<V> times = new Times<>();
    long began = System.nanoTime();
    for (int round = -warmUp; round < repetitions; round++) {
      StringJoiner told = new StringJoiner("  ");
      for (V variant : Turns.ofRound(round + warmUp, variants)) {
        double measured = millis.applyAsDouble(variant);
        told.add("%s %.3g ms".formatted(variant.name(), measured));
        if (round >= 0) {
          times.add(variant, measured);
        }
      }
      progress.accept(name(round) + "  " + told);
      if (times.repetitions() > 0 && System.nanoTime() - began > LIMIT.toNanos()) {
        progress.accept("stopped after " + LIMIT.toMinutes() + " minutes");
        break;
      }
    }
    return times;
  }

  private String name(int round) {
    return round < 0 ? "warm-up" : "round %d/%d".formatted(round + 1, repetitions);
  }
}
