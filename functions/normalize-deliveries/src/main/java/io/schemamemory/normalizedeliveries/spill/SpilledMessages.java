package io.schemamemory.normalizedeliveries.spill;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages of an invocation by the spill queue.
public record SpilledMessages(List<Message> messages) {
  private static final String SQS = "aws:sqs";

  /// One message.
  ///
  /// @param id what the answer names it by
  record Message(String id, String body) {}

  public SpilledMessages {
    messages = List.copyOf(messages);
  }

  /// Empty when no queue invokes: then it is a schedule, or somebody by hand.
  ///
  /// @throws IllegalArgumentException if something else than SQS sends records
  public static Optional<SpilledMessages> in(Map<String, Object> event) {
    return event.get("Records") instanceof List<?> records
        ? Optional.of(new SpilledMessages(records.stream().map(SpilledMessages::message).toList()))
        : Optional.empty();
  }

  private static Message message(Object record) {
    if (record instanceof Map<?, ?> fields
        && SQS.equals(fields.get("eventSource"))
        && fields.get("messageId") instanceof String id
        && fields.get("body") instanceof String body) {
      return new Message(id, body);
    }
    throw new IllegalArgumentException(
        "a record that is no message of SQS: invoke this function with the spill queue's alone");
  }
}
