package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.testkit.FixedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A plain HTTP client of the stand-in, with a clock that moves only on request.
final class StandInClient implements AutoCloseable {
  final AtomicReference<Instant> now = new AtomicReference<>(FixedTime.NOW);
  final PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(now::get, 0);
  final StandInOrganization acme = Acme.in(planetScale, FixedTime.NOW);
  private final HttpClient http = HttpClient.newHttpClient();

  record Answered(int status, JsonNode body) {
    List<String> ids() {
      return body.path("data").valueStream().map(item -> item.path("id").asText()).toList();
    }
  }

  Answered get(String path) {
    return send("GET", path, "", Acme.TOKEN);
  }

  Answered send(String method, String path, String body, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(planetScale.url() + "/organizations/acme" + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", token)
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answered(response.statusCode(), new ObjectMapper().readTree(response.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  void wait(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public void close() {
    http.close();
    planetScale.close();
  }
}
