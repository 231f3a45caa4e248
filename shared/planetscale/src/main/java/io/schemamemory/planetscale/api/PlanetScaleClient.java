package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntryReader;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.ItemReader;
import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.util.function.Supplier;

/// Speaks to PlanetScale's API; one for a process, so that connections are kept.
public final class PlanetScaleClient implements AutoCloseable {
  private final ApiUrl url;
  private final Exchange exchange;
  private final Backoff waiting;

  /// Speaks to the API at an address, within limits.
  public PlanetScaleClient(ApiUrl url, RequestLimits limits, Backoff waiting) {
    this.url = url;
    this.exchange = new Exchange(limits);
    this.waiting = waiting;
  }

  /// Speaks for an organization, with a token of its.
  ///
  /// @param budget asked before every request, tries again included: takes one out of what the
  ///     organization may still ask and answers zero, or takes none and answers how long to wait
  ///     for one; what it throws is passed on. Not asked for the one repetition the JDK makes by
  ///     itself when a connection ends before the first byte of an answer
  public OrganizationApi organization(String name, ServiceToken token, Supplier<Duration> budget) {
    return new OrganizationApi(name, new RetryingClient(url, exchange, token, budget, waiting));
  }

  /// Reads an audit entry that was told before, from the bytes it was told in.
  public Item<AuditEntry> auditEntry(Raw raw) {
    return ItemReader.read(raw, AuditEntryReader::entry);
  }

  /// Ends every request there is.
  @Override
  public void close() {
    exchange.close();
  }
}
