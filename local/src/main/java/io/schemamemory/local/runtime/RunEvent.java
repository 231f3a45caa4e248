package io.schemamemory.local.runtime;

import java.time.Duration;

/// Something that happened while functions were served: for their log, and in part for a person.
public sealed interface RunEvent {
  /// As one line of a log.
  String line();

  /// A process of a function wrote a line.
  record Output(String function, String text) implements RunEvent {
    @Override
    public String line() {
      return function + " | " + text;
    }
  }

  /// A new process gave its first answer.
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

  /// The runner itself could not do something.
  record Problem(String line) implements RunEvent {}
}
