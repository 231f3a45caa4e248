package io.schemamemory.operator;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Says what is wrong with a command line, and how the command is used.
public final class Usage {
  private Usage() {}

  /// Prints both, where picocli alone would sometimes print only the first.
  ///
  /// @return the exit code
  public static int explain(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println(failure.getMessage());
    line.usage(line.getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
