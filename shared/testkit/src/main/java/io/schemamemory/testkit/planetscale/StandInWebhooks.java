package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A database's webhooks: created and changed as at PlanetScale, but they deliver nothing.
public final class StandInWebhooks {
  private static final int MOST = 5;
  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(20);
  private static final Set<String> FIELDS =
      Set.of("url", "enabled", "events", "authorization_header");

  private final InstantSource clock;
  private final Map<String, ObjectNode> webhooks = new LinkedHashMap<>();
  private Instant lastTest = Instant.MIN;
  private int made;

  StandInWebhooks(InstantSource clock) {
    this.clock = clock;
  }

  /// Changes a webhook as PlanetScale does, for example after failures.
  public synchronized void update(String id, String fields) {
    webhook(id).orElseThrow().setAll(Json.object(fields));
  }

  /// Registers an enabled webhook, as if by the API.
  ///
  /// @return its id
  public synchronized String register(String url) {
    ObjectNode webhook = made();
    webhook.put("url", url).put("enabled", true);
    return webhook.path("id").asText();
  }

  /// All webhooks, in PlanetScale's format.
  public synchronized List<String> all() {
    return webhooks.values().stream().map(ObjectNode::toString).toList();
  }

  synchronized StandInReply answer(StandInRequest request) {
    if (request.asks("GET")) {
      return request.with("read_database", () -> NumberedPages.of(request, all()));
    }
    if (request.asks("POST")) {
      return request.with("write_database", () -> create(request));
    }
    Optional<ObjectNode> webhook =
        request.path().isEmpty() ? Optional.empty() : webhook(request.path().getFirst());
    return webhook.map(found -> answer(request, found)).orElseGet(StandInReply::notFound);
  }

  private StandInReply answer(StandInRequest request, ObjectNode webhook) {
    if (request.asks("GET", "*")) {
      return request.with("read_database", () -> StandInReply.ok(webhook));
    }
    if (request.asks("PATCH", "*")) {
      return request.with("write_database", () -> change(request, webhook, 200));
    }
    if (request.asks("DELETE", "*")) {
      return request.with("write_database", () -> delete(webhook));
    }
    return request.asks("POST", "*", "test")
        ? request.with("write_database", () -> test(webhook))
        : StandInReply.notFound();
  }

  private StandInReply create(StandInRequest request) {
    if (webhooks.size() == MOST) {
      return unprocessable("at most " + MOST + " webhooks");
    }
    ObjectNode webhook = made();
    StandInReply reply = change(request, webhook, 201);
    if (reply.status() != 201) {
      delete(webhook);
    }
    return reply;
  }

  /// A webhook that is not enabled; PlanetScale leaves that to its creator.
  private ObjectNode made() {
    String id = Ids.of("webhook", made++);
    String now = StandInTimes.iso(clock.instant());
    ObjectNode webhook = Json.object().put("id", id);
    webhook.put("secret", secret(id)).put("authorization_header_configured", false);
    webhook.put("enabled", false).put("last_sent_result", "").put("last_sent_success", false);
    webhook.putNull("last_sent_at").put("created_at", now).put("updated_at", now);
    webhook.putArray("events");
    webhooks.put(id, webhook);
    return webhook;
  }

  private StandInReply change(StandInRequest request, ObjectNode webhook, int status) {
    ObjectNode wanted = Json.object(request.body());
    if (wanted.propertyStream().anyMatch(field -> !FIELDS.contains(field.getKey()))) {
      return unprocessable("only " + FIELDS);
    }
    JsonNode url = wanted.path("url").isMissingNode() ? webhook.path("url") : wanted.path("url");
    if (!isPublic(url.asText())) {
      return unprocessable("url must be https and public");
    }
    JsonNode header = wanted.remove("authorization_header");
    if (header != null) {
      webhook.put("authorization_header_configured", !header.asText().isEmpty());
    }
    webhook.setAll(wanted);
    webhook.put("updated_at", StandInTimes.iso(clock.instant()));
    return StandInReply.json(status, webhook.toString());
  }

  private StandInReply delete(ObjectNode webhook) {
    webhooks.remove(webhook.path("id").asText());
    return StandInReply.noContent();
  }

  /// The answer to a test that comes too soon is a guess, as is that the wait is per database.
  private StandInReply test(ObjectNode webhook) {
    Instant now = clock.instant();
    if (lastTest.plus(BETWEEN_TESTS).isAfter(now)) {
      return StandInReply.error(429, "too_many_requests", "one test every 20 seconds");
    }
    lastTest = now;
    webhook.put("last_sent_result", "success").put("last_sent_success", true);
    webhook.put("last_sent_at", StandInTimes.iso(now));
    return StandInReply.noContent();
  }

  private Optional<ObjectNode> webhook(String id) {
    return Optional.ofNullable(webhooks.get(id));
  }

  private static boolean isPublic(String url) {
    return url.startsWith("https://")
        && !URI.create(url).getHost().matches("localhost|127\\..*|\\[::1]");
  }

  private static String secret(String id) {
    return Ids.of(id, 1).repeat(6).substring(0, 64).replaceAll("[g-z]", "0");
  }

  private static StandInReply unprocessable(String message) {
    return StandInReply.error(422, "unprocessable", message);
  }
}
