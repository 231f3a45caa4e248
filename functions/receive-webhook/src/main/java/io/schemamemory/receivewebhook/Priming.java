package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Warms the receiver up before Lambda takes its snapshot, so that a process restored from it finds
/// everything loaded and compiled.
///
/// Leaves no open connection, no credentials, no secret and no single-use value behind that the
/// restored process would use.
final class Priming implements Resource {
  /// After this many the compiler has compiled the frequent code.
  private static final int WEBHOOKS = 200;

  /// Without the database every request waits for it; Lambda allows two minutes for all.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Environment environment;
  private final LazySpillQueue queue;

  private Priming(Environment environment, LazySpillQueue queue) {
    this.environment = environment;
    this.queue = queue;
  }

  /// Lambda's context holds it weakly: the caller must keep it.
  static Priming register(Environment environment, LazySpillQueue queue) {
    Priming priming = new Priming(environment, queue);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    LambdaLogger logger = LambdaRuntime.getLogger();
    try {
      // The real client, which requests credentials only when it sends.
      var _ = queue.queue();
      logger.log("primed: " + warmUp(TimeLimit.in(LONGEST)), LogLevel.INFO);
      forgetTlsSessions();
    } catch (IOException | NoSuchAlgorithmException | RuntimeException failure) {
      // A slow start is better than none.
      logger.log("not primed: " + failure.getClass().getSimpleName(), LogLevel.WARN);
    }
  }

  private String warmUp(TimeLimit limit) throws IOException {
    String last = "";
    int webhooks = 0;
    try (WarmUpSecrets secrets = WarmUpSecrets.start()) {
      WarmUpRequest request = WarmUpRequest.begin(database(), secrets);
      for (; webhooks < WEBHOOKS && !limit.isOver(); webhooks++) {
        last = request.receive();
      }
    }
    return webhooks + " webhooks, the last one " + last;
  }

  /// The real one, read by what is forgotten afterwards, its credentials and its copy included.
  private DatabaseAddress database() {
    DatabaseSource source = DatabaseSetting.source(environment);
    Secrets secrets =
        source instanceof DatabaseSource.InSecret
            ? SecretsSetting.bySdk(environment)
            : (_, _) -> "";
    return new DatabaseAddress(source, secrets, Clock.systemUTC(), _ -> {});
  }

  /// Their keys are for one process, and a snapshot is for many.
  private static void forgetTlsSessions() throws NoSuchAlgorithmException {
    SSLSessionContext sessions = SSLContext.getDefault().getClientSessionContext();
    for (byte[] id : Collections.list(sessions.getIds())) {
      sessions.getSession(id).invalidate();
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // The first webhook would wait for whatever is still running.
  }
}
