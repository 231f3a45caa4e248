package io.schemamemory.health;

import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PageRequest;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Webhook;
import io.schemamemory.planetscale.api.resource.WebhookState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks the webhooks of an organization's databases, each database by itself.
final class WebhookCheck {
  private final HealthReport report;
  private final CheckDeadline deadline;
  private final String organization;
  private final OrganizationApi api;
  private final Optional<WebhookUrl> ourUrl;

  WebhookCheck(
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

  /// @param more whether there are further databases
  void check(List<Database> databases, boolean more) {
    if (ourUrl.isEmpty() || !ourUrl.get().isPublic()) {
      report.check("webhooks of " + organization, this::nowhere);
      return;
    }
    boolean any = false;
    for (Database database : databases) {
      Finding webhook =
          report.check(
              "webhook of " + organization + "/" + database.name(),
              () ->
                  deadline.isOver()
                      ? new Skipped("there was no time left for it")
                      : webhook(database, ourUrl.get()));
      any |= !(webhook instanceof Skipped);
    }
    boolean none = !any;
    report.check(
        "webhooks of " + organization,
        () -> none && !more ? none(ourUrl.get()) : all(databases.size(), more));
  }

  private Finding nowhere() {
    return new Skipped(
        ourUrl.isEmpty()
            ? "set %s to %s to check them".formatted(WebhookUrl.VARIABLE, WebhookUrl.FORM)
            : "PlanetScale cannot post to " + ourUrl.get().text());
  }

  private static Finding none(WebhookUrl url) {
    return new Fail(
        "no database has a webhook to %s, so nothing is received: create one with that URL and enable it"
            .formatted(url.text()));
  }

  private static Finding all(int number, boolean more) {
    return more
        ? new Skipped("only the first " + number + " databases were checked")
        : new Ok(number + " databases were checked");
  }

  private Finding webhook(Database database, WebhookUrl url) {
    return ApiFindings.optional(
        api.webhooks(database.name(), PageRequest.first(), deadline.until()),
        page ->
            finding(
                WebhookState.of(readable(page), url::isPrefixOf, database.neededEvents()), url));
  }

  private static List<Webhook> readable(Page<Webhook> page) {
    return page.items().stream()
        .flatMap(
            item ->
                item instanceof Item.Read<Webhook> read ? Stream.of(read.value()) : Stream.empty())
        .toList();
  }

  private static Finding finding(WebhookState state, WebhookUrl url) {
    return switch (state) {
      case WebhookState.Healthy _ -> new Ok("it is enabled and sends every event that is needed");
      case WebhookState.Disabled disabled ->
          new Fail(
              disabled
                  .failedAt()
                  .map(
                      "it is disabled, and its last delivery failed at %s: PlanetScale disables a webhook that keeps failing, so see in the log of receive-webhook why, then enable it"
                          ::formatted)
                  .orElse("it is disabled, as PlanetScale creates webhooks: enable it"));
      case WebhookState.Failing failing ->
          new Fail(
              "its last delivery failed at %s, and PlanetScale disables a webhook that keeps failing: see in the log of receive-webhook why"
                  .formatted(failing.failedAt()));
      case WebhookState.EventsMissing missing ->
          new Fail(
              "it does not send %s: subscribe it to them, or stories of deploy requests have gaps"
                  .formatted(String.join(", ", missing.events())));
      case WebhookState.Missing _ ->
          new Skipped(
              "none posts to %s, so nothing of this database is received: create one with that URL if it is to be remembered"
                  .formatted(url.text()));
    };
  }
}
