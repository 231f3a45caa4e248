package io.schemamemory.poll;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an invocation asks for; a schedule's event asks for nothing and polls.
enum Command {
  /// Read what is new.
  POLL,
  /// Say what is wrong, and poll nothing.
  DOCTOR;

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if it has a command, but none of ours
  static Command of(@Nullable Map<String, Object> event) {
    if (event == null || !event.containsKey("command")) {
      return POLL;
    }
    if (event.equals(Map.of("command", "doctor"))) {
      return DOCTOR;
    }
    throw new IllegalArgumentException("a command is {\"command\":\"doctor\"} and nothing else");
  }
}
