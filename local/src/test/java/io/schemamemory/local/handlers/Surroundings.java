package io.schemamemory.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.file.Path;
import java.util.Map;

/// Answers with what a function can see of its environment.
public final class Surroundings implements RequestHandler<Object, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(Object event, Context context) {
    System.out.println("seen by " + context.getFunctionName());
    return Map.of(
        "environment", System.getenv(),
        "folder", Path.of("").toAbsolutePath().toString(),
        "arn", context.getInvokedFunctionArn(),
        "memory", context.getMemoryLimitInMB(),
        "maxHeapMegabytes", Runtime.getRuntime().maxMemory() >> 20,
        "remainingMillis", context.getRemainingTimeInMillis(),
        "pid", ProcessHandle.current().pid());
  }
}
