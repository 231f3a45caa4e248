package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Organizations and databases in PlanetScale's format.
final class StandInResources {
  private static final String MADE = "2026-03-12T12:38:22.664Z";
  private static final String API = "https://api.planetscale.com/v1/organizations/";
  private static final String APP = "https://app.planetscale.com/";

  private StandInResources() {}

  static ObjectNode organization(String name, int databases) {
    ObjectNode organization =
        Json.object().put("id", Ids.of("organization", name.hashCode())).put("name", name);
    organization.put("billing_email", "billing@example.com").put("plan", "scaler_pro");
    organization.put("created_at", MADE).put("updated_at", MADE).put("sso", false);
    organization.put("database_count", databases).putObject("features");
    return organization;
  }

  static ObjectNode database(String organization, String name, String kind) {
    ObjectNode database =
        Json.object().put("id", Ids.of("database", name.hashCode())).put("name", name);
    database.put("kind", kind).put("state", "ready").put("ready", true).put("notes", "");
    database.put("default_branch", "main").put("plan", "scaler_pro");
    database.put("require_approval_for_deploy", false).put("branches_count", 1);
    database.put("created_at", MADE).put("updated_at", MADE);
    database.put("schema_last_updated_at", MADE);
    String path = organization + "/databases/" + name;
    database.put("html_url", APP + organization + "/" + name).put("url", API + path);
    return database.put("branches_url", API + path + "/branches");
  }
}
