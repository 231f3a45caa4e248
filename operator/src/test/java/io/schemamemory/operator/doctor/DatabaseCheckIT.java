package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.proxy.BranchProxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseCheckIT extends DoctorFixture {
  @Test
  void a_pooler_is_no_direct_connection() {
    variables.put("DATABASE_DIRECT_URL", database.pooled(Login.MIGRATOR).reveal());

    fails("direct connection", "leads through a connection pooler", "5432 instead of 6432");
  }

  @Test
  void a_proxy_that_somebody_vouches_for_is_one() {
    DatabaseUrl own = database.administrator();
    int port = Integer.parseInt(own.place().split(":", 2)[1]);
    try (BranchProxy proxy = BranchProxy.hidingProcessIds(port, "main")) {
      DatabaseUrl proxied = own.at(proxy.port()).as(own.user() + ".main", own.password());
      variables.put("DATABASE_DIRECT_URL", proxied.reveal());
      fails("direct connection", "DATABASE_DIRECT_CONFIRMED=true");

      variables.put("DATABASE_DIRECT_CONFIRMED", "true");
      assertThat(doctor().line("direct connection")).startsWith("ok ");
    }
  }

  @Test
  void the_server_itself_is_no_pooled_connection() {
    variables.put("DATABASE_POOLED_URL", database.administrator().reveal());

    fails("pooled connection", "bypasses the connection pooler", "6432");
  }

  @Test
  void a_way_on_which_anybody_can_read_along_is_told() {
    // The same server by an address that is not known to stay on this machine.
    variables.put(
        "DATABASE_DIRECT_URL", database.administrator().reveal().replace("127.0.0.1", "0.0.0.0"));
    variables.put("DATABASE_TLS", "off");

    fails("direct connection", "anyone in between can read the traffic", "sslmode=verify-full");
  }

  @Test
  void a_wrong_password_is_told_from_a_wrong_place() {
    variables.put("DATABASE_DIRECT_URL", wrongPassword(database.administrator()).reveal());
    variables.put("DATABASE_POOLED_URL", database.administrator().at(Ports.free()).reveal());

    fails(
        "direct connection", "rejects the login administrator", "28P01", "check user and password");
    fails("pooled connection", "08001", "check host and port");
    assertThat(doctor().line("months ahead")).startsWith("skipped ").contains("fix that first");
  }

  @Test
  void a_login_the_pooler_does_not_know_is_named() {
    keep(
        Map.of(
            "reader", database.url(Login.READER).reveal(),
            "poll_audit_log", wrongPassword(database.url(Login.POLL_AUDIT_LOG)).reveal()));

    fails("login poll_audit_log", "userlist.txt", "database.json");
    assertThat(doctor().line("login reader")).startsWith("ok ");
    assertThat(doctor().line("login migrator")).startsWith("skipped ").contains("database.json");
  }

  @Test
  void a_login_without_its_group_or_a_setting_is_named() {
    String role = database.url(Login.SEARCH_MEMORY).user();
    Rows.execute(database.administrator(), "alter role " + role + " reset lock_timeout");
    Rows.execute(database.administrator(), "revoke search_memory from " + role);
    try {
      fails(
          "roles of search_memory",
          role + " is not a member of search_memory",
          role + " lacks the setting lock_timeout=1s",
          "run bin/bootstrap");
    } finally {
      Rows.execute(database.administrator(), "alter role " + role + " set lock_timeout = '1s'");
      Rows.execute(database.administrator(), "grant search_memory to " + role);
    }
  }

  @Test
  void a_login_that_may_not_log_in_is_named() {
    String role = database.url(Login.SEARCH_MEMORY).user();
    Rows.execute(database.administrator(), "alter role " + role + " nologin");
    try {
      fails("roles of search_memory", "may log in", "run bin/bootstrap");
    } finally {
      Rows.execute(database.administrator(), "alter role " + role + " login");
    }
  }

  @Test
  void a_schema_of_another_release_is_told() {
    variables.put("DATABASE_DIRECT_URL", EmptyDatabase.bootstrapped().administrator().reveal());

    fails("schema version", "is not applied", "more: invoke migrate-schema");
    assertThat(doctor().line("quarantine")).startsWith("fail ").contains("run migrate-schema");
  }

  @Test
  void a_table_without_two_months_ahead_is_named() {
    database.asOwner(
        """
        do $$ begin
          execute (select 'drop table ' || name from memory.month_of('run') order by starts desc limit 1);
        end $$
        """);
    try {
      fails("months ahead", "run has 1:", "invoke apply-retention");
    } finally {
      database.asOwner("select memory.ensure_month('run', now() + interval '2 months')");
    }
  }

  @Test
  void a_feed_that_lags_or_was_never_read_is_named() {
    database.asOwner("update memory.feed_position set caught_up_at = now() - interval '7 hours'");
    fails("feeds", "acme was read completely 7 hours ago", "15 days");

    database.asOwner("truncate memory.feed_position");
    fails("feeds", "acme was never read");
  }

  @Test
  void what_rests_in_quarantine_is_counted() {
    database.asOwner(
        """
        insert into memory.quarantine (kind, reference, reason, attempts, version)
        values ('delivery', 17, 'a test', 5, 'test')
        """);

    fails("quarantine", "1 deliveries since ", "\"quarantined\":true");
  }

  @Test
  void a_delivery_that_nobody_takes_is_told() {
    database.receive(Samples.payload("deploy_request.opened"));
    assertThat(doctor().line("pending deliveries"))
        .isEqualTo("ok pending deliveries: 1 pending, none for long");

    database.asOwner("update memory.pending set not_before = now() - interval '20 minutes'");
    fails("pending deliveries", "1 pending, the oldest for 20 minutes");
  }

  @Test
  void a_run_without_an_end_was_killed_unless_it_may_still_run() {
    database.asOwner("insert into memory.run (function) values ('poll-audit-log')");
    assertThat(doctor().line("killed runs")).startsWith("ok ");

    // First, on its own: a statement cannot make a month of the table that it writes.
    database.asOwner("select memory.ensure_month('run', now() - interval '20 minutes')");
    database.asOwner(
        """
        insert into memory.run (function, started_at)
        select function, now() - interval '20 minutes'
        from unnest(array['poll-audit-log', 'apply-retention', 'poll-audit-log']) as function
        """);
    fails(
        "killed runs",
        "1 of apply-retention in the last day, the latest started at ",
        "2 of poll-audit-log in the last day");
  }

  @Test
  void a_budget_that_is_nearly_used_up_is_told() {
    database.asOwner(
        """
        insert into memory.request_budget (organization, minute, remaining)
        values ('acme', date_trunc('minute', now(), 'UTC') + interval '1 minute', 0)
        """);

    fails("request budget of acme", "0 of 600 requests are left this minute");
    assertThat(doctor().line("planetscale"))
        .startsWith("skipped ")
        .contains("request limit is reached");
  }
}
