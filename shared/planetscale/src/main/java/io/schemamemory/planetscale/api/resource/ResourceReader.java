package io.schemamemory.planetscale.api.resource;

import static io.schemamemory.planetscale.Shape.FLAG;
import static io.schemamemory.planetscale.Shape.LIST;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.TEXT;
import static io.schemamemory.planetscale.Shape.TIME;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.planetscale.JsonObject;
import io.schemamemory.planetscale.UnreadableException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the API's resources.
public final class ResourceReader {
  private ResourceReader() {}

  public static Organization organization(JsonObject sent) throws UnreadableException {
    return new Organization(
        sent.need("id", NAME),
        sent.need("name", NAME),
        sent.maybe("plan", NAME),
        sent.maybe("created_at", TIME),
        sent.maybe("updated_at", TIME));
  }

  public static Database database(JsonObject sent) throws UnreadableException {
    return new Database(
        sent.need("id", NAME),
        sent.need("name", NAME),
        sent.maybe("kind", NAME),
        sent.maybe("state", NAME),
        sent.maybe("default_branch", NAME),
        sent.maybe("schema_last_updated_at", TIME),
        sent.maybe("created_at", TIME),
        sent.maybe("updated_at", TIME));
  }

  public static Branch branch(JsonObject sent) throws UnreadableException {
    return new Branch(
        sent.need("id", NAME),
        sent.need("name", NAME),
        sent.maybe("kind", NAME),
        sent.maybe("state", NAME),
        sent.maybe("parent_branch", NAME),
        sent.flag("production"),
        sent.flag("safe_migrations"),
        sent.maybe("schema_last_updated_at", TIME),
        sent.maybe("created_at", TIME),
        sent.maybe("updated_at", TIME),
        sent.maybe("deleted_at", TIME));
  }

  public static DeployRequest deployRequest(JsonObject sent) throws UnreadableException {
    return new DeployRequest(
        sent.need("id", NAME),
        sent.need("number", WHOLE_NUMBER),
        sent.need("branch", NAME),
        sent.need("into_branch", NAME),
        sent.maybe("state", NAME),
        sent.maybe("deployment_state", NAME),
        sent.maybe("created_at", TIME),
        sent.maybe("updated_at", TIME),
        sent.maybe("deployed_at", TIME),
        sent.maybe("closed_at", TIME));
  }

  public static Webhook webhook(JsonObject sent) throws UnreadableException {
    return new Webhook(
        sent.need("id", NAME),
        sent.need("url", TEXT),
        fingerprint(sent.maybe("secret", TEXT)),
        sent.need("enabled", FLAG),
        events(sent.maybe("events", LIST)),
        sent.maybe("last_sent_result", TEXT),
        sent.maybe("last_sent_success", FLAG),
        sent.maybe("last_sent_at", TIME),
        sent.maybe("created_at", TIME),
        sent.maybe("updated_at", TIME));
  }

  private static List<String> events(@Nullable List<JsonNode> names) {
    return names == null
        ? List.of()
        : names.stream().flatMap(name -> Stream.ofNullable(NAME.read().apply(name))).toList();
  }

  private static @Nullable String fingerprint(@Nullable String secret) {
    // What is no secret is no reason to pass over the webhook.
    return secret == null || secret.isBlank() || StrayCharacter.in(secret).isPresent()
        ? null
        : WebhookSecret.of(secret).fingerprint();
  }
}
