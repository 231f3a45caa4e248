package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.resource.Branch;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.DeployRequest;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Item.Unreadable;
import io.schemamemory.planetscale.api.resource.Organization;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.planetscale.api.resource.Webhook;
import io.schemamemory.testkit.planetscale.StandInDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Everything but the audit log.
class PagedListsIT {
  @AutoClose private final ClientFixture fixture = new ClientFixture();

  private final StandInDatabase shop = fixture.acme.database("shop", "mysql");

  @Test
  void an_organization_is_read() {
    Item<Organization> acme = ok(fixture.api().organization(fixture.later()));

    assertThat(read(acme).name()).isEqualTo("acme");
    assertThat(read(acme).plan()).isEqualTo("scaler_pro");
  }

  @Test
  void databases_are_read_page_after_page() {
    for (int i = 0; i < 228; i++) {
      fixture.acme.database("db" + i, "postgresql");
    }

    List<Database> all =
        walk(page -> ok(fixture.api().databases(page, fixture.later())), PageRequest.first());

    assertThat(all).hasSize(230).doesNotHaveDuplicates();
    assertThat(all.getFirst())
        .returns("shop", Database::name)
        .returns("mysql", Database::kind)
        .returns("main", Database::defaultBranch);
    assertThat(fixture.planetScale.requests("/databases")).isEqualTo(3);
  }

  @Test
  void a_database_of_a_kind_planetscale_adds_is_read() {
    shop.saying("{\"kind\":\"neki\",\"state\":null,\"default_branch\":null}");

    assertThat(read(ok(fixture.api().databases(PageRequest.first(), fixture.later()))))
        .first()
        .returns("neki", Database::kind)
        .returns(null, Database::state)
        .returns(null, Database::defaultBranch);
  }

  @Test
  void branches_of_vitess_and_of_postgres_are_read() {
    Branch vitess = branches("shop").getFirst();
    Branch postgres = branches("ledger").getFirst();

    assertThat(vitess)
        .returns("add-email-index", Branch::name)
        .returns("main", Branch::parentBranch)
        .returns(null, Branch::kind)
        .returns(false, Branch::production);
    assertThat(postgres)
        .returns("main", Branch::name)
        .returns("postgresql", Branch::kind)
        .returns(true, Branch::production)
        .returns(Instant.parse("2026-05-15T20:49:14.983Z"), Branch::schemaLastUpdatedAt);
  }

  @Test
  void deploy_requests_are_read_with_all_that_is_in_them() {
    Page<DeployRequest> page =
        ok(fixture.api().deployRequests("shop", PageRequest.first(), fixture.later()));

    assertThat(read(page)).extracting(DeployRequest::number).containsExactly(38L, 42L);
    assertThat(read(page).getLast())
        .returns("6k9choww9ktt", DeployRequest::id)
        .returns("closed", DeployRequest::state)
        .returns("complete_revert", DeployRequest::deploymentState)
        .returns(Instant.parse("2026-05-02T17:54:45.995Z"), DeployRequest::closedAt);
    assertThat(new String(page.items().getLast().raw().bytes(), UTF_8))
        .startsWith("{\"id\":\"6k9choww9ktt\"")
        .contains("ALTER TABLE `customers` DROP COLUMN `fax`")
        .endsWith("}");
  }

  @Test
  void one_deploy_request_is_read_by_its_number() {
    assertThat(read(ok(fixture.api().deployRequest("shop", 38, fixture.later()))))
        .returns("error", DeployRequest::deploymentState)
        .returns(null, DeployRequest::closedAt);
  }

  @Test
  void one_that_cannot_be_read_keeps_its_bytes_and_loses_no_other() {
    shop.deployRequest("{\"id\":\"dr43\",\"number\":43,\"branch\":[]}");

    Page<DeployRequest> page =
        ok(fixture.api().deployRequests("shop", PageRequest.first(), fixture.later()));

    assertThat(page.items()).hasSize(3);
    assertThat(page.items().getLast())
        .isInstanceOfSatisfying(
            Unreadable.class, unreadable -> assertThat(unreadable.id()).isEqualTo("dr43"));
    assertThat(ok(fixture.api().deployRequest("shop", 43, fixture.later())))
        .isEqualTo(page.items().getLast());
  }

  @Test
  void webhooks_are_read_without_their_secrets() {
    String id = webhook("https://example.com/hook");
    shop.webhooks()
        .update(
            id,
            """
            {"secret":"hunter2","enabled":false,"events":["branch.ready","branch.teleported"],
             "last_sent_result":"timeout","last_sent_success":false,
             "last_sent_at":"2026-11-20T11:00:00.000Z"}""");

    Page<Webhook> page = ok(fixture.api().webhooks("shop", PageRequest.first(), fixture.later()));

    assertThat(read(page).getFirst())
        .returns(id, Webhook::id)
        .returns("https://example.com/hook", Webhook::url)
        .returns(false, Webhook::enabled)
        .returns(List.of("branch.ready", "branch.teleported"), Webhook::events)
        .returns("timeout", Webhook::lastSentResult)
        .returns(false, Webhook::lastSentSuccess)
        .returns(Instant.parse("2026-11-20T11:00:00Z"), Webhook::lastSentAt)
        .returns("f52fbd32b2b3b86f", Webhook::secretFingerprint);
    assertThat(page.items().getFirst().raw()).isEqualTo(Raw.WITHHELD);
  }

  @Test
  void a_webhook_that_cannot_be_read_keeps_no_bytes_either() {
    String id = webhook("https://example.com/hook");
    shop.webhooks().update(id, "{\"enabled\":null}");

    assertThat(ok(fixture.api().webhooks("shop", PageRequest.first(), fixture.later())).items())
        .containsExactly(new Unreadable<>(id, "the body has no enabled", Raw.WITHHELD));
  }

  @Test
  void a_webhook_never_used_is_read() {
    String id = webhook("https://example.com/hook");
    shop.webhooks().update(id, "{\"last_sent_result\":null,\"last_sent_success\":null}");

    assertThat(read(ok(fixture.api().webhooks("shop", PageRequest.first(), fixture.later()))))
        .first()
        .returns(null, Webhook::lastSentResult)
        .returns(null, Webhook::lastSentSuccess)
        .returns(null, Webhook::lastSentAt);
  }

  private String webhook(String url) {
    return shop.webhooks().register(url);
  }

  private List<Branch> branches(String database) {
    return read(ok(fixture.api().branches(database, PageRequest.first(), fixture.later())));
  }

  private static <T> List<T> walk(Function<PageRequest, Page<T>> pages, PageRequest first) {
    List<T> met = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(first);
    while (request.isPresent()) {
      Page<T> page = pages.apply(request.get());
      met.addAll(read(page));
      request = page.next().map(PageRequest::at);
    }
    return met;
  }
}
