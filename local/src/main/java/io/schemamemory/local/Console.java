package io.schemamemory.local;

import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.RunEvent;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The console of a run; the log file gets everything the functions log.
///
/// Failures and errors are always shown, other log lines only if asked for.
final class Console {
  private final Consumer<String> screen;
  private final LogFile log;
  private final TryOptions options;
  private final InvocationLines invocations;

  /// @param logPath the path of the log file, for messages
  Console(Consumer<String> screen, LogFile log, Path logPath, TryOptions options) {
    this.screen = screen;
    this.log = log;
    this.options = options;
    this.invocations = new InvocationLines(logPath);
  }

  Reports reports() {
    return new Reports(screen, this::accept);
  }

  private void accept(RunEvent event) {
    log.write(event.line());
    switch (event) {
      case RunEvent.Output output -> {
        invocations.remember(output);
        show(output);
      }
      case RunEvent.ColdStarted _ -> showIfVerbose(event);
      case RunEvent.Invoked invoked -> show(invoked);
      case RunEvent.Problem problem -> screen.accept(problem.line());
    }
  }

  /// Errors are always shown, because not every one fails the invocation.
  private void show(RunEvent.Output output) {
    if (options.verbose()) {
      screen.accept(output.line());
    } else {
      Cause.errorIn(output.text())
          .ifPresent(message -> screen.accept(output.function() + " error: " + message));
    }
  }

  private void showIfVerbose(RunEvent event) {
    if (options.verbose()) {
      screen.accept(event.line());
    }
  }

  /// The demo prints the responses itself.
  private void show(RunEvent.Invoked invoked) {
    boolean answered = invoked.outcome() instanceof InvocationOutcome.Answered;
    if (!answered || !options.demo()) {
      screen.accept(invocations.of(invoked));
    }
  }
}
