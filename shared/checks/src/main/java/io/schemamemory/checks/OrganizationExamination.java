package io.schemamemory.checks;

import io.schemamemory.checks.Finding.Mend;
import io.schemamemory.checks.Finding.Ok;
import io.schemamemory.checks.Finding.Skipped;
import io.schemamemory.planetscale.api.Answer;
import io.schemamemory.planetscale.api.AuditEntry;
import io.schemamemory.planetscale.api.Database;
import io.schemamemory.planetscale.api.Item;
import io.schemamemory.planetscale.api.Organization;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.Page;
import io.schemamemory.planetscale.api.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at one organization with its token.
final class OrganizationExamination {
  private static final PageRequest ONE = new PageRequest(null, 1);

  private final Diagnosis diagnosis;
  private final Patience patience;
  private final String organization;
  private final OrganizationApi api;
  private final Optional<WebhookUrl> ours;

  OrganizationExamination(
      Diagnosis diagnosis,
      Patience patience,
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
    Answer<Page<AuditEntry>> log = api.auditLog(ONE, patience.until());
    Finding token = diagnosis.look("service token of " + organization, () -> token(log));
    if (!(token instanceof Ok)) {
      return;
    }
    diagnosis.look("organization " + organization, () -> organization(log));
    diagnosis.look(
        "audit log of " + organization,
        () -> Answers.needed(log, _ -> new Ok("the service token may read it")));
    Answer<Page<Database>> databases = api.databases(PageRequest.first(), patience.until());
    diagnosis.look(
        "databases of " + organization,
        () -> Answers.wanted(databases, OrganizationExamination::databases));
    if (databases instanceof Answer.Ok<Page<Database>>(Page<Database> page)) {
      diagnosis.look("deploy requests of " + organization, () -> deployRequests(read(page)));
      new WebhookExamination(diagnosis, patience, organization, api, ours)
          .examine(read(page), page.next().isPresent());
    }
  }

  /// Refused for want of an access, it is known.
  private static Finding token(Answer<?> log) {
    Finding known = new Ok("PlanetScale knows it");
    return log instanceof Answer.Refused<?> refused && !Answers.isUnknownToken(refused)
        ? known
        : Answers.needed(log, _ -> known);
  }

  /// A missing organization and a missing access are answered alike; the log tells them apart.
  private Finding organization(Answer<Page<AuditEntry>> log) {
    if (log instanceof Answer.Ok<Page<AuditEntry>>) {
      return new Ok("it is there");
    }
    Answer<Item<Organization>> itself = api.organization(patience.until());
    return Answers.needed(itself, _ -> new Ok("it is there"));
  }

  private static Finding databases(Page<Database> page) {
    int unreadable = page.items().size() - read(page).size();
    return unreadable > 0
        ? new Mend(unreadable + " of them cannot be read by this release: look for a newer one")
        : new Ok("the service token may read " + page.items().size());
  }

  private Finding deployRequests(List<Database> databases) {
    Optional<Database> vitess =
        databases.stream().filter(WebhookExamination::hasDeployRequests).findFirst();
    return vitess.isEmpty()
        ? new Skipped("no database on Vitess is seen, and no other has any")
        : Answers.wanted(
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
