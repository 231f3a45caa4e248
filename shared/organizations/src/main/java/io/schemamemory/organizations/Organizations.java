package io.schemamemory.organizations;

import io.schemamemory.data.runs.RequestBudget;
import io.schemamemory.job.Transactions;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.ServiceToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// PlanetScale's API for each organization that has a token.
@Singleton
public class Organizations {
  private final OrganizationTokens tokens;
  private final PlanetScaleClient client;
  private final Transactions transactions;

  Organizations(OrganizationTokens tokens, PlanetScaleClient client, Transactions transactions) {
    this.tokens = tokens;
    this.client = client;
    this.transactions = transactions;
  }

  /// Calls an organization, each request taken from the budget all functions share; empty if the
  /// organization has no token.
  public Optional<OrganizationApi> find(String organization) {
    @Nullable ServiceToken token = tokens.current().tokens().get(organization);
    return Optional.ofNullable(token)
        .map(known -> client.organization(organization, known, () -> take(organization)));
  }

  /// Calls every organization, each on a budget of the caller's.
  public SortedMap<String, OrganizationApi> all(Function<String, Supplier<Duration>> budgets) {
    SortedMap<String, OrganizationApi> all = new TreeMap<>();
    tokens
        .current()
        .tokens()
        .forEach(
            (name, token) -> all.put(name, client.organization(name, token, budgets.apply(name))));
    return all;
  }

  /// Where a token is added, for messages.
  public String setting() {
    return tokens.setting();
  }

  private Duration take(String organization) {
    return transactions.write(connection -> new RequestBudget(connection).take(organization));
  }
}
