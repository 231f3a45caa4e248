package io.schemamemory.bench;

import java.util.List;

/// What `bin/bench` was asked for.
///
/// @param repetitions how often each variant is measured, not counting the warm-up
/// @param rows how many rows the month has that is dropped
/// @param observations how many a full memory has
/// @param entries how many a long audit log has
record Options(int repetitions, int rows, int observations, int entries) {
  static final String USAGE =
      "usage: bin/bench [--repetitions N] [--rows N] [--observations N] [--entries N]";

  /// Enough for quartiles that mean something, few enough to finish in a few minutes.
  private static final Options DEFAULTS = new Options(15, 1_000_000, 5_000_000, 100_000);

  Options {
    if (repetitions < 1 || rows < 1 || observations < 1 || entries < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  /// Fails with the usage as its message when the arguments are not understood.
  static Options parse(List<String> arguments) {
    if (arguments.size() % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    Options options = DEFAULTS;
    for (int i = 0; i < arguments.size(); i += 2) {
      int number = number(arguments.get(i + 1));
      options =
          switch (arguments.get(i)) {
            case "--repetitions" ->
                new Options(number, options.rows, options.observations, options.entries);
            case "--rows" ->
                new Options(options.repetitions, number, options.observations, options.entries);
            case "--observations" ->
                new Options(options.repetitions, options.rows, number, options.entries);
            case "--entries" ->
                new Options(options.repetitions, options.rows, options.observations, number);
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

  /// The command that asks for the same.
  String command() {
    return "bin/bench --repetitions "
        + repetitions
        + (rows == DEFAULTS.rows ? "" : " --rows " + rows)
        + (observations == DEFAULTS.observations ? "" : " --observations " + observations)
        + (entries == DEFAULTS.entries ? "" : " --entries " + entries);
  }
}
