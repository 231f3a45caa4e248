package io.schemamemory.local;

import java.util.List;
import java.util.Set;

/// The command-line options of `bin/try`.
///
/// @param demo play the demo and exit, instead of serving
/// @param verbose show what the functions log
record TryOptions(boolean demo, boolean verbose) {
  private static final String DEMO = "--demo";
  private static final String VERBOSE = "--verbose";

  /// Fails with an `IllegalArgumentException` that names an unknown option.
  static TryOptions of(List<String> arguments) {
    for (String argument : arguments) {
      if (!Set.of(DEMO, VERBOSE).contains(argument)) {
        throw new IllegalArgumentException(
            "unknown option " + argument + ": bin/try --help lists the options");
      }
    }
    return new TryOptions(arguments.contains(DEMO), arguments.contains(VERBOSE));
  }
}
