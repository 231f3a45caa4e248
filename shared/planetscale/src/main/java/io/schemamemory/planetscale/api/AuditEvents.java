package io.schemamemory.planetscale.api;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns an audit entry into an event, with people as ids only.
///
/// An entry's display name may be a person's name or address, as of a member or an invitation. So
/// names are taken of databases, branches and keyspaces alone, and only if they look like one.
public final class AuditEvents {
  /// PlanetScale's id for a person that was never set.
  private static final String NOBODY = "boo";

  private static final Set<String> DATABASES = Set.of("Database");
  private static final Set<String> BRANCHES = Set.of("DatabaseBranch", "Branch");
  private static final Set<String> KEYSPACES = Set.of("DatabaseBranchKeyspace", "Keyspace");
  private static final Set<String> DEPLOY_REQUESTS =
      Set.of("DeployRequest", "DatabaseDeployRequest");
  private static final Set<String> REVIEWS =
      Set.of("DeployRequestReview", "DatabaseDeployRequestReview");

  private static final Pattern NAME = Pattern.compile("[\\w./-]{1,255}");
  private static final Pattern NUMBER = Pattern.compile("(?:^|[#\\s])(\\d{1,9})$");

  private AuditEvents() {}

  /// The event of an entry in an organization's audit log.
  public static Event of(String organization, AuditEntry entry) {
    Optional<Actor> actor = actor(entry.actor());
    Facts.AuditEntry facts =
        new Facts.AuditEntry(
            entry.id(),
            entry.action(),
            actor.map(Actor::id).orElse(null),
            entry.auditable().type(),
            name(entry),
            name(entry, BRANCHES),
            about(entry, DATABASES).map(Mention::id).orElse(null),
            about(entry, DEPLOY_REQUESTS).map(Mention::id).orElse(null),
            number(entry),
            entry.createdAt(),
            entry.updatedAt());
    String database = Objects.requireNonNullElse(name(entry, DATABASES), "");
    Envelope envelope = new Envelope(entry.action(), entry.createdAt(), organization, database);
    return new Event(envelope, facts, actor.stream().toList(), entry.passedOver());
  }

  private static Optional<Actor> actor(Mention mention) {
    @Nullable String id = mention.id();
    if (id == null || id.equals(NOBODY)) {
      return Optional.empty();
    }
    String type = Objects.requireNonNullElse(mention.type(), "User");
    return Optional.of(new Actor(new ActorId(type, id), mention.displayName(), null));
  }

  private static @Nullable String name(AuditEntry entry) {
    return Stream.of(DATABASES, BRANCHES, KEYSPACES).anyMatch(types -> is(entry.auditable(), types))
        ? name(entry.auditable())
        : null;
  }

  private static @Nullable String name(AuditEntry entry, Set<String> types) {
    return about(entry, types).map(AuditEvents::name).orElse(null);
  }

  private static @Nullable String name(Mention mention) {
    @Nullable String name = mention.displayName();
    return name != null && NAME.matcher(name).matches() ? name : null;
  }

  private static @Nullable Long number(AuditEntry entry) {
    return about(entry, DEPLOY_REQUESTS)
        .or(() -> about(entry, REVIEWS))
        .map(Mention::displayName)
        .map(NUMBER::matcher)
        .filter(Matcher::find)
        .map(found -> Long.valueOf(found.group(1)))
        .orElse(null);
  }

  private static Optional<Mention> about(AuditEntry entry, Set<String> types) {
    return Stream.of(entry.auditable(), entry.target())
        .filter(mention -> is(mention, types))
        .findFirst();
  }

  private static boolean is(Mention mention, Set<String> types) {
    @Nullable String type = mention.type();
    return type != null && types.contains(type);
  }
}
