package io.schemamemory.testkit;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A Lambda context with a log that a test can read.
public final class LambdaInvocation implements Context {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final LongSupplier millisLeft;

  /// An invocation with a minute left.
  public LambdaInvocation() {
    this(Duration.ofMinutes(1));
  }

  public LambdaInvocation(Duration left) {
    long ends = System.nanoTime() + left.toNanos();
    this.millisLeft = () -> TimeUnit.NANOSECONDS.toMillis(ends - System.nanoTime());
  }

  /// An invocation whose time passes as a test's clock does.
  public LambdaInvocation(InstantSource clock, Duration left) {
    Instant ends = clock.instant().plus(left);
    this.millisLeft = () -> Duration.between(clock.instant(), ends).toMillis();
  }

  /// All lines that were logged.
  public String log() {
    return String.join("\n", log);
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.add(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(millisLeft.getAsLong());
  }

  @Override
  public String getAwsRequestId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getLogGroupName() {
    return "test";
  }

  @Override
  public String getLogStreamName() {
    return "test";
  }

  @Override
  public String getFunctionName() {
    return "test";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:test";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }
}
