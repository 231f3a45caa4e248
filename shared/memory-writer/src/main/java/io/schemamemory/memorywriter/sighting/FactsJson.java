package io.schemamemory.memorywriter.sighting;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.SerdeImport;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Facts as the database stores them; the kind says which record they are.
@Singleton
@SerdeImport(Facts.DeployRequest.class)
@SerdeImport(Facts.Deployment.class)
@SerdeImport(Facts.Branch.class)
@SerdeImport(Facts.Storage.class)
@SerdeImport(Facts.Volume.class)
@SerdeImport(Facts.AccessRequest.class)
@SerdeImport(Facts.Backup.class)
@SerdeImport(Facts.Recommendation.class)
@SerdeImport(Facts.AuditEntry.class)
@SerdeImport(Facts.WebhookTest.class)
@SerdeImport(Facts.Unknown.class)
@SerdeImport(DdlStatement.class)
@SerdeImport(ActorId.class)
class FactsJson {
  /// The field that only a branch's facts have.
  private static final String WHAT = "what";

  /// The field that only an audit entry's facts have; its kinds are also those of webhooks.
  private static final String ACTION = "action";

  private final JsonMapper mapper;

  FactsJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  String write(Facts facts) {
    try {
      return mapper.writeValueAsString(facts);
    } catch (IOException impossible) {
      throw new UncheckedIOException("facts could not be written as JSON", impossible);
    }
  }

  Facts read(String kind, String json) {
    try {
      JsonNode stored = required(mapper.readValue(json, JsonNode.class));
      return required(mapper.readValueFromTree(stored, type(kind, stored)));
    } catch (IOException malformed) {
      throw new UncheckedIOException("facts of " + kind + " could not be read", malformed);
    }
  }

  private static Class<? extends Facts> type(String kind, JsonNode stored) {
    if (stored.get(ACTION) != null) {
      return Facts.AuditEntry.class;
    }
    return switch (kind) {
      case "cluster.storage", "keyspace.storage" -> Facts.Storage.class;
      case "database.access_request" -> Facts.AccessRequest.class;
      case "backup.succeeded", "backup.failed" -> Facts.Backup.class;
      // Of the branch it is for, or of itself: PlanetScale does not say which it sends.
      case "branch.schema_recommendation" ->
          stored.get(WHAT) == null ? Facts.Recommendation.class : Facts.Branch.class;
      case "webhook.test" -> Facts.WebhookTest.class;
      case Sighting.UNKNOWN -> Facts.Unknown.class;
      default ->
          kind.startsWith("deploy_request.") ? Facts.DeployRequest.class : Facts.Branch.class;
    };
  }

  private static <T> T required(@Nullable T read) {
    return Objects.requireNonNull(read, "facts are an object");
  }
}
