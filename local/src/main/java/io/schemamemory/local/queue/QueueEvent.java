package io.schemamemory.local.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.QueueMapping;
import io.schemamemory.local.template.Stack;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/// The event for a function that reads a queue.
final class QueueEvent {
  private QueueEvent() {}

  static Payload of(QueueMapping mapping, List<Message> batch) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    batch.forEach(message -> add(records.addObject(), mapping, message));
    return Payload.of(event.toString());
  }

  private static void add(ObjectNode record, QueueMapping mapping, Message message) {
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    record.putObject("messageAttributes");
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", mapping.queueArn());
    record.put("awsRegion", Stack.REGION);
  }
}
