package io.schemamemory.operator;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says how a command is used, and what is wrong with a command line.
public final class Usage {
  private Usage() {}

  /// What a command's annotations declare, and `--help` for it and each of its commands.
  public static CommandSpec of(Object command) {
    return CommandSpec.forAnnotatedObject(command)
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("show this")
                .build());
  }

  /// Prints both, where picocli alone would sometimes print only the first.
  ///
  /// @return the exit code
  public static int explain(ParameterException failure) {
    return explain(failure, String.valueOf(failure.getMessage()));
  }

  /// The same, but does not repeat a word that was not expected: it may be a secret in the wrong
  /// place.
  ///
  /// @param secret what the command never takes as a word, such as "a token"
  public static int explainUnseen(ParameterException failure, String secret) {
    return failure instanceof UnmatchedArgumentException
        ? explain(
            failure,
            "there is a word too many; " + secret + " is never one, it comes on standard input")
        : explain(failure);
  }

  private static int explain(ParameterException failure, String what) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println(what);
    line.usage(line.getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
