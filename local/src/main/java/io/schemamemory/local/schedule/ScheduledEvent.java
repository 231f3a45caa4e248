package io.schemamemory.local.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Schedule;
import io.schemamemory.local.template.Stack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The event for a function that runs on a schedule.
final class ScheduledEvent {
  private ScheduledEvent() {}

  static Payload of(Function function, Schedule schedule, Instant now) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("account", Stack.ACCOUNT);
    event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Stack.REGION);
    String name = function.logicalId() + schedule.name();
    switch (schedule.origin()) {
      case RULE -> {
        event.put("source", "aws.events");
        event.putArray("resources").add(Stack.arn("events", "rule/" + name));
        event.putObject("detail");
      }
      case SCHEDULER -> {
        event.put("source", "aws.scheduler");
        event.putArray("resources").add(Stack.arn("scheduler", "schedule/default/" + name));
        // A string, not an object: that is how EventBridge Scheduler sends it.
        event.put("detail", "{}");
      }
    }
    return Payload.of(event.toString());
  }
}
