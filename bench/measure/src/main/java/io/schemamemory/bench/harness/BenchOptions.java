package io.schemamemory.bench.harness;

import java.util.List;

/// The options of `bin/bench`.
///
/// @param repetitions how often each variant is measured, not counting the warm-up
/// @param rows rows of the month that is dropped
/// @param observations observations in a full memory
/// @param entries entries of a long audit log
public record BenchOptions(int repetitions, int rows, int observations, int entries) {
  static final String USAGE =
      "usage: bin/bench [--repetitions N] [--rows N] [--observations N] [--entries N]";

  /// Enough for quartiles that mean something, few enough to finish in a few minutes.
  private static final BenchOptions DEFAULTS = new BenchOptions(15, 1_000_000, 5_000_000, 100_000);

  public BenchOptions {
    if (repetitions < 1 || rows < 1 || observations < 1 || entries < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  /// Throws with the usage as its message if an argument is not understood.
  public static BenchOptions parse(List<String> arguments) {
    if (arguments.size() % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    BenchOptions options = DEFAULTS;
    for (int i = 0; i < arguments.size(); i += 2) {
      int number = number(arguments.get(i + 1));
      options =
          switch (arguments.get(i)) {
            case "--repetitions" ->
                new BenchOptions(number, options.rows, options.observations, options.entries);
            case "--rows" ->
                new BenchOptions(
                    options.repetitions, number, options.observations, options.entries);
            case "--observations" ->
                new BenchOptions(options.repetitions, options.rows, number, options.entries);
            case "--entries" ->
                new BenchOptions(options.repetitions, options.rows, options.observations, number);
            default -> throw new IllegalArgumentException(USAGE);
          };
    }
    return options;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(USAGE, notANumber);
    }
  }

  /// The command line that gives these options.
  public String command() {
    return "bin/bench --repetitions "
        + repetitions
        + (rows == DEFAULTS.rows ? "" : " --rows " + rows)
        + (observations == DEFAULTS.observations ? "" : " --observations " + observations)
        + (entries == DEFAULTS.entries ? "" : " --entries " + entries);
  }
}
