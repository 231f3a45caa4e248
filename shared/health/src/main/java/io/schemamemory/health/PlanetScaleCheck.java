package io.schemamemory.health;

import io.schemamemory.health.Finding.Mend;
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

/// Looks at PlanetScale: whether it answers, what the tokens may do, and what the webhooks are.
public final class PlanetScaleCheck {
  /// What a header without fractions and a clock that is kept may differ by.
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final HealthReport diagnosis;
  private final CheckDeadline patience;
  private final ApiUrl url;
  private final Optional<WebhookUrl> ours;

  /// @param url where the organizations are asked, for messages
  /// @param ours where webhooks should post, if that is known
  public PlanetScaleCheck(
      HealthReport diagnosis, CheckDeadline patience, ApiUrl url, Optional<WebhookUrl> ours) {
    this.diagnosis = diagnosis;
    this.patience = patience;
    this.url = url;
    this.ours = ours;
  }

  /// Looks at every organization; where PlanetScale does not answer, at none.
  public void examine(SortedMap<String, OrganizationApi> organizations) {
    boolean answers = organizations.isEmpty() || reaches(organizations.firstEntry().getValue());
    for (Map.Entry<String, OrganizationApi> one : organizations.entrySet()) {
      if (answers) {
        new OrganizationCheck(diagnosis, patience, one.getKey(), one.getValue(), ours).examine();
      } else {
        diagnosis.look(
            "organization " + one.getKey(),
            () -> new Skipped("PlanetScale does not answer, as said above"));
      }
    }
  }

  private boolean reaches(OrganizationApi api) {
    Instant before = patience.now();
    ApiResult<ProbeResult> answer = api.reach(patience.until());
    Instant after = patience.now();
    Finding reached =
        diagnosis.look(
            "planetscale",
            () ->
                answer instanceof ApiResult.Unanswered<ProbeResult>(String reason)
                    ? unreached(reason)
                    : ApiFindings.needed(answer, this::reached));
    diagnosis.look(
        "clock",
        () ->
            answer instanceof ApiResult.Ok<ProbeResult>(ProbeResult it) && it.date().isPresent()
                ? clock(before, it.date().get(), after)
                : new Skipped("nothing answered with a header Date to compare it with"));
    return reached instanceof Ok;
  }

  private Finding unreached(String reason) {
    return new Mend(
        "%s: check %s, which is %s, the network and any proxy in between, then run this again"
            .formatted(reason, ApiUrl.VARIABLE, url));
  }

  private Finding reached(ProbeResult it) {
    if (it.status() >= 300 && it.status() < 400) {
      return new Mend(
          "%s leads elsewhere (%d), and a token goes nowhere else: set %s to where it leads, or let the proxy in between pass it on"
              .formatted(url, it.status(), ApiUrl.VARIABLE));
    }
    if (it.status() >= 500) {
      return new Mend(
          "%s answers %d: run this again, and if it stays so ask PlanetScale's status page"
              .formatted(url, it.status()));
    }
    return it.json()
        ? new Ok(url + " answers")
        : new Mend(
            "%s answers %d with something else than JSON, as a proxy's page or a website is: check %s, such as %s, and what is in between"
                .formatted(url, it.status(), ApiUrl.VARIABLE, ApiUrl.PLANETSCALE));
  }

  private static Finding clock(Instant before, Instant theirs, Instant after) {
    Duration off =
        theirs.isBefore(before)
            ? Duration.between(theirs, before)
            : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
    return off.compareTo(CLOCKS_DIFFER) > 0
        ? new Mend(
            "ours is %d seconds %s PlanetScale's: times of what is received and polled are wrong by as much, and AWS refuses requests that are 5 minutes off; let a time server set it"
                .formatted(off.toSeconds(), theirs.isBefore(before) ? "ahead of" : "behind"))
        : new Ok("it agrees with PlanetScale's");
  }
}
