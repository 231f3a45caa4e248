package io.schemamemory.local.runtime;

import java.time.Duration;

/// An event while functions are served; all go to the log file, some to the console.
public sealed interface RunEvent {
  /// As a log line.
  String line();

  /// A process of a function wrote a line.
  record Output(String function, String text) implements RunEvent {
    @Override
    public String line() {
      return function + " | " + text;
    }
  }

  /// A new process gave its first response.
  record ColdStarted(String function, Duration took) implements RunEvent {
    @Override
    public String line() {
      return "cold start " + function + " " + took.toMillis() + " ms";
    }
  }

  /// An invocation ended.
  record Invoked(String function, InvocationOutcome outcome, Duration took) implements RunEvent {
    @Override
    public String line() {
      return function + " " + outcome.summary() + " in " + took.toMillis() + " ms";
    }
  }

  /// The runner itself failed at something.
  record Problem(String line) implements RunEvent {}
}
