package io.schemamemory.applyretention;

import io.schemamemory.job.InvocationCommand;
import org.jspecify.annotations.Nullable;

/// What an invocation is to do; without a command, as the schedule invokes it, it applies the
/// policies.
enum RetentionCommand {
  /// Make months and drop expired ones.
  APPLY,
  /// Say what a run would do, and change nothing.
  PLAN;

  /// What right events look like, for messages.
  static final String FORMS =
      "the event is {} or a schedule's, which applies the policies, or {\"command\":\"plan\"}, which"
          + " says what that would do";

  /// Reads an invocation's event.
  ///
  /// @throws IllegalArgumentException if it is none of [#FORMS]: a misspelt `plan` must drop
  ///     nothing
  static RetentionCommand of(@Nullable Object event) {
    return InvocationCommand.read(event, FORMS, APPLY, RetentionCommand::read);
  }

  private static RetentionCommand read(InvocationCommand command) {
    if (command.name().equals("plan")) {
      return PLAN;
    }
    throw new IllegalArgumentException("unknown command");
  }
}
