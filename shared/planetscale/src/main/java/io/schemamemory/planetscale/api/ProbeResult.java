package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.http.Reply;
import io.schemamemory.planetscale.api.resource.ListBody;
import io.schemamemory.planetscale.api.resource.Raw;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a probe of the API's address got back, whatever its status.
///
/// @param status of HTTP
/// @param json whether the body is a JSON object, as all of PlanetScale's are
/// @param date when the server replied, by its clock, in whole seconds
public record ProbeResult(int status, boolean json, Optional<Instant> date) {
  static ProbeResult of(Reply.Received received) {
    return new ProbeResult(
        received.status(), isJson(received.body()), received.date().flatMap(ProbeResult::time));
  }

  private static boolean isJson(Raw body) {
    try {
      ListBody.member(body, "code");
      return true;
    } catch (UnreadableException other) {
      return false;
    }
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
