package io.schemamemory.normalizedeliveries.spill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /// Empty when it is not the queue that invokes, but a schedule or a person; the queue's event has
  /// records alone.
  ///
  /// @throws IllegalArgumentException if the records are not those of SQS
  public static Optional<SpilledMessages> in(@Nullable Object event) {
    return event instanceof Map<?, ?> only
            && only.size() == 1
            && only.get("Records") instanceof List<?> records
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
        "a record is no message of SQS: only the spill queue may invoke this function with records");
  }
}
