package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.KeysetCanary;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.WrappedKeysets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandIT extends DoctorFixture {
  @Test
  void where_all_is_well_every_line_is_ok_in_a_stable_order() {
    Ended ended = doctor();

    assertThat(ended.lines().stream().map(line -> line.split(": ", 2)[0]).toList())
        .containsExactly(
            "ok direct connection",
            "ok pooled connection",
            "ok groups",
            "ok roles of migrator",
            "ok roles of receive_webhook",
            "ok roles of normalize_deliveries",
            "ok roles of poll_audit_log",
            "ok roles of apply_retention",
            "ok roles of search_memory",
            "ok roles of reader",
            "ok login migrator",
            "ok login receive_webhook",
            "ok login normalize_deliveries",
            "ok login poll_audit_log",
            "ok login apply_retention",
            "ok login search_memory",
            "ok login reader",
            "ok server",
            "ok reader",
            "ok logins of former names",
            "ok schema version",
            "ok months ahead",
            "ok feeds",
            "ok quarantine",
            "ok killed runs",
            "ok request budget of acme",
            "ok pending deliveries",
            "skipped keyset",
            "ok planetscale",
            "ok clock",
            "ok service token of acme",
            "ok organization acme",
            "ok audit log of acme",
            "ok databases of acme",
            "ok deploy requests of acme",
            "ok webhook of acme/shop",
            "skipped webhook of acme/ledger",
            "ok webhooks of acme");
    assertThat(ended.status()).isZero();
  }

  @Test
  void what_is_not_set_is_not_checked_and_a_line_says_what_to_set() {
    variables.clear();

    Ended ended = doctor();

    assertThat(ended.lines())
        .containsExactly(
            "skipped direct connection: set DATABASE_DIRECT_URL to check it",
            "skipped pooled connection: set DATABASE_POOLED_URL to check it",
            "skipped roles, logins, schema and what is in it: set DATABASE_DIRECT_URL to check it",
            "skipped planetscale: set PLANETSCALE_ORGANIZATION, PLANETSCALE_SERVICE_TOKEN_ID and"
                + " PLANETSCALE_SERVICE_TOKEN to check it");
    assertThat(ended.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_DIRECT_URL, nowhere",
    "DATABASE_POOLED_URL, jdbc:postgresql://elsewhere/x?user=a&password=wr0ng&sslmode=disable",
    "PLANETSCALE_API_URL, http://example.com/wr0ng",
    "PLANETSCALE_SERVICE_TOKEN, 'wr0ng token'",
    "WEBHOOK_URL, https://wr0ng@example.com/"
  })
  void a_malformed_variable_is_named_and_stops_no_other_check(String name, String value) {
    variables.put(name, value);

    Ended ended = doctor();

    assertThat(ended.lines())
        .anyMatch(line -> line.startsWith("fail setting") && line.contains(name));
    assertThat(ended.lines().stream().filter(line -> line.startsWith("ok")).toList())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void it_says_whether_a_keyset_is_the_database_s(@TempDir Path keys) {
    KeyFile key = new KeyFile(keys.resolve("sealing.key"));
    assertThat(key.makeIfAbsent()).isTrue();
    WrappedKeysets keyset = WrappedKeysets.make(key);
    variables.put("SEALING_KEY", key.path().toUri().toString());
    variables.put("SEALING_KEYSET", keyset.text());
    assertThat(doctor().lines()).contains("ok keyset: none is in use yet");

    KeysetCanary canary =
        KeysetCanary.make(
            new Sealer(keyset.unwrap(Purpose.SEALING, key)),
            new SearchHasher(keyset.unwrap(Purpose.HASHING, key)));
    database.asOwner(
        "insert into memory.keyset_canary (sealed, hash) values (decode('%s', 'hex'), decode('%s', 'hex'))"
            .formatted(
                HexFormat.of().formatHex(canary.sealed().bytes()),
                HexFormat.of().formatHex(canary.hash().bytes())));
    assertThat(doctor().lines()).contains("ok keyset: it is this database's");

    variables.put("SEALING_KEYSET", WrappedKeysets.make(key).text());
    Ended ended = doctor();
    assertThat(ended.lines())
        .anyMatch(line -> line.startsWith("fail keyset: SEALING_KEYSET has no live sealing key"));
    assertThat(ended.status()).isEqualTo(1);

    variables.put("SEALING_KEYSET", "{");
    assertThat(doctor().lines())
        .anyMatch(line -> line.startsWith("fail keyset: SEALING_KEYSET is malformed"));
  }

  @Test
  void a_word_too_many_is_answered_with_the_usage() {
    assertThat(doctor("everything").status()).isEqualTo(2);
    assertThat(doctor("--help").lines()).anyMatch(line -> line.contains("Usage: bin/doctor"));
  }

  @Test
  void looking_changes_nothing() {
    List<?> before = database.rows("select table_name from information_schema.tables order by 1");

    doctor();

    assertThat(database.rows("select table_name from information_schema.tables order by 1"))
        .isEqualTo(before);
    assertThat(database.rows("select * from memory.run")).isEmpty();
    assertThat(planetScale.requests()).allMatch(request -> request.method().equals("GET"));
  }
}
