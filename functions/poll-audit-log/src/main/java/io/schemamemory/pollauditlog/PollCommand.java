package io.schemamemory.pollauditlog;

import io.schemamemory.data.audit.QuarantineSelection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an invocation is to do; without a command, as the schedule invokes it, it polls.
sealed interface PollCommand {
  /// What the commands look like, for messages.
  String FORMS =
      "a command is {\"command\":\"replay\"} with one of \"quarantined\":true, \"reason\":\"...\","
          + " each alone or with \"after\":ID, \"entries\":[...]; or {\"command\":\"reseal\"}, or"
          + " {\"command\":\"doctor\"}";

  /// Copy what is new.
  record Poll() implements PollCommand {}

  /// Read quarantined entries again, from their sealed copies.
  ///
  /// @param after the entry to continue after; 0 before the first
  record Replay(QuarantineSelection selection, long after) implements PollCommand {}

  /// Seal and hash again, with the keys in use, what older keys made.
  record Reseal() implements PollCommand {}

  /// Say what is wrong and what to do about it; poll nothing.
  record Doctor() implements PollCommand {}

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if its command is unknown or malformed
  static PollCommand of(@Nullable Map<String, Object> event) {
    if (event == null || !event.containsKey("command")) {
      return new Poll();
    }
    if (event.equals(Map.of("command", "reseal"))) {
      return new Reseal();
    }
    if (event.equals(Map.of("command", "doctor"))) {
      return new Doctor();
    }
    if (Objects.equals(event.get("command"), "replay")) {
      return replay(event);
    }
    throw new IllegalArgumentException(FORMS);
  }

  private static Replay replay(Map<String, Object> event) {
    Map<String, Object> rest = new HashMap<>(event);
    rest.remove("command");
    @Nullable Object after = rest.remove("after");
    if (rest.size() != 1) {
      throw new IllegalArgumentException(FORMS);
    }
    Map.Entry<String, Object> selected = rest.entrySet().iterator().next();
    return switch (selection(selected.getKey(), selected.getValue())) {
      case QuarantineSelection.Entries entries when after == null -> new Replay(entries, 0);
      case QuarantineSelection.Entries _ -> throw new IllegalArgumentException(FORMS);
      case QuarantineSelection many -> new Replay(many, after == null ? 0 : id(after));
    };
  }

  private static QuarantineSelection selection(String name, Object value) {
    if (name.equals("quarantined") && Boolean.TRUE.equals(value)) {
      return new QuarantineSelection.Everything();
    }
    if (name.equals("reason") && value instanceof String reason && !reason.isBlank()) {
      return new QuarantineSelection.OfReason(reason);
    }
    if (name.equals("entries") && value instanceof List<?> ids && !ids.isEmpty()) {
      return new QuarantineSelection.Entries(ids.stream().map(PollCommand::id).toList());
    }
    throw new IllegalArgumentException(FORMS);
  }

  private static long id(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException(FORMS);
  }
}
