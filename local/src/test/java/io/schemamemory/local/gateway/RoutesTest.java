package io.schemamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.template.Route;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              Samples.function("Rest", new Route(Route.ANY, "/{proxy+}")),
              Samples.function("Any", new Route(Route.ANY, "/hooks")),
              Samples.function("One", new Route("POST", "/hooks/{id}")),
              Samples.function("Post", new Route("POST", "/hooks"))));

  @ParameterizedTest
  @CsvSource({
    "POST, /hooks,   Post, POST /hooks",
    "GET,  /hooks,   Any,  ANY /hooks",
    "POST, /hooks/7, One,  POST /hooks/{id}",
    "GET,  /hooks/7, Rest, ANY /{proxy+}",
    "GET,  /other,   Rest, ANY /{proxy+}"
  })
  void the_most_specific_route_takes_a_request(
      String method, String path, String function, String key) {
    Routes.Match match = routes.match(method, path).orElseThrow();

    assertThat(match.function().logicalId()).isEqualTo(function);
    assertThat(match.route().key()).isEqualTo(key);
  }
}
