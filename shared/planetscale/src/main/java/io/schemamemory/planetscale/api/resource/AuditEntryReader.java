package io.schemamemory.planetscale.api.resource;

import static io.schemamemory.planetscale.Shape.LABEL;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.OBJECT;
import static io.schemamemory.planetscale.Shape.TEXT;
import static io.schemamemory.planetscale.Shape.TIME;

import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.PlainText;
import io.schemamemory.planetscale.JsonObject;
import io.schemamemory.planetscale.Shape;
import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import io.schemamemory.planetscale.api.resource.AuditEntry.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads an entry of the audit log.
public final class AuditEntryReader {
  private AuditEntryReader() {}

  public static AuditEntry entry(JsonObject sent) throws UnreadableException {
    return new AuditEntry(
        sent.need("id", NAME),
        sent.need("audit_action", NAME),
        mention(sent, "actor", LABEL),
        mention(sent, "auditable", TEXT),
        mention(sent, "target", TEXT),
        new Origin(sent.maybe("location", TEXT), sent.maybe("remote_ip", NAME)),
        scalars(sent.maybe("metadata", OBJECT)),
        sent.need("created_at", TIME),
        sent.maybe("updated_at", TIME),
        sent.passedOver());
  }

  private static Mention mention(JsonObject sent, String role, Shape<String> name) {
    return new Mention(
        sent.maybe(role + "_type", NAME),
        sent.maybe(role + "_id", NAME),
        sent.maybe(role + "_display_name", name));
  }

  private static Map<String, String> scalars(@Nullable JsonNode metadata) {
    Map<String, String> scalars = new HashMap<>();
    if (metadata != null) {
      metadata.entries().forEach(entry -> scalar(entry.getKey(), entry.getValue(), scalars));
    }
    return scalars;
  }

  private static void scalar(String name, JsonNode value, Map<String, String> scalars) {
    if (value.isValueNode() && !value.isNull()) {
      scalars.put(PlainText.of(name), PlainText.of(value.coerceStringValue()));
    }
  }
}
