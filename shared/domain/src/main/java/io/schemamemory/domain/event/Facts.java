package io.schemamemory.domain.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event says of its resource, with people as ids only: safe to keep for ever.
public sealed interface Facts {
  /// When the resource last changed, if it says so: the later of two bodies knows more.
  @Nullable Instant updatedAt();

  /// A deploy request as one of its events shows it.
  record DeployRequest(
      Milestone milestone,
      String id,
      long number,
      @Nullable String url,
      String branch,
      String intoBranch,
      @Nullable String deploymentState,
      @Nullable ActorId openedBy,
      @Nullable ActorId closedBy,
      @Nullable Deployment deployment,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable Instant deployedAt,
      @Nullable Instant closedAt)
      implements Facts {}

  /// One run of a deploy request's changes against its branch.
  record Deployment(
      String id,
      @Nullable ActorId queuedBy,
      @Nullable ActorId cutoverBy,
      @Nullable ActorId revertedBy,
      List<DdlStatement> statements,
      List<String> errors,
      @Nullable Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant readyToCutoverAt,
      @Nullable Instant finishedAt,
      @Nullable Instant revertedAt,
      @Nullable Instant revertibleUntil) {}

  /// A branch that an event is about.
  record Branch(
      String id,
      String name,
      @Nullable String parent,
      @Nullable ActorId createdBy,
      @Nullable Instant updatedAt)
      implements Facts {}

  /// An event whose envelope says it all, such as `webhook.test`.
  record Bare(@Nullable Instant updatedAt) implements Facts {}
}
