package io.schemamemory.testkit;

import io.schemamemory.bootstrap.Bootstrap;
import io.schemamemory.bootstrap.Login;
import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.data.Inbox;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.data.TimeLimit;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A migrated database for a test class: cloned from a template, with logins of its own, behind a
/// PgBouncer of its own over a pool of 2.
public final class MemoryDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final int POOL = 2;

  private @Nullable Started started;

  private record Started(DatabaseUrl administrator, Bootstrap.Made made, PgBouncer pooler) {
    static Started over(DatabaseUrl administrator, Bootstrap.Made made, int port) {
      return new Started(
          administrator,
          made,
          PgBouncer.start(port, MemoryTemplate.SERVER.port(), made.poolerLines().file(), POOL));
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    DatabaseUrl administrator = MemoryTemplate.cloneDatabase();
    int port = PgBouncer.freePort();
    DatabaseUrl pooled = administrator.at(port);
    Bootstrap.Made made =
        Bootstrap.run(
            new Bootstrap.Request(
                administrator, pooled, MemoryTemplate.temporaryDirectory(), false));
    started = Started.over(administrator, made, port);
    // The template's reader is another login.
    asOwner("update memory.reader set login = current_database() || '_reader'");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    started().pooler().close();
  }

  /// The administrator's direct URL.
  public DatabaseUrl administrator() {
    return started().administrator();
  }

  /// A login's URL, at the entrance that is its own.
  public DatabaseUrl url(Login login) {
    return started().made().credentials().url(login).orElseThrow();
  }

  /// A login's URL, but through the pooler.
  public DatabaseUrl pooled(Login login) {
    DatabaseUrl own = url(login);
    return url(Login.RECEIVE_WEBHOOK).as(own.user(), own.password());
  }

  /// A login's URL, but past the pooler.
  public DatabaseUrl direct(Login login) {
    DatabaseUrl own = url(login);
    return administrator().as(own.user(), own.password());
  }

  /// Receives bodies as PlanetScale's: signed, verified, stored by the receiver's own login.
  public void receive(byte[]... bodies) {
    SignatureVerifier verifier =
        new SignatureVerifier(WebhookSecrets.ofBare(WebhookSecret.of(Samples.SECRET)));
    try (PooledConnection connection = new PooledConnection(url(Login.RECEIVE_WEBHOOK))) {
      Inbox inbox = new Inbox(connection);
      for (byte[] body : bodies) {
        String signature = Signatures.sign(Samples.SECRET, body);
        Authentic authentic = (Authentic) verifier.verify(WebhookSecrets.BARE, signature, body);
        inbox.receive(authentic.payload(), TimeLimit.in(Duration.ofSeconds(20)));
      }
    }
  }

  /// Runs one statement as the owner of everything, past every grant and policy.
  public void asOwner(String sql) {
    Rows.execute(administrator(), "set role memory_owner; " + sql);
  }

  /// Empties everything that deliveries fill.
  public void empty() {
    asOwner(
        """
        truncate memory.delivery, memory.delivery_body, memory.pending, memory.quarantine,
          memory.secret_use, memory.person, memory.person_identity, memory.observation,
          memory.sighting, memory.deploy_request, memory.replay, memory.observation_facet,
          memory.entity, memory.temporal_state
        """);
  }

  /// Reads rows as the owner of everything.
  public List<Map<String, @Nullable Object>> rows(String sql) {
    return Rows.of(administrator(), "set role memory_owner; ", sql);
  }

  /// Ends every pooled connection, as a new version of the pooler does.
  public void restartPooler() {
    Started old = started();
    old.pooler().close();
    started = Started.over(old.administrator(), old.made(), old.pooler().port());
  }

  /// Does something while somebody else has a table to themselves.
  public void whileLocked(String table, Runnable something) {
    try (Connection owner = DriverManager.getConnection(administrator().reveal());
        Statement lock = owner.createStatement()) {
      owner.setAutoCommit(false);
      lock.execute("set role memory_owner");
      lock.execute("lock table " + table + " in access exclusive mode");
      something.run();
    } catch (SQLException failure) {
      throw new IllegalStateException(table + " could not be locked", failure);
    }
  }

  /// Does something while the pooler answers nobody, not even with an error.
  public void whilePoolerHangs(Runnable something) {
    started().pooler().hang();
    try {
      something.run();
    } finally {
      started().pooler().resume();
    }
  }

  private Started started() {
    if (started == null) {
      throw new IllegalStateException("register the database as a static extension");
    }
    return started;
  }
}
