package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// The organization of the sample payloads: the database `shop` on Vitess and `ledger` on Postgres.
public final class Acme {
  /// Its name.
  public static final String NAME = "acme";

  /// A token that may read everything and register webhooks; no real organization has it.
  public static final String TOKEN = "sample:pscale_tkn_of_the_stand_in";

  private Acme() {}

  /// Makes it in a stand-in.
  ///
  /// @param newest the time of its newest entry in the audit log
  public static StandInOrganization in(PlanetScaleStandIn planetScale, Instant newest) {
    planetScale.grant(
        TOKEN,
        NAME,
        "read_organization",
        "read_audit_logs",
        "read_database",
        "write_database",
        "read_branch",
        "read_deploy_request");
    StandInOrganization acme = planetScale.organization(NAME);
    acme.database("shop", "mysql")
        .branch(resource("branch.ready"))
        .deployRequest(resource("deploy_request.errored"))
        .deployRequest(resource("deploy_request.closed"));
    acme.database("ledger", "postgresql").branch(resource("branch.primary_promoted"));
    acme.auditLog().generate(250, newest, Duration.ofMinutes(10));
    return acme;
  }

  /// Webhooks contain a resource's type, the API does not.
  private static String resource(String event) {
    String payload = new String(Samples.payload(event), StandardCharsets.UTF_8);
    ObjectNode resource = (ObjectNode) Json.object(payload).path("resource");
    resource.remove("type");
    return resource.toString();
  }
}
