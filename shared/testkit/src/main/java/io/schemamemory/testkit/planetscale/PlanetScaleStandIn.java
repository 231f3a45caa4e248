package io.schemamemory.testkit.planetscale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A stand-in for PlanetScale's API on 127.0.0.1.
public final class PlanetScaleStandIn implements AutoCloseable {
  private static final String ROOT = "/v1/organizations/";

  private final InstantSource clock;
  private final HttpServer server;
  private final Wire wire = new Wire();
  private final Script script = new Script();
  private final Map<String, StandInOrganization> organizations = new LinkedHashMap<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Queue<Seen> requests = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int missingAccess = 404;

  /// A received request, without its token.
  public record Seen(String method, String path, String query) {}

  private record Grant(String organization, Set<String> accesses) {}

  private PlanetScaleStandIn(InstantSource clock, int port) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
  }

  /// Starts one; port 0 takes a free one.
  public static PlanetScaleStandIn start(InstantSource clock, int port) {
    try {
      PlanetScaleStandIn started = new PlanetScaleStandIn(clock, port);
      started.server.start();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException("nothing can listen on port " + port, failure);
    }
  }

  /// The value for `PLANETSCALE_API_URL`.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /// An organization, created when first named.
  public synchronized StandInOrganization organization(String name) {
    return organizations.computeIfAbsent(name, it -> new StandInOrganization(it, clock));
  }

  /// Grants a token, as `ID:SECRET`, accesses in an organization and all its databases; replaces
  /// its earlier grants.
  public void grant(String token, String organization, String... accesses) {
    grants.put(token, new Grant(organization, Set.of(accesses)));
  }

  /// Revokes a token.
  public void revoke(String token) {
    grants.remove(token);
  }

  /// Sets the status for a missing access: mostly 404, but 403 is documented too.
  public void answerMissingAccess(int status) {
    missingAccess = status;
  }

  /// The failures to come.
  public Script script() {
    return script;
  }

  /// All requests, in order.
  public List<Seen> requests() {
    return List.copyOf(requests);
  }

  /// How many requests had a path that ends like this.
  public long requests(String pathEnd) {
    return requests.stream().filter(seen -> seen.path().endsWith(pathEnd)).count();
  }

  private void serve(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    requests.add(new Seen(exchange.getRequestMethod(), uri.getRawPath(), query));
    StandInReply reply;
    try {
      reply = answer(exchange);
    } catch (IllegalArgumentException malformed) {
      reply = StandInReply.error(400, "invalid_params", String.valueOf(malformed.getMessage()));
    }
    wire.send(exchange, script.play(uri.getRawPath(), reply));
  }

  /// The header has no scheme word.
  private StandInReply answer(HttpExchange exchange) throws IOException {
    @Nullable String token = exchange.getRequestHeaders().getFirst("Authorization");
    @Nullable Grant grant = token == null ? null : grants.get(token);
    if (grant == null) {
      return StandInReply.error(401, "unauthorized", "Unauthorized");
    }
    boolean own =
        (exchange.getRequestURI().getRawPath() + "/").startsWith(ROOT + grant.organization() + "/");
    return own
        ? organization(grant.organization())
            .answer(StandInRequest.of(exchange, grant.accesses(), missingAccess).below(3))
        : StandInReply.notFound();
  }

  @Override
  public void close() {
    wire.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
