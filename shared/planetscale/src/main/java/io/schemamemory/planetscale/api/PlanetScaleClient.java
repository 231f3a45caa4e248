package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.http.Exchange;
import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntryReader;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.ItemReader;
import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.util.function.Supplier;

/// A client of PlanetScale's API; one per process, so that connections are reused.
public final class PlanetScaleClient implements AutoCloseable {
  private final ApiUrl url;
  private final Exchange exchange;
  private final Backoff backoff;

  /// A client of the API at an address.
  public PlanetScaleClient(ApiUrl url, RequestLimits limits, Backoff backoff) {
    this.url = url;
    this.exchange = new Exchange(limits);
    this.backoff = backoff;
  }

  /// The API of one organization, with a token of that organization.
  ///
  /// @param budget called before every request, retries included: takes one request out of the
  ///     organization's budget and returns zero, or takes none and returns how long to wait for
  ///     one; its exceptions reach the caller. Not called for the one repetition of a GET that the
  ///     JDK makes by itself when a connection ends before the first byte of a reply
  public OrganizationApi organization(String name, ServiceToken token, Supplier<Duration> budget) {
    return new OrganizationApi(name, new RetryingClient(url, exchange, token, budget, backoff));
  }

  /// Reads an audit entry from the bytes of an earlier reply.
  public Item<AuditEntry> auditEntry(Raw raw) {
    return ItemReader.read(raw, AuditEntryReader::entry);
  }

  /// Ends every request in progress.
  @Override
  public void close() {
    exchange.close();
  }
}
