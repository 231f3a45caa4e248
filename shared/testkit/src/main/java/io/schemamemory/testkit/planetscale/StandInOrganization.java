package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An organization and what is below it in the API.
public final class StandInOrganization {
  private static final int PER_MINUTE = 600;

  private final String name;
  private final InstantSource clock;
  private final StandInAuditLog auditLog;
  private final RequestLimit limit;
  private final Map<String, StandInDatabase> databases = new LinkedHashMap<>();

  StandInOrganization(String name, InstantSource clock) {
    this.name = name;
    this.clock = clock;
    auditLog = new StandInAuditLog(clock);
    limit = new RequestLimit(clock, PER_MINUTE);
  }

  /// Its audit log.
  public StandInAuditLog auditLog() {
    return auditLog;
  }

  /// Limits requests per minute; PlanetScale documents 600.
  public void limitRequests(int perMinute) {
    limit.set(perMinute);
  }

  /// One of its databases, created when first named.
  ///
  /// @param kind `mysql`, which means Vitess, or `postgresql`
  public synchronized StandInDatabase database(String database, String kind) {
    return databases.computeIfAbsent(
        database, it -> new StandInDatabase(StandInResources.database(name, it, kind), clock));
  }

  StandInReply answer(StandInRequest request) {
    if (!limit.admits()) {
      return StandInReply.error(429, "too_many_requests", "Too Many Requests");
    }
    if (request.asks("GET")) {
      return request.with("read_organization", () -> StandInReply.ok(self()));
    }
    if (request.asks("GET", "audit-log")) {
      return request.with("read_audit_logs", () -> auditLog.page(request));
    }
    if (request.asks("GET", "databases")) {
      return request.with("read_database", () -> databases(request));
    }
    return request.path().size() > 1 && request.path().getFirst().equals("databases")
        ? find(request.path().get(1))
            .map(database -> database.answer(request.below(2)))
            .orElseGet(StandInReply::notFound)
        : StandInReply.notFound();
  }

  private synchronized StandInReply databases(StandInRequest request) {
    return NumberedPages.of(
        request, databases.values().stream().map(StandInDatabase::json).toList());
  }

  private synchronized Optional<StandInDatabase> find(String database) {
    @Nullable StandInDatabase found = databases.get(database);
    return Optional.ofNullable(found);
  }

  private synchronized ObjectNode self() {
    return StandInResources.organization(name, databases.size());
  }
}
