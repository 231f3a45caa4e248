package io.schemamemory.health;

import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PageRequest;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Organization;
import io.schemamemory.planetscale.api.resource.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks one organization with its token.
final class OrganizationCheck {
  private static final PageRequest ONE = new PageRequest(null, 1);

  private final HealthReport report;
  private final CheckDeadline deadline;
  private final String organization;
  private final OrganizationApi api;
  private final Optional<WebhookUrl> ourUrl;

  OrganizationCheck(
      HealthReport report,
      CheckDeadline deadline,
      String organization,
      OrganizationApi api,
      Optional<WebhookUrl> ourUrl) {
    this.report = report;
    this.deadline = deadline;
    this.organization = organization;
    this.api = api;
    this.ourUrl = ourUrl;
  }

  void check() {
    ApiResult<Page<AuditEntry>> log = api.auditLog(ONE, deadline.until());
    Finding token = report.check("service token of " + organization, () -> token(log));
    if (!(token instanceof Ok)) {
      return;
    }
    report.check("organization " + organization, () -> organization(log));
    report.check(
        "audit log of " + organization,
        () -> ApiFindings.needed(log, _ -> new Ok("the service token may read it")));
    ApiResult<Page<Database>> databases = api.databases(PageRequest.first(), deadline.until());
    report.check(
        "databases of " + organization,
        () -> ApiFindings.optional(databases, OrganizationCheck::databases));
    if (databases instanceof ApiResult.Ok<Page<Database>>(Page<Database> page)) {
      report.check("deploy requests of " + organization, () -> deployRequests(read(page)));
      new WebhookCheck(report, deadline, organization, api, ourUrl)
          .check(read(page), page.next().isPresent());
    }
  }

  /// PlanetScale knows a token that it refuses for a missing access.
  private static Finding token(ApiResult<?> log) {
    Finding known = new Ok("PlanetScale knows it");
    return log instanceof ApiResult.Refused<?> refused && !ApiFindings.isUnknownToken(refused)
        ? known
        : ApiFindings.needed(log, _ -> known);
  }

  /// A missing organization and a missing access are answered alike; the audit log tells them
  /// apart.
  private Finding organization(ApiResult<Page<AuditEntry>> log) {
    if (log instanceof ApiResult.Ok<Page<AuditEntry>>) {
      return new Ok("it exists");
    }
    ApiResult<Item<Organization>> itself = api.organization(deadline.until());
    return ApiFindings.needed(itself, _ -> new Ok("it exists"));
  }

  private static Finding databases(Page<Database> page) {
    int unreadable = page.items().size() - read(page).size();
    return unreadable > 0
        ? new Fail(unreadable + " of them cannot be read by this release: upgrade to a newer one")
        : new Ok("the service token may read " + page.items().size());
  }

  private Finding deployRequests(List<Database> databases) {
    Optional<Database> vitess = databases.stream().filter(Database::hasDeployRequests).findFirst();
    return vitess.isEmpty()
        ? new Skipped(
            "the service token sees no database on Vitess, and others have no deploy requests")
        : ApiFindings.optional(
            api.deployRequests(vitess.get().name(), ONE, deadline.until()),
            _ -> new Ok("the service token may read those of " + vitess.get().name()));
  }

  private static List<Database> read(Page<Database> page) {
    return page.items().stream()
        .flatMap(
            item ->
                item instanceof Item.Read<Database> read ? Stream.of(read.value()) : Stream.empty())
        .toList();
  }
}
