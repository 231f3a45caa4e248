package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import io.schemamemory.testkit.planetscale.StandInOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The client before a stand-in for PlanetScale, in a time that passes only when somebody waits.
final class ClientFixture implements AutoCloseable {
  static final RequestLimits LIMITS =
      new RequestLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 4_000_000);

  final AtomicReference<Instant> now = new AtomicReference<>(FixedTime.NOW);
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(now::get, 0);
  final StandInOrganization acme = Acme.in(planetScale, FixedTime.NOW);
  private final PlanetScaleClient client;

  ClientFixture() {
    this(LIMITS);
  }

  ClientFixture(RequestLimits limits) {
    client = client(planetScale.url(), limits);
  }

  PlanetScaleClient client(String url, RequestLimits limits) {
    return new PlanetScaleClient(
        ApiUrl.parse(url), limits, new Backoff(now::get, this::pass, () -> 0.5));
  }

  private void pass(Duration time) {
    pauses.add(time);
    now.updateAndGet(before -> before.plus(time));
  }

  /// Who asks, with a token that may and no budget but PlanetScale's.
  OrganizationApi api() {
    return api(() -> Duration.ZERO);
  }

  OrganizationApi api(Supplier<Duration> budget) {
    return client.organization(Acme.NAME, ServiceToken.of(Acme.TOKEN), budget);
  }

  OrganizationApi api(String organization, String token) {
    return client.organization(organization, ServiceToken.of(token), () -> Duration.ZERO);
  }

  /// A time far enough away for every try.
  Instant later() {
    return now.get().plus(Duration.ofMinutes(10));
  }

  static <T> T ok(ApiResult<T> answer) {
    return switch (answer) {
      case ApiResult.Ok<T>(T value) -> value;
      default -> throw new AssertionError("not answered: " + answer);
    };
  }

  static <T> T read(Item<T> item) {
    return switch (item) {
      case Item.Read<T>(T value, Raw _) -> value;
      case Item.Unreadable<T> unreadable -> throw new AssertionError(unreadable.toString());
    };
  }

  static <T> List<T> read(Page<T> page) {
    return page.items().stream().map(ClientFixture::read).toList();
  }

  @Override
  public void close() {
    client.close();
    planetScale.close();
  }
}
