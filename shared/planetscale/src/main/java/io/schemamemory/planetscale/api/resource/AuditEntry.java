package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of an organization's audit log: who did what to what.
///
/// @param action such as `deploy_request.queued`; PlanetScale adds to these
/// @param actor who did it
/// @param auditable what it was done to
/// @param target what that belongs to
/// @param origin where from
/// @param metadata PlanetScale's further fields, if scalar; the raw bytes have the others
/// @param passedOver the names of fields that could not be read, or not whole
public record AuditEntry(
    String id,
    String action,
    Mention actor,
    Mention auditable,
    Mention target,
    Origin origin,
    Map<String, String> metadata,
    Instant createdAt,
    @Nullable Instant updatedAt,
    List<String> passedOver) {
  public AuditEntry {
    metadata = Map.copyOf(metadata);
    passedOver = List.copyOf(passedOver);
  }

  /// An entry that was read whole.
  public AuditEntry(
      String id,
      String action,
      Mention actor,
      Mention auditable,
      Mention target,
      Origin origin,
      Map<String, String> metadata,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    this(id, action, actor, auditable, target, origin, metadata, createdAt, updatedAt, List.of());
  }

  /// A person or thing an entry names; the display name may be a person's.
  ///
  /// @param type such as `User` or `DeployRequest`; PlanetScale adds to these
  public record Mention(@Nullable String type, @Nullable String id, @Nullable String displayName) {
    @Override
    public String toString() {
      return "Mention[" + type + " " + id + "]";
    }
  }

  /// Where the actor was; personal, never stored in clear.
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
