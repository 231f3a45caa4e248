package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.http.RequestLimits;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {
  private static final String PASSWORD = "password";

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void a_server_nobody_vouches_for_is_sent_nothing(@TempDir Path directory) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys"))));
    server.createContext("/", _ -> asked.incrementAndGet());
    server.start();
    try (PlanetScaleClient client =
        fixture.client("https://localhost:" + server.getAddress().getPort(), RequestLimits.USUAL)) {
      OrganizationApi api =
          client.organization("acme", ServiceToken.of("a:b"), () -> Duration.ZERO);

      assertThat(api.organization(fixture.later()))
          .isEqualTo(new Unanswered<>("TLS failed: the server did not prove who it is"));
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext selfSigned(Path keys) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new ProcessBuilder(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD)
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keys)) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
