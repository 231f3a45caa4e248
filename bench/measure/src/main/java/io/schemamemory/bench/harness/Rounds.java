package io.schemamemory.bench.harness;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// Measures variants in turn, so that other load on the machine affects all of them alike.
///
/// @param warmUp rounds before the measured ones, which do not count
public record Rounds(int repetitions, int warmUp, Consumer<String> progress) {
  /// In the first rounds the file cache, pooler and server are cold, and the harness is not
  /// compiled.
  public static final int WARM_UP = 2;

  /// For functions without a compiler limit: they are still being compiled after thousands of
  /// calls.
  public static final int LONG_WARM_UP = 8;

  /// On a machine too busy to finish, a run ends with the rounds measured so far.
  private static final Duration LIMIT = Duration.ofMinutes(20);

  public Rounds(int repetitions) {
    this(repetitions, WARM_UP, System.out::println);
  }

  public <V extends Variant> Timings<V> measure(List<V> variants, ToDoubleFunction<V> millis) {
    Timings<V> times = new Timings<>();
    long began = System.nanoTime();
    for (int round = -warmUp; round < repetitions; round++) {
      StringJoiner line = new StringJoiner("  ");
      for (V variant : TurnOrder.ofRound(round + warmUp, variants)) {
        double measured = millis.applyAsDouble(variant);
        line.add("%s %.3g ms".formatted(variant.name(), measured));
        if (round >= 0) {
          times.add(variant, measured);
        }
      }
      progress.accept(name(round) + "  " + line);
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
