package io.schemamemory.normalizedeliveries;

import io.schemamemory.data.inbox.DeliverySelection;
import io.schemamemory.job.InvocationCommand;
import org.jspecify.annotations.Nullable;

/// What an invocation by hand asks for; a schedule's event has no command and runs.
sealed interface NormalizeCommand {
  /// What right commands look like, for messages.
  String FORMS =
      "the event is {} or a schedule's, the spill queue's, or a command: {\"command\":\"progress\"},"
          + " or {\"command\":\"replay\"} with one of"
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
  /// @throws IllegalArgumentException if it is none of [#FORMS]
  static NormalizeCommand of(@Nullable Object event) {
    return InvocationCommand.read(event, FORMS, new Run(), NormalizeCommand::read);
  }

  private static NormalizeCommand read(InvocationCommand command) {
    return switch (command.name()) {
      case "progress" -> new Progress();
      case "replay" -> new Replay(selection(command));
      case "verify" -> verify(command);
      default -> throw new IllegalArgumentException("unknown command");
    };
  }

  private static NormalizeCommand verify(InvocationCommand command) {
    if (command.has("after")) {
      return new VerifyAfter(command.id("after"));
    }
    return command.has("deliveries") ? new Verify(deliveries(command)) : new VerifyAfter(0);
  }

  private static DeliverySelection selection(InvocationCommand command) {
    String field = command.onlyField();
    return switch (field) {
      case "everything" -> command.flag(field, new DeliverySelection.Everything());
      case "quarantined" -> command.flag(field, new DeliverySelection.Quarantined());
      case "reason" -> new DeliverySelection.OfReason(command.text(field));
      case "event" -> new DeliverySelection.OfEvent(command.text(field));
      case "deliveries" -> deliveries(command);
      default -> throw new IllegalArgumentException("unknown field");
    };
  }

  private static DeliverySelection.Deliveries deliveries(InvocationCommand command) {
    return new DeliverySelection.Deliveries(command.ids("deliveries"));
  }
}
