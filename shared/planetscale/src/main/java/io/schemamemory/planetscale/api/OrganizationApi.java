package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.ApiRequest.Decoder;
import io.schemamemory.planetscale.api.ApiResult.Done;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntryReader;
import io.schemamemory.planetscale.api.resource.Branch;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.DeployRequest;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.ItemReader;
import io.schemamemory.planetscale.api.resource.Organization;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.planetscale.api.resource.ResourceReader;
import io.schemamemory.planetscale.api.resource.Webhook;
import java.time.Instant;
import java.util.stream.Stream;

/// PlanetScale's API for one organization.
///
/// Each call is retried where that is safe and may help, until a given time. Threads may share it.
public final class OrganizationApi {
  private final String organization;
  private final RetryingClient client;

  OrganizationApi(String organization, RetryingClient client) {
    this.organization = organization;
    this.client = client;
  }

  /// Whether anything answers, and what kind of thing: one try, whatever the token may do.
  public ApiResult<ProbeResult> probe(Instant until) {
    return client.probe(path(), until);
  }

  /// The organization itself.
  public ApiResult<Item<Organization>> organization(Instant until) {
    Decoder<Item<Organization>> one = body -> ItemReader.one(body, ResourceReader::organization);
    return get("the organization " + organization, path(), TokenAccess.ORGANIZATION, one, until);
  }

  /// A page of the audit log, newest entries first.
  ///
  /// A cursor is an entry's id and leads to the older ones. When the log no longer has that entry,
  /// the result is NOT_FOUND, as for a missing access: the first page tells which it is.
  public ApiResult<Page<AuditEntry>> auditLog(PageRequest page, Instant until) {
    return get(
        "the audit log of " + organization + ", or the entry to go on from,",
        path("audit-log") + PagedLists.cursorQuery(page),
        TokenAccess.AUDIT_LOG,
        PagedLists.byCursor(page, raw -> ItemReader.read(raw, AuditEntryReader::entry)),
        until);
  }

  /// A page of the databases the token may see.
  public ApiResult<Page<Database>> databases(PageRequest page, Instant until) {
    return get(
        "the list of databases of " + organization,
        path("databases") + PagedLists.numberQuery(page),
        TokenAccess.DATABASE,
        PagedLists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::database)),
        until);
  }

  /// A page of a database's branches.
  public ApiResult<Page<Branch>> branches(String database, PageRequest page, Instant until) {
    return get(
        "the list of branches of " + place(database),
        path("databases", database, "branches") + PagedLists.numberQuery(page),
        TokenAccess.BRANCH,
        PagedLists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::branch)),
        until);
  }

  /// A page of a database's deploy requests; only Vitess has any. Their order is not documented.
  public ApiResult<Page<DeployRequest>> deployRequests(
      String database, PageRequest page, Instant until) {
    return get(
        "the list of deploy requests of " + place(database),
        path("databases", database, "deploy-requests") + PagedLists.numberQuery(page),
        TokenAccess.DEPLOY_REQUEST,
        PagedLists.byNumber(page, raw -> ItemReader.read(raw, ResourceReader::deployRequest)),
        until);
  }

  /// One deploy request, by its number.
  public ApiResult<Item<DeployRequest>> deployRequest(String database, long number, Instant until) {
    Decoder<Item<DeployRequest>> one = body -> ItemReader.one(body, ResourceReader::deployRequest);
    return get(
        "deploy request #" + number + " of " + place(database),
        path("databases", database, "deploy-requests", Long.toString(number)),
        TokenAccess.DEPLOY_REQUEST,
        one,
        until);
  }

  /// A page of a database's webhooks, without their raw bytes: those contain the secrets.
  public ApiResult<Page<Webhook>> webhooks(String database, PageRequest page, Instant until) {
    return get(
        "the list of webhooks of " + place(database),
        path("databases", database, "webhooks") + PagedLists.numberQuery(page),
        TokenAccess.DATABASE,
        PagedLists.byNumber(
            page, raw -> ItemReader.read(raw, ResourceReader::webhook).withoutRaw()),
        until);
  }

  /// Creates a webhook; a database has at most five. If the result is [ApiResult.Unanswered], list
  /// the webhooks before creating it again.
  public ApiResult<Item<Webhook>> createWebhook(
      String database, WebhookChange fields, Instant until) {
    String path = path("databases", database, "webhooks");
    return change(
        "the webhooks of " + place(database),
        ApiCall.post(path, fields.json()),
        OrganizationApi::webhook,
        until);
  }

  /// Sets fields of a webhook.
  public ApiResult<Item<Webhook>> updateWebhook(
      String database, String id, WebhookChange fields, Instant until) {
    return change(
        "webhook " + id + " of " + place(database),
        ApiCall.patch(path("databases", database, "webhooks", id), fields.json()),
        OrganizationApi::webhook,
        until);
  }

  /// Deletes a webhook.
  public ApiResult<Done> deleteWebhook(String database, String id, Instant until) {
    return change(
        "webhook " + id + " of " + place(database),
        ApiCall.delete(path("databases", database, "webhooks", id)),
        _ -> Done.DONE,
        until);
  }

  /// Makes PlanetScale send a test delivery, at most one every 20 seconds.
  public ApiResult<Done> testWebhook(String database, String id, Instant until) {
    return change(
        "webhook " + id + " of " + place(database),
        ApiCall.post(path("databases", database, "webhooks", id, "test"), null),
        _ -> Done.DONE,
        until);
  }

  private static Item<Webhook> webhook(Raw body) throws UnreadableException {
    return ItemReader.one(body, ResourceReader::webhook).withoutRaw();
  }

  private <T> ApiResult<T> get(
      String what, String path, TokenAccess access, Decoder<T> decoder, Instant until) {
    return client.send(new ApiRequest<>(what, ApiCall.get(path), access, decoder), until);
  }

  private <T> ApiResult<T> change(String what, ApiCall call, Decoder<T> decoder, Instant until) {
    return client.send(new ApiRequest<>(what, call, TokenAccess.CHANGE_DATABASE, decoder), until);
  }

  private String path(String... names) {
    return ApiCall.path(
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
