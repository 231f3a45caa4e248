package io.schemamemory.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

/// Fails the messages of a batch whose body is `bad`.
public final class Picky
    implements RequestHandler<Map<String, List<Map<String, Object>>>, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(
      Map<String, List<Map<String, Object>>> event, Context context) {
    List<Map<String, Object>> failures =
        event.getOrDefault("Records", List.of()).stream()
            .filter(message -> "bad".equals(message.get("body")))
            .map(message -> Map.of("itemIdentifier", message.getOrDefault("messageId", "")))
            .toList();
    return Map.of("batchItemFailures", failures);
  }
}
