package io.schemamemory.local.gateway;

import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Route;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of all functions, the most specific first, as API Gateway chooses them.
final class Routes {
  /// A matched route with its function and path parameters.
  record Match(Route route, Function function, Map<String, String> pathParameters) {}

  private record Bound(Route route, PathPattern pattern, Function function) {}

  private static final Comparator<Bound> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Bound::pattern)
          .thenComparing(bound -> bound.route().method().equals(Route.ANY));

  private final List<Bound> bound;

  Routes(Collection<Function> functions) {
    bound =
        functions.stream()
            .flatMap(
                function ->
                    function.routes().stream()
                        .map(route -> new Bound(route, PathPattern.of(route.path()), function)))
            .sorted(MOST_SPECIFIC_FIRST)
            .toList();
  }

  /// The path is the decoded one, as in API Gateway.
  Optional<Match> match(String method, String path) {
    for (Bound each : bound) {
      String takes = each.route().method();
      Optional<Map<String, String>> parameters = each.pattern().match(path);
      if (parameters.isPresent() && (takes.equals(Route.ANY) || takes.equals(method))) {
        return Optional.of(new Match(each.route(), each.function(), parameters.get()));
      }
    }
    return Optional.empty();
  }
}
