package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.Question.Decoder;
import java.time.Instant;
import java.util.stream.Stream;

/// What PlanetScale tells of one organization.
///
/// Each call is tried again where that may help, until a given time; when it returns, there is an
/// answer, or no time for another try. Threads may share it.
public final class OrganizationApi {
  private final String organization;
  private final Asker asker;

  OrganizationApi(String organization, Asker asker) {
    this.organization = organization;
    this.asker = asker;
  }

  /// Whether anything answers, and what kind of thing: one try, whatever the token may do.
  public Answer<Reached> reach(Instant until) {
    return asker.reach(path(), until);
  }

  /// The organization itself.
  public Answer<Item<Organization>> organization(Instant until) {
    Decoder<Item<Organization>> one = body -> Items.one(body, Resources::organization);
    return ask("the organization " + organization, path(), Access.ORGANIZATION, one, until);
  }

  /// A page of the audit log, newest entries first.
  ///
  /// A cursor is an entry's id and leads to the older ones. The log forgets entries; such a cursor
  /// is then not found, as if an access were missing: the first page tells which it is.
  public Answer<Page<AuditEntry>> auditLog(PageRequest page, Instant until) {
    return ask(
        "the audit log of " + organization + ", or the entry to go on from,",
        path("audit-log") + Lists.cursorQuery(page),
        Access.AUDIT_LOG,
        Lists.byCursor(page, raw -> Items.read(raw, AuditEntries::entry)),
        until);
  }

  /// A page of the databases the token may see.
  public Answer<Page<Database>> databases(PageRequest page, Instant until) {
    return ask(
        "the list of databases of " + organization,
        path("databases") + Lists.numberQuery(page),
        Access.DATABASE,
        Lists.byNumber(page, raw -> Items.read(raw, Resources::database)),
        until);
  }

  /// A page of a database's branches.
  public Answer<Page<Branch>> branches(String database, PageRequest page, Instant until) {
    return ask(
        "the list of branches of " + place(database),
        path("databases", database, "branches") + Lists.numberQuery(page),
        Access.BRANCH,
        Lists.byNumber(page, raw -> Items.read(raw, Resources::branch)),
        until);
  }

  /// A page of a database's deploy requests; only Vitess has any. Their order is not documented.
  public Answer<Page<DeployRequest>> deployRequests(
      String database, PageRequest page, Instant until) {
    return ask(
        "the list of deploy requests of " + place(database),
        path("databases", database, "deploy-requests") + Lists.numberQuery(page),
        Access.DEPLOY_REQUEST,
        Lists.byNumber(page, raw -> Items.read(raw, Resources::deployRequest)),
        until);
  }

  /// One deploy request, by its number.
  public Answer<Item<DeployRequest>> deployRequest(String database, long number, Instant until) {
    Decoder<Item<DeployRequest>> one = body -> Items.one(body, Resources::deployRequest);
    return ask(
        "deploy request #" + number + " of " + place(database),
        path("databases", database, "deploy-requests", Long.toString(number)),
        Access.DEPLOY_REQUEST,
        one,
        until);
  }

  /// A page of a database's webhooks, without the bytes they came in: their secrets are in those.
  public Answer<Page<Webhook>> webhooks(String database, PageRequest page, Instant until) {
    return ask(
        "the list of webhooks of " + place(database),
        path("databases", database, "webhooks") + Lists.numberQuery(page),
        Access.DATABASE,
        Lists.byNumber(page, raw -> Items.read(raw, Resources::webhook).withoutRaw()),
        until);
  }

  private <T> Answer<T> ask(
      String what, String path, Access access, Decoder<T> decoder, Instant until) {
    return asker.ask(new Question<>(what, path, access, decoder), until);
  }

  private String path(String... names) {
    return Question.path(
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
