package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.testkit.webhook.Signatures;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A migrated database for a test class: cloned from a template, with logins of its own, behind a
/// PgBouncer of its own over a pool of 2.
public final class MemoryDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final int POOL = 2;

  private @Nullable Started started;

  private record Started(
      Bootstrap.Request request, Bootstrap.Result made, PgBouncer pooler, OwnerSession owner) {
    Started with(Bootstrap.Result other, PgBouncer pooler) {
      return new Started(request, other, pooler, owner);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    DatabaseUrl administrator = MemoryTemplate.cloneDatabase();
    int port = Ports.free();
    Bootstrap.Request request =
        new Bootstrap.Request(
            administrator, administrator.at(port), MemoryTemplate.temporaryDirectory());
    Bootstrap.Result made = Bootstrap.run(request);
    started = new Started(request, made, pooler(port, made), new OwnerSession(administrator));
  }

  private static PgBouncer pooler(int port, Bootstrap.Result made) {
    return PgBouncer.start(port, MemoryTemplate.SERVER.port(), made.poolerLines().file(), POOL);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    started().owner().close();
    started().pooler().close();
  }

  /// The administrator's direct URL.
  public DatabaseUrl administrator() {
    return started().request().direct();
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
    started().owner().execute(sql);
  }

  /// Empties everything that deliveries and audit entries fill.
  public void empty() {
    started().owner().empty();
  }

  /// Reads rows as the owner of everything.
  public List<Map<String, @Nullable Object>> rows(String sql) {
    return started().owner().rows(sql);
  }

  /// Closes every pooled connection, as an upgrade of the pooler does.
  public void restartPooler() {
    withoutPooler(() -> true);
  }

  /// Kills the pooler, so that its clients get no message.
  public void killPooler() {
    started().pooler().kill();
    startPooler();
  }

  /// Begins something while no pooler listens, and starts it again.
  public <T> T withoutPooler(Supplier<T> something) {
    started().pooler().close();
    try {
      return something.get();
    } finally {
      startPooler();
    }
  }

  private void startPooler() {
    Started old = started();
    started = old.with(old.made(), pooler(old.pooler().port(), old.made()));
  }

  /// Gives every login its other role, known to the pooler too; the former ones still enter.
  public void rotate() {
    Started old = started();
    Bootstrap.Result made = Bootstrap.run(old.request(), RotationMode.ROTATE);
    old.pooler().reload(made.poolerLines().file());
    started = old.with(made, old.pooler());
    LoginAwaiter.await(url(Login.RECEIVE_WEBHOOK));
  }

  /// Retires the roles that [#rotate()] replaced, although a test has just used them.
  public void retire() {
    Retirement.run(started().request(), true);
    started().pooler().reload(started().made().poolerLines().file());
  }

  /// Does something while another session holds an exclusive lock on a table.
  public void whileLocked(String table, Runnable something) {
    whileOpen("lock table " + table + " in access exclusive mode", something);
  }

  /// Does something while a transaction of the owner's is open that has run one statement; then
  /// rolls it back.
  public void whileOpen(String statement, Runnable something) {
    try (Connection owner = DriverManager.getConnection(administrator().reveal());
        Statement session = owner.createStatement()) {
      owner.setAutoCommit(false);
      session.execute("set role memory_owner");
      session.execute(statement);
      something.run();
    } catch (SQLException failure) {
      throw new IllegalStateException("not run: " + statement, failure);
    }
  }

  /// Does something while the pooler does not respond, not even with an error.
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
