package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of an organization's audit log: who did what to what.
///
/// @param action such as `deploy_request.queued`; PlanetScale adds to these
/// @param actor who did it
/// @param auditable what it was done to
/// @param target what that belongs to
/// @param origin where from
/// @param metadata what PlanetScale says besides, as far as it is plain text, numbers or flags; the
///     rest stands in the raw bytes
public record AuditEntry(
    String id,
    String action,
    Mention actor,
    Mention auditable,
    Mention target,
    Origin origin,
    Map<String, String> metadata,
    Instant createdAt,
    @Nullable Instant updatedAt) {
  public AuditEntry {
    metadata = Map.copyOf(metadata);
  }

  /// Somebody or something an entry names, as far as it does; the name may be a person's.
  ///
  /// @param type such as `User` or `DeployRequest`; PlanetScale adds to these
  public record Mention(@Nullable String type, @Nullable String id, @Nullable String displayName) {
    @Override
    public String toString() {
      return "Mention[" + type + " " + id + "]";
    }
  }

  /// Where somebody was when they acted: nothing to keep in clear.
  public record Origin(@Nullable String location, @Nullable String remoteIp) {
    @Override
    public String toString() {
      return "Origin[...]";
    }
  }

  /// Without the metadata, which may name people.
  @Override
  public String toString() {
    return "AuditEntry[" + id + " " + action + " " + createdAt + "]";
  }
}
