package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.LINES;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.TEXT;
import static io.schemamemory.planetscale.Shape.TIME;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.schemamemory.domain.event.Facts;

/// Reads a schema recommendation, which has the API's shape.
final class Recommendations {
  private Recommendations() {}

  static Facts facts(JsonObject resource, Actors actors) throws UnreadableException {
    return new Facts.Recommendation(
        resource.need("id", NAME),
        resource.key("state", NAME),
        resource.maybe("number", WHOLE_NUMBER),
        resource.maybe("title", TEXT),
        resource.maybe("recommendation_type", NAME),
        resource.maybe("keyspace", NAME),
        resource.maybe("table_name", NAME),
        resource.maybe("ddl_statement", LINES),
        resource.maybe("html_url", TEXT),
        actors.meet(resource, "dismissed_by"),
        resource.maybe("created_at", TIME),
        resource.maybe("applied_at", TIME),
        resource.maybe("dismissed_at", TIME),
        resource.maybe("updated_at", TIME));
  }
}
