package io.schemamemory.pollauditlog;

import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.job.InvocationCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an invocation is to do; without a command, as the schedule invokes it, it polls.
sealed interface PollCommand {
  /// What the commands look like, for messages.
  String FORMS =
      "the event is {} or a schedule's, or a command: {\"command\":\"replay\"} with one of"
          + " \"quarantined\":true, \"reason\":\"...\","
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

  /// Check the installation and say what to do about each failure; polls nothing.
  record Doctor() implements PollCommand {}

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if it is none of [#FORMS]
  static PollCommand of(@Nullable Object event) {
    return InvocationCommand.read(event, FORMS, new Poll(), PollCommand::read);
  }

  private static PollCommand read(InvocationCommand command) {
    return switch (command.name()) {
      case "replay" -> replay(command);
      case "reseal" -> new Reseal();
      case "doctor" -> new Doctor();
      default -> throw new IllegalArgumentException("unknown command");
    };
  }

  private static Replay replay(InvocationCommand command) {
    if (command.has("entries")) {
      return new Replay(entries(command.ids("entries")), 0);
    }
    long after = command.has("after") ? command.id("after") : 0;
    String field = command.onlyField();
    return switch (field) {
      case "quarantined" ->
          new Replay(command.flag(field, new QuarantineSelection.Everything()), after);
      case "reason" -> new Replay(ofReason(command.text(field)), after);
      default -> throw new IllegalArgumentException("unknown field");
    };
  }

  private static QuarantineSelection ofReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a reason is not blank");
    }
    return new QuarantineSelection.OfReason(reason);
  }

  private static QuarantineSelection entries(List<Long> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("no entry is named");
    }
    return new QuarantineSelection.Entries(ids);
  }
}
