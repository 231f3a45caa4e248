package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.TimeLimit;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
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
/// Leaves no open connection, no secret and no single-use value in the snapshot.
final class Priming implements Resource {
  /// After this many the compiler has compiled the frequent code.
  private static final int WEBHOOKS = 200;

  /// Without the database every request waits for it; Lambda allows two minutes for all.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final DatabaseUrl databaseUrl;
  private final LazySpillQueue queue;

  private Priming(DatabaseUrl databaseUrl, LazySpillQueue queue) {
    this.databaseUrl = databaseUrl;
    this.queue = queue;
  }

  /// Lambda's context holds it weakly: the caller must keep it.
  static Priming register(DatabaseUrl databaseUrl, LazySpillQueue queue) {
    Priming priming = new Priming(databaseUrl, queue);
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
    WarmUpRequest request = WarmUpRequest.begin(databaseUrl);
    String last = "";
    int webhooks = 0;
    for (; webhooks < WEBHOOKS && !limit.isOver(); webhooks++) {
      last = request.receive();
    }
    return webhooks + " webhooks, the last one " + last;
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
