package io.schemamemory.planetscale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.event.Event;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import java.time.Instant;

/// Small bodies, and the reader they are given to at one fixed time.
final class Bodies {
  /// Later than every documented payload.
  static final Instant RECEIVED = Instant.parse("2026-10-01T00:00:00Z");

  static final long SECOND = 1777744409;

  private static final EventReader READER = new EventReader();

  private Bodies() {}

  static String body(String event, String resource) {
    return """
        {"timestamp":%d,"event":"%s","organization":"acme","database":"shop","resource":%s}"""
        .formatted(SECOND, event, resource);
  }

  static String branch(String fields) {
    return body("branch.ready", "{\"id\":\"br1\",\"name\":\"main\"" + fields + "}");
  }

  static String deployRequest(String fields) {
    return body(
        "deploy_request.queued",
        "{\"id\":\"dr1\",\"number\":42,\"branch\":\"add-index\",\"into_branch\":\"main\""
            + fields
            + "}");
  }

  static String deployment(String fields) {
    return deployRequest(",\"deployment\":{\"id\":\"run1\"" + fields + "}");
  }

  static EventReading read(byte[] body) {
    return READER.read(body);
  }

  static Event event(String body) {
    return switch (read(body.getBytes(UTF_8))) {
      case Read(Event event) -> event;
      case Unreadable(String reason, var _) -> throw new AssertionError(reason);
    };
  }

  static String reason(byte[] body) {
    return switch (read(body)) {
      case Read(Event event) -> throw new AssertionError("read as " + event);
      case Unreadable(String reason, var _) -> reason;
    };
  }

  static String reason(String body) {
    return reason(body.getBytes(UTF_8));
  }
}
