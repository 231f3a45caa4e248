package io.schemamemory.health;

import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.ApiResult.LeadsBack;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.OutOfTime;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.TooLong;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import java.util.function.Function;

/// Turns API results into findings.
final class ApiFindings {
  private ApiFindings() {}

  /// For an access that the functions need.
  static <T> Finding needed(ApiResult<T> result, Function<T, Finding> found) {
    return finding(result, found, Fail::new);
  }

  /// For an access that only these checks use: without it they check less.
  static <T> Finding optional(ApiResult<T> result, Function<T, Finding> found) {
    return finding(result, found, whatToDo -> new Skipped("only this check needs it: " + whatToDo));
  }

  private static <T> Finding finding(
      ApiResult<T> result, Function<T, Finding> found, Function<String, Finding> missing) {
    return switch (result) {
      case Ok<T>(T value) -> found.apply(value);
      case Refused<T>(Refusal refusal, String whatToDo) ->
          refusal == Refusal.NOT_FOUND || refusal == Refusal.FORBIDDEN
              ? missing.apply(whatToDo)
              : new Fail(whatToDo);
      case Throttled<T> later ->
          new Skipped(
              "PlanetScale's request limit is reached: run this again in "
                  + (later.retryAfter().toSeconds() + 1)
                  + " seconds");
      case Unanswered<T> none -> unanswered(none.reason());
      case LeadsBack<T>(String reason) -> unanswered(reason);
      case TooLong<T> longer ->
          new Fail(longer.reason() + ", too long for this release: upgrade to a newer one");
      case OutOfTime<T> late ->
          late.wasSent() || late.failedBefore().isPresent()
              ? unanswered(late.failedBefore().orElse(late.reason()))
              : new Skipped(late.reason() + ": run this again");
    };
  }

  private static Finding unanswered(String reason) {
    return new Fail(reason + ": run this again; if it persists, see PlanetScale's status page");
  }

  /// Whether PlanetScale does not know the token at all.
  static boolean isUnknownToken(ApiResult<?> result) {
    return result instanceof Refused<?> refused && refused.refusal() == Refusal.UNKNOWN_TOKEN;
  }
}
