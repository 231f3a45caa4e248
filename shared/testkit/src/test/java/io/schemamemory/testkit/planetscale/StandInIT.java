package io.schemamemory.testkit.planetscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.StandInClient.Answered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandInIT {
  @AutoClose private final StandInClient asking = new StandInClient();

  @Test
  void a_hundred_thousand_entries_are_kept_and_the_oldest_found() {
    asking.acme.auditLog().generate(100_000, FixedTime.NOW, Duration.ofSeconds(1));
    List<String> ids = asking.acme.auditLog().ids();

    Answered oldest = asking.get("/audit-log?limit=100&starting_after=" + ids.get(100_149));

    assertThat(ids).hasSize(100_250).doesNotHaveDuplicates();
    assertThat(oldest.ids()).isEqualTo(ids.subList(100_150, 100_250));
    assertThat(oldest.body().path("has_next").booleanValue()).isFalse();
    assertThat(oldest.body().path("cursor_end").asText()).isEqualTo(ids.getLast());
  }

  @Test
  void the_same_is_generated_every_time() {
    try (StandInClient other = new StandInClient()) {
      assertThat(asking.get("/audit-log?limit=100")).isEqualTo(other.get("/audit-log?limit=100"));
    }
  }

  @Test
  void of_entries_of_one_time_the_later_stands_first() {
    String first = asking.acme.auditLog().add(FixedTime.NOW, "a.b");
    String second = asking.acme.auditLog().add(FixedTime.NOW, "a.b");

    assertThat(asking.get("/audit-log?limit=2").ids()).containsExactly(second, first);
  }

  @Test
  void newer_entries_are_those_just_before_a_cursor() {
    List<String> ids = asking.acme.auditLog().ids();

    Answered newer = asking.get("/audit-log?limit=10&ending_before=" + ids.get(100));
    Answered newest = asking.get("/audit-log?limit=10&ending_before=" + ids.get(4));

    assertThat(newer.ids()).isEqualTo(ids.subList(90, 100));
    assertThat(newer.body().path("has_prev").booleanValue()).isTrue();
    assertThat(newest.ids()).isEqualTo(ids.subList(0, 4));
    assertThat(newest.body().path("has_prev").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', 25", "?limit=100, 100", "?limit=1000, 100", "?limit=1, 1"})
  void no_page_is_longer_than_a_hundred(String query, int length) {
    assertThat(asking.get("/audit-log" + query).ids()).hasSize(length);
  }

  @Test
  void removed_entries_are_gone_and_their_cursors_are_not_found() {
    List<String> ids = asking.acme.auditLog().ids();
    asking.acme.auditLog().keepFor(Duration.ofMinutes(10));

    assertThat(asking.get("/audit-log").ids()).isEqualTo(ids.subList(0, 6));
    assertThat(asking.get("/audit-log?starting_after=" + ids.get(6)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/audit-log?filters[]=x",
        "/databases?q=shop",
        "/databases/shop/branches?order=asc",
        "/databases/shop/deploy-requests?state=open",
        "/audit-log?limit=many"
      })
  void an_unknown_parameter_is_refused(String path) {
    assertThat(asking.get(path.replace("[]", "%5B%5D")).status()).isEqualTo(400);
  }

  @Test
  void six_hundred_requests_a_minute_are_answered() {
    for (int i = 0; i < 600; i++) {
      assertThat(asking.get("").status()).isEqualTo(200);
    }
    assertThat(asking.get("").status()).isEqualTo(429);

    asking.wait(Duration.ofSeconds(60));
    assertThat(asking.get("").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + Acme.TOKEN, "sample", "other:pscale_tkn_1", "Basic c2FtcGxl"})
  void only_the_bare_token_is_known(String header) {
    assertThat(asking.send("GET", "", "", header).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/databases/none", "/databases/none/branches", "/databases/shop/x"})
  void a_missing_resource_is_not_found(String path) {
    assertThat(asking.get(path).status()).isEqualTo(404);
  }

  @Test
  void a_fault_applies_to_the_path_it_was_scripted_for() {
    asking.planetScale.script().next(1, "/branches", Fault.status(500));

    assertThat(asking.get("/databases").status()).isEqualTo(200);
    assertThat(asking.get("/databases/shop/branches").status()).isEqualTo(500);
    assertThat(asking.get("/databases/shop/branches").status()).isEqualTo(200);
    assertThat(asking.planetScale.requests("/branches")).isEqualTo(2);
  }

  @Test
  void an_empty_page_claims_to_be_the_last() {
    asking.planetScale.script().next(1, Fault.emptyPage());

    Answered empty = asking.get("/audit-log");

    assertThat(empty.ids()).isEmpty();
    assertThat(empty.body().path("has_next").booleanValue()).isFalse();
  }
}
