package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.ApiRequest.Decoder;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntryReader;
import io.schemamemory.planetscale.api.resource.Branch;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.DeployRequest;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.ItemReader;
import io.schemamemory.planetscale.api.resource.Organization;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.ResourceReader;
import io.schemamemory.planetscale.api.resource.Webhook;
import java.time.Instant;
import java.util.stream.Stream;

/// What PlanetScale tells of one organization.
///
/// Each call is tried again where that may help, until a given time; when it returns, there is an
/// answer, or no time for another try. Threads may share it.
public final class OrganizationApi {
  private final String organization;
  private final RetryingClient asker;

  OrganizationApi(String organization, RetryingClient asker) {
    this.organization = organization;
    this.asker = asker;
  }

  /// Whether anything answers, and what kind of thing: one try, whatever the token may do.
  public ApiResult<ProbeResult> reach(Instant until) {
    return asker.reach(path(), until);
  }

  /// The organization itself.
  public ApiResult<Item<Organization>> organization(Instant until) {
    Decoder<Item<Organization>> one = body -> ItemReader.one(body, ResourceReader::organization);
    return ask("the organization " + organization, path(), Access.ORGANIZATION, one, until);
  }

  /// A page of the audit log, newest entries first.
  ///
  /// A cursor is an entry's id and leads to the older ones. The log forgets entries; such a cursor
  /// is then not found, as if an access were missing: the first page tells which it is.
  public ApiResult<Page<AuditEntry>> auditLog(PageRequest page, Instant until) {
    return ask(
        "the audit log of " + organization + ", or the entry to go on from,",
        path("audit-log") + Lists.cursorQuery(page),
        Access.AUDIT_LOG,
        Lists.byCursor(page, raw -> ItemReader.read(raw, AuditEntryReader::entry)),
        until);
  }

  /// A page of the databases the token may see.
  public ApiResult<Page<Database>> databases(PageRequest page, Instant until) {
    return ask(
        "the list of databases of " + organization,
        path("databases") + Lists.numberQuery(page),
        Access.DATABASE,
        Lists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::database)),
        until);
  }

  /// A page of a database's branches.
  public ApiResult<Page<Branch>> branches(String database, PageRequest page, Instant until) {
    return ask(
        "the list of branches of " + place(database),
        path("databases", database, "branches") + Lists.numberQuery(page),
        Access.BRANCH,
        Lists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::branch)),
        until);
  }

  /// A page of a database's deploy requests; only Vitess has any. Their order is not documented.
  public ApiResult<Page<DeployRequest>> deployRequests(
      String database, PageRequest page, Instant until) {
    return ask(
        "the list of deploy requests of " + place(database),
        path("databases", database, "deploy-requests") + Lists.numberQuery(page),
        Access.DEPLOY_REQUEST,
        Lists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::deployRequest)),
        until);
  }

  /// One deploy request, by its number.
  public ApiResult<Item<DeployRequest>> deployRequest(String database, long number, Instant until) {
    Decoder<Item<DeployRequest>> one = body -> ItemReader.one(body, ResourceReader::deployRequest);
    return ask(
        "deploy request #" + number + " of " + place(database),
        path("databases", database, "deploy-requests", Long.toString(number)),
        Access.DEPLOY_REQUEST,
        one,
        until);
  }

  /// A page of a database's webhooks, without the bytes they came in: their secrets are in those.
  public ApiResult<Page<Webhook>> webhooks(String database, PageRequest page, Instant until) {
    return ask(
        "the list of webhooks of " + place(database),
        path("databases", database, "webhooks") + Lists.numberQuery(page),
        Access.DATABASE,
        Lists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::webhook).withoutRaw()),
        until);
  }

  private <T> ApiResult<T> ask(
      String what, String path, Access access, Decoder<T> decoder, Instant until) {
    return asker.ask(new ApiRequest<>(what, path, access, decoder), until);
  }

  private String path(String... names) {
    return ApiRequest.path(
        Stream.concat(Stream.of("organizations", organization), Stream.of(names))
            .toArray(String[]::new));
  }

  private String place(String database) {
    return organization + "/" + database;
  }

  @Override
  public String toString() {
    return "OrganizationApi[" + organization + "]";
  }
}
