package io.schemamemory.planetscale.api;

/// What a service token must have been granted, in PlanetScale's words.
enum Access {
  AUDIT_LOG("the organization access read_audit_logs (an administrator's to grant)"),
  ORGANIZATION("the organization access read_organization"),
  DATABASE("the database access read_database"),
  BRANCH("the database access read_branch"),
  DEPLOY_REQUEST("the database access read_deploy_request");

  private final String words;

  Access(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
