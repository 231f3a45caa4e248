package io.schemamemory.bench;

import java.util.List;

/// What `bin/bench` was asked for.
///
/// @param repetitions how often each variant is measured, not counting the warm-up
record Options(int repetitions) {
  static final String USAGE = "usage: bin/bench [--repetitions N]";

  /// Enough for quartiles that mean something, few enough to finish in two minutes.
  private static final Options DEFAULTS = new Options(15);

  Options {
    if (repetitions < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  /// Fails with the usage as its message when the arguments are not understood.
  static Options parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      return DEFAULTS;
    }
    if (arguments.size() != 2 || !arguments.getFirst().equals("--repetitions")) {
      throw new IllegalArgumentException(USAGE);
    }
    try {
      return new Options(Integer.parseInt(arguments.getLast()));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(USAGE, notANumber);
    }
  }

  /// The command that asks for the same.
  String command() {
    return "bin/bench --repetitions " + repetitions;
  }
}
