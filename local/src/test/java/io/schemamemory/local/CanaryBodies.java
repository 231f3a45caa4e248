package io.schemamemory.local;

import java.util.List;

/// Bodies that hold personal values and secrets wherever somebody may write them.
final class CanaryBodies {
  static final String NAME = "Canary Nightingale";
  static final String EMAIL = "canary.nightingale@example.test";
  static final String ADDRESS = "203.0.113.177";

  private static final String TELEPHONE = "+1 415 555 0177";
  private static final String SIX = "2001:db8::ca9a:71";
  private static final String PASSWORD = "hunter-canary-71";

  /// What stands in a row, in the errors of both databases and in a statement of Vitess.
  private static final String VALUE = "Nightjar Canary";

  /// All that a person or a program may write into a text that is told.
  private static final String PROSE =
      "Duplicate entry '%1$s' for key 'users.name'; Key (name)=(%1$s) already exists. Sql: \\\"insert into users values ('%1$s')\\\", BindVars: {v: \\\"%1$s\\\"} ask %2$s, %3$s, %4$s, %5$s, %6$s, node %3$s, ALTER USER a IDENTIFIED BY '%7$s' where n in ('a', '%1$s')"
          .formatted(VALUE, EMAIL, ADDRESS, SIX, TELEPHONE, "pscale_pw_" + PASSWORD, PASSWORD);

  static final List<String> ONLY_EVIDENCE =
      List.of(EMAIL, ADDRESS, SIX, TELEPHONE, PASSWORD, VALUE);

  private CanaryBodies() {}

  /// Events with texts that are told, each with everything in it, and with what cannot be read.
  static List<String> told() {
    String prose = "\"" + PROSE + "\"";
    String statement =
        "\"CREATE USER a IDENTIFIED BY '%s' COMMENT 'ask %s, %s'\""
            .formatted(PASSWORD, VALUE, EMAIL);
    return List.of(
        event(
            "deploy_request.errored",
            """
            "number":7,"branch":"b","into_branch":"main","notes":"\\u0000 %2$s","deployment":{"id":"r1",
            "deploy_check_errors":%1$s,"lint_errors":[{"error_description":%1$s}],
            "deploy_operations":[{"table_name":"users","ddl_statement":%3$s,"deploy_errors":%1$s}],
            "deployment_revert_request":{"deploy_revert_operations":[{"revert_errors":%1$s}]}}\
            """
                .formatted(prose, EMAIL, statement)),
        event(
            "database.access_request",
            "\"access_reason\":%1$s,\"denial_reason\":%1$s,\"access_target\":{\"name\":%1$s}"
                .formatted(prose)),
        event(
            "branch.schema_recommendation",
            "\"title\":%s,\"ddl_statement\":%s".formatted(prose, statement)),
        event("backup.failed", "\"name\":" + prose));
  }

  private static String event(String event, String fields) {
    return """
    {"timestamp":1777744335,"event":"%s","organization":"acme","database":"shop",
     "resource":{"id":"c1",%s}}
    """
        .formatted(event, fields);
  }

  static String body(String event, String timestamp) {
    return """
    {"timestamp":%s,"event":"%s","organization":"acme","database":"shop","note":"%s from %s",
     "resource":{"id":"b1","name":"main","actor":{"id":"a1","type":"User","display_name":"%s"}}}
    """
        .formatted(timestamp, event, EMAIL, ADDRESS, NAME);
  }
}
