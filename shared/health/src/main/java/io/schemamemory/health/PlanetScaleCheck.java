package io.schemamemory.health;

import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.ProbeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Checks PlanetScale: whether it answers, what the tokens may do, and how the webhooks are.
public final class PlanetScaleCheck {
  /// A header in whole seconds and a synchronized clock may differ by this much.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final HealthReport report;
  private final CheckDeadline deadline;
  private final ApiUrl url;
  private final Optional<WebhookUrl> ourUrl;

  /// @param url the API's address, for messages
  /// @param ourUrl where webhooks should post, if known
  public PlanetScaleCheck(
      HealthReport report, CheckDeadline deadline, ApiUrl url, Optional<WebhookUrl> ourUrl) {
    this.report = report;
    this.deadline = deadline;
    this.url = url;
    this.ourUrl = ourUrl;
  }

  /// Checks every organization, if PlanetScale answers.
  public void check(SortedMap<String, OrganizationApi> organizations) {
    boolean answers = organizations.isEmpty() || answers(organizations.firstEntry().getValue());
    for (Map.Entry<String, OrganizationApi> one : organizations.entrySet()) {
      if (answers) {
        new OrganizationCheck(report, deadline, one.getKey(), one.getValue(), ourUrl).check();
      } else {
        report.check(
            "organization " + one.getKey(),
            () -> new Skipped("PlanetScale does not answer: see the line planetscale"));
      }
    }
  }

  private boolean answers(OrganizationApi api) {
    Instant before = deadline.now();
    ApiResult<ProbeResult> result = api.probe(deadline.until());
    Instant after = deadline.now();
    Finding answered =
        report.check(
            "planetscale",
            () ->
                switch (result) {
                  case ApiResult.Unanswered<ProbeResult> none -> unanswered(none.reason());
                  case ApiResult.OutOfTime<ProbeResult> late when late.wasSent() ->
                      unanswered(late.reason());
                  default -> ApiFindings.needed(result, this::answered);
                });
    report.check(
        "clock",
        () ->
            result instanceof ApiResult.Ok<ProbeResult>(ProbeResult it) && it.date().isPresent()
                ? clock(before, it.date().get(), after)
                : new Skipped("no reply had a Date header to compare it with"));
    return answered instanceof Ok;
  }

  private Finding unanswered(String reason) {
    return new Fail(
        "%s: check %s, which is %s, the network and any proxy in between, then run this again"
            .formatted(reason, ApiUrl.VARIABLE, url));
  }

  private Finding answered(ProbeResult it) {
    if (it.status() >= 300 && it.status() < 400) {
      return new Fail(
          "%s redirects (%d), and a token is sent to no other address: set %s to the new address, or let the proxy in between forward requests"
              .formatted(url, it.status(), ApiUrl.VARIABLE));
    }
    if (it.status() >= 500) {
      return new Fail(
          "%s answers %d: run this again; if it persists, see PlanetScale's status page"
              .formatted(url, it.status()));
    }
    return it.json()
        ? new Ok(url + " answers")
        : new Fail(
            "%s answers %d, but not with JSON, so it may be a proxy or a website: check %s, such as %s, and any proxy in between"
                .formatted(url, it.status(), ApiUrl.VARIABLE, ApiUrl.PLANETSCALE));
  }

  private static Finding clock(Instant before, Instant theirs, Instant after) {
    Duration off =
        theirs.isBefore(before)
            ? Duration.between(theirs, before)
            : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
    return off.compareTo(TOLERANCE) > 0
        ? new Fail(
            "this machine's clock is %d seconds %s PlanetScale's: times of deliveries and audit entries are off by as much, and AWS refuses requests that are 5 minutes off; synchronize it with a time server (NTP)"
                .formatted(off.toSeconds(), theirs.isBefore(before) ? "ahead of" : "behind"))
        : new Ok("it agrees with PlanetScale's");
  }
}
