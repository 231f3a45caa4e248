package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A database and what is below it in the API.
public final class StandInDatabase {
  private final ObjectNode self;
  private final List<ObjectNode> branches = new ArrayList<>();
  private final List<ObjectNode> deployRequests = new ArrayList<>();
  private final StandInWebhooks webhooks;

  StandInDatabase(ObjectNode self, InstantSource clock) {
    this.self = self;
    webhooks = new StandInWebhooks(clock);
  }

  /// Its webhooks.
  public StandInWebhooks webhooks() {
    return webhooks;
  }

  /// Adds a branch, or replaces the one of this name.
  public synchronized StandInDatabase branch(String json) {
    put(branches, "name", Json.object(json));
    return this;
  }

  /// Adds a deploy request, or replaces the one of this number.
  public synchronized StandInDatabase deployRequest(String json) {
    put(deployRequests, "number", Json.object(json));
    return this;
  }

  /// Changes the database's own fields.
  public synchronized StandInDatabase saying(String fields) {
    self.setAll(Json.object(fields));
    return this;
  }

  synchronized String json() {
    return self.toString();
  }

  synchronized StandInReply answer(StandInRequest request) {
    if (request.asks("GET")) {
      return request.with("read_database", () -> StandInReply.ok(self));
    }
    return switch (request.path().getFirst()) {
      case "branches" ->
          request.with("read_branch", () -> answer(request.below(1), branches, "name"));
      case "deploy-requests" ->
          request.with(
              "read_deploy_request", () -> answer(request.below(1), deployRequests, "number"));
      case "webhooks" -> webhooks.answer(request.below(1));
      default -> StandInReply.notFound();
    };
  }

  private static StandInReply answer(StandInRequest request, List<ObjectNode> all, String key) {
    if (request.asks("GET")) {
      return NumberedPages.of(request, all.stream().map(JsonNode::toString).toList());
    }
    return request.asks("GET", "*")
        ? find(all, key, request.path().getFirst())
            .map(StandInReply::ok)
            .orElseGet(StandInReply::notFound)
        : StandInReply.notFound();
  }

  private static void put(List<ObjectNode> all, String key, ObjectNode one) {
    Optional<ObjectNode> before = find(all, key, one.path(key).asText());
    if (before.isPresent()) {
      all.set(all.indexOf(before.get()), one);
    } else {
      all.add(one);
    }
  }

  private static Optional<ObjectNode> find(List<ObjectNode> all, String key, String value) {
    return all.stream().filter(one -> one.path(key).asText().equals(value)).findFirst();
  }
}
