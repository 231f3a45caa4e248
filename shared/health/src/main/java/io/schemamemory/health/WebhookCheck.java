package io.schemamemory.health;

import io.schemamemory.domain.event.Milestone;
import io.schemamemory.health.Finding.Mend;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PageRequest;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Webhook;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the webhooks of an organization's databases, each database by itself.
final class WebhookCheck {
  private final HealthReport diagnosis;
  private final CheckDeadline patience;
  private final String organization;
  private final OrganizationApi api;
  private final Optional<WebhookUrl> ours;

  WebhookCheck(
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

  /// @param more whether there are databases beside these
  void examine(List<Database> databases, boolean more) {
    if (ours.isEmpty() || !ours.get().isPublic()) {
      diagnosis.look("webhooks of " + organization, this::nowhere);
      return;
    }
    boolean any = false;
    for (Database database : databases) {
      Finding webhook =
          diagnosis.look(
              "webhook of " + organization + "/" + database.name(),
              () ->
                  patience.isOver()
                      ? new Skipped("there was no time left to look")
                      : webhook(database, ours.get()));
      any |= !(webhook instanceof Skipped);
    }
    boolean none = !any;
    diagnosis.look(
        "webhooks of " + organization,
        () -> none && !more ? nobody(ours.get()) : all(databases.size(), more));
  }

  static boolean hasDeployRequests(Database database) {
    return !Objects.equals(database.kind(), "postgresql");
  }

  private Finding nowhere() {
    return new Skipped(
        ours.isEmpty()
            ? "set %s to %s to check them".formatted(WebhookUrl.VARIABLE, WebhookUrl.FORM)
            : "nothing at PlanetScale can post to " + ours.get().text());
  }

  private static Finding nobody(WebhookUrl url) {
    return new Mend(
        "no database's webhook posts to %s, so nothing is received: make one with that URL and enable it"
            .formatted(url.text()));
  }

  private static Finding all(int number, boolean more) {
    return more
        ? new Skipped("only the first " + number + " databases were looked at")
        : new Ok("those of " + number + " databases were looked at");
  }

  private Finding webhook(Database database, WebhookUrl url) {
    return ApiFindings.wanted(
        api.webhooks(database.name(), PageRequest.first(), patience.until()),
        page -> best(page, database, url));
  }

  /// Two webhooks of one URL are how a secret is rotated: one that is well is enough.
  private static Finding best(Page<Webhook> page, Database database, WebhookUrl url) {
    List<Finding> findings =
        page.items().stream()
            .flatMap(
                item ->
                    item instanceof Item.Read<Webhook> read
                        ? Stream.of(read.value())
                        : Stream.empty())
            .filter(webhook -> url.isWhere(webhook.url()))
            .map(webhook -> state(webhook, database))
            .toList();
    return findings.stream()
        .filter(Ok.class::isInstance)
        .findFirst()
        .or(() -> findings.stream().findFirst())
        .orElseGet(
            () ->
                new Skipped(
                    "none posts to %s, so nothing of this database is received: make one with that URL if it is to be remembered"
                        .formatted(url.text())));
  }

  private static Finding state(Webhook webhook, Database database) {
    boolean failed =
        webhook.lastSentAt() != null && Objects.equals(webhook.lastSentSuccess(), false);
    if (!webhook.enabled()) {
      return new Mend(
          failed
              ? "it is disabled, as PlanetScale does with one that keeps failing, the last time at %s: find out in the log of receive-webhook why, then enable it"
                  .formatted(webhook.lastSentAt())
              : "it is disabled, as each is when it is made: enable it");
    }
    if (failed) {
      return new Mend(
          "what it sent last, at %s, was not taken, and PlanetScale disables one that keeps failing: find out in the log of receive-webhook why"
              .formatted(webhook.lastSentAt()));
    }
    List<String> missing = missing(webhook, database);
    return missing.isEmpty()
        ? new Ok("it is enabled and sends what the memory is made of")
        : new Mend(
            "it does not send %s: subscribe it to them, or their stories have gaps"
                .formatted(String.join(", ", missing)));
  }

  /// Only deploy requests make stories; whoever wants no other events may leave them out.
  private static List<String> missing(Webhook webhook, Database database) {
    return hasDeployRequests(database)
        ? Stream.of(Milestone.values())
            .map(Milestone::event)
            .filter(event -> !webhook.events().contains(event))
            .toList()
        : List.of();
  }
}
