package io.schemamemory.domain.event;

import io.schemamemory.domain.masking.Masking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event says about its resource, with people as ids only: safe to keep forever.
///
/// Text that people or programs wrote is masked here, at the making: no other facts exist.
///
/// Kinds and states that PlanetScale decides are text, because it adds to them.
public sealed interface Facts {
  /// When the resource last changed, if it says so: the later of two bodies knows more.
  default @Nullable Instant updatedAt() {
    return null;
  }

  /// A deploy request as one of its events shows it; no body says who approved it, and when.
  record DeployRequest(
      Milestone milestone,
      String id,
      long number,
      @Nullable String url,
      String branch,
      String intoBranch,
      @Nullable String deploymentState,
      @Nullable Boolean approved,
      @Nullable ActorId openedBy,
      @Nullable ActorId closedBy,
      @Nullable Deployment deployment,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable Instant deployedAt,
      @Nullable Instant closedAt)
      implements Facts {
    public DeployRequest {
      url = Masking.maybe(url);
    }
  }

  /// One run of a deploy request's changes against its branch.
  ///
  /// @param instant whether it changed only metadata, which is done at once and cannot be reverted
  /// @param revertedAt when a revert ended, whether it succeeded or failed
  record Deployment(
      String id,
      @Nullable ActorId queuedBy,
      @Nullable ActorId cutoverBy,
      @Nullable ActorId cancelledBy,
      @Nullable ActorId revertedBy,
      List<DdlStatement> statements,
      List<String> errors,
      boolean instant,
      @Nullable Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant readyToCutoverAt,
      @Nullable Instant cutoverAt,
      @Nullable Instant finishedAt,
      @Nullable Instant revertedAt,
      @Nullable Instant revertibleUntil) {
    public Deployment {
      errors = Masking.each(errors);
    }

    /// The actor who cut the change over, otherwise the one who queued it.
    public @Nullable ActorId deployedBy() {
      return cutoverBy == null ? queuedBy : cutoverBy;
    }
  }

  /// A branch that something happened to.
  record Branch(
      BranchEvent what,
      String id,
      String name,
      boolean production,
      @Nullable String parent,
      @Nullable ActorId createdBy,
      @Nullable Instant updatedAt)
      implements Facts {}

  /// Storage that filled up to one of PlanetScale's thresholds.
  ///
  /// @param keyspace it belongs to; null for the storage of a whole cluster
  /// @param percentage how full it is, 0 to 100
  record Storage(
      String branch, @Nullable String keyspace, @Nullable Double percentage, List<Volume> volumes)
      implements Facts {}

  /// One of the disks that storage is made of, in bytes; a shard's, where a keyspace has shards.
  record Volume(
      @Nullable String shard,
      @Nullable Long bytesUsed,
      @Nullable Long bytesTotal,
      @Nullable Double percentage) {}

  /// PlanetScale's staff asking to look into a database, and what became of it.
  ///
  /// @param target the name of what they want to see
  /// @param targetType what that is, such as `Organization`
  /// @param durationUnit such as `hour`
  record AccessRequest(
      String id,
      @Nullable String state,
      @Nullable ActorId requestedBy,
      @Nullable ActorId respondedBy,
      @Nullable ActorId revokedBy,
      @Nullable String target,
      @Nullable String targetType,
      @Nullable String reason,
      @Nullable String denialReason,
      @Nullable Long duration,
      @Nullable String durationUnit,
      @Nullable Instant createdAt,
      @Nullable Instant respondedAt,
      @Nullable Instant cancelledAt,
      @Nullable Instant expiresAt,
      @Nullable Instant updatedAt)
      implements Facts {
    public AccessRequest {
      target = Masking.maybe(target);
      reason = Masking.maybe(reason);
      denialReason = Masking.maybe(denialReason);
    }
  }

  /// A backup that ended; its size is in bytes.
  record Backup(
      String id,
      boolean succeeded,
      @Nullable String name,
      @Nullable String branch,
      @Nullable Long size,
      @Nullable ActorId startedBy,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      @Nullable Instant updatedAt)
      implements Facts {
    public Backup {
      name = Masking.maybe(name);
    }
  }

  /// A change that PlanetScale recommends, of a type such as `new_index`.
  record Recommendation(
      String id,
      @Nullable String state,
      @Nullable Long number,
      @Nullable String title,
      @Nullable String type,
      @Nullable String keyspace,
      @Nullable String table,
      @Nullable String ddl,
      @Nullable String url,
      @Nullable ActorId dismissedBy,
      @Nullable Instant createdAt,
      @Nullable Instant appliedAt,
      @Nullable Instant dismissedAt,
      @Nullable Instant updatedAt)
      implements Facts {
    public Recommendation {
      title = Masking.maybe(title);
      ddl = ddl == null ? null : Masking.statement(ddl);
      url = Masking.maybe(url);
    }
  }

  /// A test of the webhook: its envelope says it all.
  record WebhookTest(@Nullable Instant updatedAt) implements Facts {}

  /// An entry of the audit log. Names are of things only; the actor is an id.
  ///
  /// @param action such as `deploy_request.approved`; PlanetScale adds to these
  /// @param type of the object, such as `DatabaseBranch`
  /// @param name of the object, unless it could be a person's name
  /// @param branch the object's branch, if it has one
  /// @param databaseId PlanetScale's id of the object's database, which stays when that is renamed
  /// @param deployRequest PlanetScale's id of the deploy request it is about
  /// @param number of the deploy request it is about
  record AuditEntry(
      String id,
      String action,
      @Nullable ActorId actor,
      @Nullable String type,
      @Nullable String name,
      @Nullable String branch,
      @Nullable String databaseId,
      @Nullable String deployRequest,
      @Nullable Long number,
      Instant createdAt,
      @Nullable Instant updatedAt)
      implements Facts {}

  /// What an event says that this version does not know: nothing yet.
  record Unknown() implements Facts {}
}
