package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Cursor;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditLogIT {
  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void a_page_is_newest_first_and_leads_to_the_next() {
    Page<AuditEntry> first = page(PageRequest.first());
    Page<AuditEntry> second = page(PageRequest.at(first.next().orElseThrow()));

    assertThat(ids(first)).isEqualTo(fixture.acme.auditLog().ids().subList(0, 100));
    assertThat(ids(second)).isEqualTo(fixture.acme.auditLog().ids().subList(100, 200));
    assertThat(read(first))
        .extracting(AuditEntry::createdAt)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .startsWith(FixedTime.NOW);
  }

  @Test
  void a_page_is_as_long_as_asked() {
    assertThat(page(new PageRequest(null, 7)).items()).hasSize(7);
  }

  @Test
  void the_last_page_leads_nowhere() {
    Cursor beforeLast = new Cursor(fixture.acme.auditLog().ids().get(248));

    assertThat(page(PageRequest.at(beforeLast)))
        .satisfies(page -> assertThat(page.items()).hasSize(1))
        .satisfies(page -> assertThat(page.next()).isEmpty());
  }

  @Test
  void a_long_log_is_walked_to_its_end_and_each_entry_met_once() {
    fixture.acme.auditLog().generate(10_000, FixedTime.NOW, Duration.ofSeconds(1));

    assertThat(walk(() -> {})).isEqualTo(fixture.acme.auditLog().ids());
    assertThat(fixture.planetScale.requests("audit-log")).isEqualTo(103);
  }

  @Test
  void entries_that_arrive_while_walking_hide_none_of_the_older() {
    List<String> before = fixture.acme.auditLog().ids();

    List<String> met =
        walk(() -> fixture.acme.auditLog().add(FixedTime.NOW, "database_branch.created"));

    assertThat(met).isEqualTo(before);
    assertThat(fixture.acme.auditLog().ids()).hasSize(before.size() + 3);
  }

  @Test
  void a_cursor_of_an_entry_no_longer_kept_is_not_found() {
    fixture.acme.auditLog().keepFor(Duration.ofHours(5));
    Cursor oldest = new Cursor(fixture.acme.auditLog().ids().getLast());
    fixture.now.updateAndGet(now -> now.plus(Duration.ofMinutes(30)));

    assertThat(fixture.api().auditLog(PageRequest.at(oldest), fixture.later()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(ApiResult.Refusal.NOT_FOUND);
              assertThat(refused.whatToDo()).contains("or the entry to go on from");
            });
  }

  @Test
  void a_page_given_before_is_not_taken_for_the_next() {
    Cursor next = page(PageRequest.first()).next().orElseThrow();
    fixture.planetScale.script().next(2, Fault.previousPage());

    assertThat(ids(page(PageRequest.at(next))))
        .isEqualTo(fixture.acme.auditLog().ids().subList(100, 200));
    assertThat(fixture.pauses).hasSize(2);
  }

  @Test
  void a_page_the_wrong_way_round_is_passed_on_and_leads_where_it_says() {
    fixture.planetScale.script().next(1, Fault.reversedPage());

    Page<AuditEntry> page = page(PageRequest.first());

    List<String> ids = new ArrayList<>(fixture.acme.auditLog().ids().subList(0, 100));
    assertThat(page.next()).contains(new Cursor(ids.getLast()));
    Collections.reverse(ids);
    assertThat(ids(page)).isEqualTo(ids);
  }

  /// Reads page after page, something happening between one and the next.
  private List<String> walk(Runnable between) {
    List<String> met = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    do {
      Page<AuditEntry> page = page(cursor.map(PageRequest::at).orElse(PageRequest.first()));
      met.addAll(ids(page));
      cursor = page.next();
      between.run();
    } while (cursor.isPresent());
    return met;
  }

  private Page<AuditEntry> page(PageRequest request) {
    return ok(fixture.api().auditLog(request, fixture.later()));
  }

  private static List<String> ids(Page<AuditEntry> page) {
    return read(page).stream().map(AuditEntry::id).toList();
  }
}
