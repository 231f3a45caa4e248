package io.schemamemory.planetscale.api;

/// What a service token must be granted, in PlanetScale's words.
enum TokenAccess {
  AUDIT_LOG("the organization access read_audit_logs (an administrator's to grant)"),
  ORGANIZATION("the organization access read_organization"),
  DATABASE("the database access read_database"),
  CHANGE_DATABASE("the database access write_database"),
  BRANCH("the database access read_branch"),
  DEPLOY_REQUEST("the database access read_deploy_request");

  private final String words;

  TokenAccess(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
