package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A failure of one answer.
@FunctionalInterface
public interface Fault {
  /// The answer instead.
  ///
  /// @param genuine the answer without the failure
  /// @param previous the last good answer on the same path, or this one
  StandInReply instead(StandInReply genuine, StandInReply previous);

  /// An error as PlanetScale writes it.
  static Fault status(int status) {
    return (_, _) -> StandInReply.error(status, code(status), "scripted");
  }

  /// An error with the header `Retry-After`.
  static Fault retryAfter(int status, String value) {
    return (_, _) ->
        StandInReply.error(status, code(status), "scripted").with("Retry-After", value);
  }

  /// An HTML error page, as from a proxy.
  static Fault html(int status) {
    return (_, _) ->
        new StandInReply(
            status,
            Map.of("Content-Type", "text/html; charset=utf-8"),
            "<html><body><h1>" + status + "</h1></body></html>",
            Delivery.WHOLE);
  }

  /// A redirect to another address.
  static Fault redirect(String location) {
    return (_, _) -> new StandInReply(302, Map.of("Location", location), "", Delivery.WHOLE);
  }

  /// A failure of the connection.
  static Fault delivery(Delivery how) {
    return (genuine, _) -> genuine.delivered(how);
  }

  /// Half of the JSON, as if complete.
  static Fault truncatedJson() {
    return (genuine, _) -> genuine.saying(genuine.body().substring(0, genuine.body().length() / 2));
  }

  /// JSON that is too long to read and compresses badly.
  static Fault oversized(int bytes) {
    byte[] random = new byte[bytes];
    new Random(1).nextBytes(random);
    return (genuine, _) ->
        genuine.saying("{\"padding\":\"" + Base64.getEncoder().encodeToString(random) + "\"}");
  }

  /// The previous page once more.
  static Fault previousPage() {
    return (_, previous) -> previous;
  }

  /// The right items in the wrong order.
  static Fault reversedPage() {
    return (genuine, _) -> genuine.saying(reversed(Json.object(genuine.body())).toString());
  }

  /// A page without items that claims to be the last.
  static Fault emptyPage() {
    return (genuine, _) ->
        genuine.saying(
            Json.withData(
                    Json.object(genuine.body())
                        .put("has_next", false)
                        .putNull("cursor_start")
                        .putNull("cursor_end")
                        .putNull("next_page"),
                    List.of())
                .toString());
  }

  /// A page without items that promises more, after a cursor never given before.
  static Fault emptyPageWithMore() {
    AtomicLong pages = new AtomicLong();
    return (_, _) ->
        StandInReply.ok(
            Json.withData(
                Json.object()
                    .put("type", "list")
                    .put("has_next", true)
                    .putNull("cursor_start")
                    .put("cursor_end", "empty" + pages.incrementAndGet()),
                List.of()));
  }

  /// The first pages over and over, the last of them leading back to the first.
  ///
  /// @param newCursors whether each page names a cursor never given before
  static Fault circle(int pages, boolean newCursors) {
    List<StandInReply> shown = new ArrayList<>();
    AtomicInteger requests = new AtomicInteger();
    return (genuine, _) -> {
      int request = requests.getAndIncrement();
      if (shown.size() < pages) {
        shown.add(genuine);
      }
      StandInReply page = shown.get(request % pages);
      ObjectNode list = Json.object(page.body()).put("has_next", true);
      boolean made = newCursors && request >= pages - 1;
      return page.saying((made ? list.put("cursor_end", "new" + request) : list).toString());
    };
  }

  /// As if the cursor's entry had expired.
  static Fault expiredCursor() {
    return (_, _) -> StandInReply.notFound();
  }

  /// Runs an action just before the genuine answer is sent, such as adding an entry; the answer
  /// does not show it.
  static Fault meanwhile(Runnable something) {
    return (genuine, _) -> {
      something.run();
      return genuine;
    };
  }

  private static ObjectNode reversed(ObjectNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.path("data").forEach(items::add);
    Collections.reverse(items);
    return Json.withData(list, items.stream().map(JsonNode::toString).toList());
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "bad_request";
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 422 -> "unprocessable";
      case 429 -> "too_many_requests";
      case 503 -> "service_unavailable";
      default -> "internal_server_error";
    };
  }
}
