package io.schemamemory.memory;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Sighting;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Facts as the database keeps them; the kind says which record they are.
@Singleton
@SerdeImport(Facts.DeployRequest.class)
@SerdeImport(Facts.Deployment.class)
@SerdeImport(Facts.Branch.class)
@SerdeImport(Facts.Bare.class)
@SerdeImport(DdlStatement.class)
@SerdeImport(ActorId.class)
public class FactsJson {
  private final JsonMapper mapper;

  FactsJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("facts could not be written as JSON", impossible);
    }
  }

  Facts read(String kind, String json) {
    try {
      return Objects.requireNonNull(mapper.readValue(json, type(kind)), "facts are an object");
    } catch (IOException misshapen) {
      throw new UncheckedIOException("facts of " + kind + " could not be read", misshapen);
    }
  }

  private static Class<? extends Facts> type(String kind) {
    if (kind.startsWith("deploy_request.")) {
      return Facts.DeployRequest.class;
    }
    return kind.equals(Sighting.UNKNOWN) || kind.equals("webhook.test")
        ? Facts.Bare.class
        : Facts.Branch.class;
  }
}
