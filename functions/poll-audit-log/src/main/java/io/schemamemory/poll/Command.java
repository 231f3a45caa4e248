package io.schemamemory.poll;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an invocation by hand asks for; a schedule's event asks for nothing and polls.
sealed interface Command {
  /// What right commands look like, for messages.
  String FORMS = "a command is {\"command\":\"reseal\"} or {\"command\":\"doctor\"}";

  /// Copy what is new.
  record Poll() implements Command {}

  /// Seal and hash anew what other keys than those in use have made.
  record Reseal() implements Command {}

  /// Say what is wrong and what to do, and poll nothing.
  record Doctor() implements Command {}

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if it has a command, but none of ours
  static Command of(@Nullable Map<String, Object> event) {
    if (event == null || !event.containsKey("command")) {
      return new Poll();
    }
    if (event.equals(Map.of("command", "reseal"))) {
      return new Reseal();
    }
    if (event.equals(Map.of("command", "doctor"))) {
      return new Doctor();
    }
    throw new IllegalArgumentException(FORMS);
  }
}
