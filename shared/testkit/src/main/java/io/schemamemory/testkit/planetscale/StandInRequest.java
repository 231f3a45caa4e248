package io.schemamemory.testkit.planetscale;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request as the stand-in understands it.
///
/// @param path the remaining segments of the path
/// @param accesses the accesses of its token
record StandInRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    String body,
    Set<String> accesses,
    int missingAccess) {

  static StandInRequest of(HttpExchange exchange, Set<String> accesses, int missingAccess)
      throws IOException {
    return new StandInRequest(
        exchange.getRequestMethod(),
        Stream.of(exchange.getRequestURI().getRawPath().split("/"))
            .filter(name -> !name.isEmpty())
            .map(StandInRequest::decode)
            .toList(),
        query(exchange.getRequestURI().getRawQuery()),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        accesses,
        missingAccess);
  }

  /// This request without the path's first segments.
  StandInRequest below(int names) {
    return new StandInRequest(
        method, path.subList(names, path.size()), query, body, accesses, missingAccess);
  }

  /// Whether it matches method and path; `*` matches any segment.
  boolean asks(String wanted, String... names) {
    if (!method.equals(wanted) || path.size() != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!names[i].equals("*") && !names[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Answers if the token has the access; if not, PlanetScale mostly answers 404.
  StandInReply with(String access, Supplier<StandInReply> answer) {
    if (accesses.contains(access)) {
      return answer.get();
    }
    return missingAccess == 404
        ? StandInReply.notFound()
        : StandInReply.error(missingAccess, "forbidden", "Forbidden");
  }

  /// Refuses unknown parameters, so that no test passes because they are ignored.
  StandInReply knowing(Set<String> parameters, Supplier<StandInReply> answer) {
    return parameters.containsAll(query.keySet())
        ? answer.get()
        : StandInReply.error(400, "bad_request", "the stand-in knows only " + parameters);
  }

  /// A number in the query, between 1 and a bound.
  int number(String name, int otherwise, int most) {
    @Nullable String value = query.get(name);
    return value == null ? otherwise : Math.clamp(Integer.parseInt(value), 1, most);
  }

  private static Map<String, String> query(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      String[] parts = parameter.split("=", 2);
      parameters.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
