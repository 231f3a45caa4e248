package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/// An answer of the stand-in, and how it is sent.
public record StandInReply(
    int status, Map<String, String> headers, String body, Delivery delivery) {
  /// How an answer is sent.
  public enum Delivery {
    WHOLE,
    /// Half of the body, then the connection ends.
    CUT,
    /// Half of the body, then nothing more.
    STALLED,
    /// Nothing at all, for as long as the stand-in runs.
    HANGING,
    /// The connection closes without a byte.
    CLOSED
  }

  public StandInReply {
    headers = Map.copyOf(headers);
  }

  static StandInReply json(int status, String body) {
    return new StandInReply(
        status, Map.of("Content-Type", "application/json"), body, Delivery.WHOLE);
  }

  static StandInReply ok(ObjectNode body) {
    return json(200, body.toString());
  }

  /// An error as PlanetScale writes it.
  public static StandInReply error(int status, String code, String message) {
    return json(status, Json.object().put("code", code).put("message", message).toString());
  }

  static StandInReply notFound() {
    return error(404, "not_found", "Not Found");
  }

  static StandInReply noContent() {
    return new StandInReply(204, Map.of(), "", Delivery.WHOLE);
  }

  /// This answer, sent in another way.
  public StandInReply delivered(Delivery how) {
    return new StandInReply(status, headers, body, how);
  }

  /// This answer with another body.
  public StandInReply saying(String other) {
    return new StandInReply(status, headers, other, delivery);
  }

  /// This answer with one more header.
  public StandInReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new StandInReply(status, more, body, delivery);
  }
}
