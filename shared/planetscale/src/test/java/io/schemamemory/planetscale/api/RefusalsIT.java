package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What PlanetScale will not answer, and what a person is told to do about it.
class RefusalsIT {
  @AutoClose private final ClientFixture fixture = new ClientFixture();

  static Stream<Arguments> calls() {
    return Stream.of(
        call("audit log", OrganizationApi::auditLog, "organization access read_audit_logs"),
        call("databases", OrganizationApi::databases, "database access read_database"),
        call(
            "organization",
            (api, page, until) -> api.organization(until),
            "organization access read_organization"),
        call(
            "branches",
            (api, page, until) -> api.branches("shop", page, until),
            "database access read_branch"),
        call(
            "deploy requests",
            (api, page, until) -> api.deployRequests("shop", page, until),
            "database access read_deploy_request"),
        call(
            "deploy request",
            (api, page, until) -> api.deployRequest("shop", 42, until),
            "database access read_deploy_request"),
        call(
            "webhooks",
            (api, page, until) -> api.webhooks("shop", page, until),
            "database access read_database"));
  }

  @FunctionalInterface
  interface Call {
    ApiResult<?> on(OrganizationApi api, PageRequest page, Instant until);
  }

  private static Arguments call(String name, Call call, String access) {
    return Arguments.of(Named.of(name, call), access);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_missing_access_is_named_though_it_looks_like_nothing_there(Call call, String access) {
    fixture.planetScale.grant(Acme.TOKEN, Acme.NAME);

    assertThat(refused(call))
        .returns(Refusal.NOT_FOUND, Refused::refusal)
        .satisfies(
            it ->
                assertThat(it.whatToDo())
                    .contains(
                        "(404 not_found)",
                        "check the name",
                        "the service token has the " + access,
                        "a missing access looks the same"));
    assertThat(fixture.pauses).isEmpty();
    assertThat(fixture.planetScale.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_missing_access_that_is_forbidden_is_named_too(Call call, String access) {
    fixture.planetScale.grant(Acme.TOKEN, Acme.NAME);
    fixture.planetScale.answerMissingAccess(403);

    assertThat(refused(call))
        .returns(Refusal.FORBIDDEN, Refused::refusal)
        .satisfies(
            it ->
                assertThat(it.whatToDo())
                    .contains("may not read", "(403 forbidden)", "grant it the " + access));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_token_planetscale_does_not_know_is_told_from_one_that_may_not(Call call, String access) {
    fixture.planetScale.revoke(Acme.TOKEN);

    assertThat(refused(call))
        .returns(Refusal.UNKNOWN_TOKEN, Refused::refusal)
        .satisfies(
            it ->
                assertThat(it.whatToDo())
                    .contains("does not know the service token (401 unauthorized)", "expired")
                    .doesNotContain(access));
  }

  @Test
  void a_token_of_another_organization_sees_nothing() {
    fixture.planetScale.organization("globex");

    assertThat(fixture.api("globex", Acme.TOKEN).databases(PageRequest.first(), until()))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.NOT_FOUND));
  }

  @Test
  void a_name_with_strange_letters_is_one_name() {
    fixture.planetScale.grant("t:pscale_tkn_1", "a/../b ?#%é", "read_organization");

    assertThat(fixture.api("a/../b ?#%é", "t:pscale_tkn_1").organization(until()))
        .isInstanceOf(Refused.class);
    assertThat(fixture.planetScale.requests())
        .extracting(PlanetScaleStandIn.Seen::path)
        .containsExactly("/v1/organizations/a%2F..%2Fb%20%3F%23%25%C3%A9");
  }

  @Test
  void a_page_nobody_of_planetscales_wrote_points_at_the_address() {
    fixture.planetScale.script().next(1, Fault.html(404));

    assertThat(refused(OrganizationApi::databases))
        .returns(Refusal.NOT_FOUND, Refused::refusal)
        .satisfies(
            it ->
                assertThat(it.whatToDo()).contains("(404 text/html)", "check PLANETSCALE_API_URL"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void a_request_found_wrong_is_said_to_be(int status) {
    fixture.planetScale.script().next(1, Fault.status(status));

    assertThat(refused(OrganizationApi::databases))
        .returns(Refusal.REJECTED, Refused::refusal)
        .satisfies(it -> assertThat(it.whatToDo()).contains("(" + status));
  }

  @Test
  void a_redirect_is_not_followed_anywhere() {
    try (PlanetScaleStandIn elsewhere = PlanetScaleStandIn.start(() -> FixedTime.NOW, 0)) {
      fixture.planetScale.script().next(1, Fault.redirect(elsewhere.url() + "/x"));
      fixture.planetScale.script().next(1, Fault.redirect(fixture.planetScale.url() + "/x"));

      for (int i = 0; i < 2; i++) {
        assertThat(refused(OrganizationApi::databases))
            .returns(Refusal.REJECTED, Refused::refusal)
            .satisfies(
                it ->
                    assertThat(it.whatToDo())
                        .endsWith(
                            "(302): redirects are not followed, set PLANETSCALE_API_URL to the"
                                + " new address"));
      }
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(fixture.planetScale.requests()).hasSize(2);
    }
  }

  private Refused<?> refused(Call call) {
    ApiResult<?> answer = call.on(fixture.api(), PageRequest.first(), until());
    assertThat(answer).isInstanceOf(Refused.class);
    return (Refused<?>) answer;
  }

  private Instant until() {
    return fixture.later();
  }
}
