package io.schemamemory.health;

import io.schemamemory.health.Finding.Mend;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.planetscale.api.ApiResult;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import java.util.function.Function;

/// Turns PlanetScale's answers into findings.
final class ApiFindings {
  private ApiFindings() {}

  /// Of something nothing works without.
  static <T> Finding needed(ApiResult<T> answer, Function<T, Finding> told) {
    return finding(answer, told, Mend::new);
  }

  /// Of something only this examination asks for: without the access it looks at less.
  static <T> Finding wanted(ApiResult<T> answer, Function<T, Finding> told) {
    return finding(
        answer, told, whatToDo -> new Skipped("only a look at this needs it: " + whatToDo));
  }

  private static <T> Finding finding(
      ApiResult<T> answer, Function<T, Finding> told, Function<String, Finding> missing) {
    return switch (answer) {
      case Ok<T>(T value) -> told.apply(value);
      case Refused<T>(Refusal refusal, String whatToDo) ->
          refusal == Refusal.NOT_FOUND || refusal == Refusal.FORBIDDEN
              ? missing.apply(whatToDo)
              : new Mend(whatToDo);
      case Throttled<T> later ->
          new Skipped(
              "PlanetScale is asked too often now: run this again in "
                  + (later.retryAfter().toSeconds() + 1)
                  + " seconds");
      case Unanswered<T>(String reason) ->
          new Mend(reason + ": run this again, and if it stays so ask PlanetScale's status page");
    };
  }

  /// Whether PlanetScale does not know the token at all.
  static boolean isUnknownToken(ApiResult<?> answer) {
    return answer instanceof Refused<?> refused && refused.refusal() == Refusal.UNKNOWN_TOKEN;
  }
}
