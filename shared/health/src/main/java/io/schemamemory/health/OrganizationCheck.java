package io.schemamemory.health;

import io.schemamemory.health.Finding.Mend;
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

/// Looks at one organization with its token.
final class OrganizationCheck {
  private static final PageRequest ONE = new PageRequest(null, 1);

  private final HealthReport diagnosis;
  private final CheckDeadline patience;
  private final String organization;
  private final OrganizationApi api;
  private final Optional<WebhookUrl> ours;

  OrganizationCheck(
      HealthReport diagnosis,
      CheckDeadline patience,
      String organization,
      OrganizationApi api,
      Optional<WebhookUrl> ours) {
    this.diagnosis = diagnosis;
    this.patience = patience;
    this.organization = organization;
    this.api = api;
    this.ours = ours;
  }

  void examine() {
    ApiResult<Page<AuditEntry>> log = api.auditLog(ONE, patience.until());
    Finding token = diagnosis.look("service token of " + organization, () -> token(log));
    if (!(token instanceof Ok)) {
      return;
    }
    diagnosis.look("organization " + organization, () -> organization(log));
    diagnosis.look(
        "audit log of " + organization,
        () -> ApiFindings.needed(log, _ -> new Ok("the service token may read it")));
    ApiResult<Page<Database>> databases = api.databases(PageRequest.first(), patience.until());
    diagnosis.look(
        "databases of " + organization,
        () -> ApiFindings.wanted(databases, OrganizationCheck::databases));
    if (databases instanceof ApiResult.Ok<Page<Database>>(Page<Database> page)) {
      diagnosis.look("deploy requests of " + organization, () -> deployRequests(read(page)));
      new WebhookCheck(diagnosis, patience, organization, api, ours)
          .examine(read(page), page.next().isPresent());
    }
  }

  /// Refused for want of an access, it is known.
  private static Finding token(ApiResult<?> log) {
    Finding known = new Ok("PlanetScale knows it");
    return log instanceof ApiResult.Refused<?> refused && !ApiFindings.isUnknownToken(refused)
        ? known
        : ApiFindings.needed(log, _ -> known);
  }

  /// A missing organization and a missing access are answered alike; the log tells them apart.
  private Finding organization(ApiResult<Page<AuditEntry>> log) {
    if (log instanceof ApiResult.Ok<Page<AuditEntry>>) {
      return new Ok("it is there");
    }
    ApiResult<Item<Organization>> itself = api.organization(patience.until());
    return ApiFindings.needed(itself, _ -> new Ok("it is there"));
  }

  private static Finding databases(Page<Database> page) {
    int unreadable = page.items().size() - read(page).size();
    return unreadable > 0
        ? new Mend(unreadable + " of them cannot be read by this release: look for a newer one")
        : new Ok("the service token may read " + page.items().size());
  }

  private Finding deployRequests(List<Database> databases) {
    Optional<Database> vitess =
        databases.stream().filter(WebhookCheck::hasDeployRequests).findFirst();
    return vitess.isEmpty()
        ? new Skipped("no database on Vitess is seen, and no other has any")
        : ApiFindings.wanted(
            api.deployRequests(vitess.get().name(), ONE, patience.until()),
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
