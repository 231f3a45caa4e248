package io.schemamemory.normalizedeliveries;

import io.schemamemory.data.inbox.DeliverySelection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an invocation by hand asks for; a schedule's event asks for nothing and runs.
sealed interface NormalizeCommand {
  /// What right commands look like, for messages.
  String FORMS =
      "a command is {\"command\":\"progress\"} or {\"command\":\"replay\"} with one of"
          + " \"everything\":true, \"quarantined\":true, \"reason\":\"...\", \"event\":\"...\","
          + " \"deliveries\":[...]; or {\"command\":\"verify\"}, alone or with one of \"after\":ID,"
          + " \"deliveries\":[...]";

  /// Normalize what is pending.
  record Run() implements NormalizeCommand {}

  /// Say how far the replays are.
  record Progress() implements NormalizeCommand {}

  /// Normalize again what has been received.
  record Replay(DeliverySelection selection) implements NormalizeCommand {}

  /// Verify again what was stored after a delivery; after 0, everything.
  record VerifyAfter(long delivery) implements NormalizeCommand {}

  /// Verify these deliveries again.
  record Verify(DeliverySelection.Deliveries selection) implements NormalizeCommand {}

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if it has a command, but none of ours
  static NormalizeCommand of(@Nullable Map<String, Object> event) {
    if (event == null || !event.containsKey("command")) {
      return new Run();
    }
    if (event.equals(Map.of("command", "progress"))) {
      return new Progress();
    }
    if (event.size() == 2 && Objects.equals(event.get("command"), "replay")) {
      return new Replay(selection(event));
    }
    if (event.size() <= 2 && Objects.equals(event.get("command"), "verify")) {
      return verify(event);
    }
    throw new IllegalArgumentException(FORMS);
  }

  private static NormalizeCommand verify(Map<String, Object> event) {
    if (event.size() == 1) {
      return new VerifyAfter(0);
    }
    if (event.containsKey("after")) {
      return new VerifyAfter(id(event.get("after")));
    }
    if (selection(event) instanceof DeliverySelection.Deliveries deliveries) {
      return new Verify(deliveries);
    }
    throw new IllegalArgumentException(FORMS);
  }

  private static DeliverySelection selection(Map<String, Object> event) {
    try {
      return event.entrySet().stream()
          .filter(entry -> !entry.getKey().equals("command"))
          .map(entry -> selection(entry.getKey(), entry.getValue()))
          .findFirst()
          .orElseThrow();
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(FORMS, malformed);
    }
  }

  private static DeliverySelection selection(String name, Object value) {
    return switch (name) {
      case "everything" -> flag(value, new DeliverySelection.Everything());
      case "quarantined" -> flag(value, new DeliverySelection.Quarantined());
      case "reason" -> new DeliverySelection.OfReason(text(value));
      case "event" -> new DeliverySelection.OfEvent(text(value));
      case "deliveries" -> new DeliverySelection.Deliveries(ids(value));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static DeliverySelection flag(Object value, DeliverySelection selection) {
    if (value.equals(true)) {
      return selection;
    }
    throw new IllegalArgumentException("nothing is selected but by true");
  }

  private static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("not a text");
  }

  private static List<Long> ids(Object value) {
    if (value instanceof List<?> ids) {
      return ids.stream().map(NormalizeCommand::id).toList();
    }
    throw new IllegalArgumentException("not a list");
  }

  private static Long id(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException(FORMS);
  }
}
