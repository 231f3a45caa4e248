package io.schemamemory.local.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/// A function's result for a batch, read as Lambda reads it: if in doubt, all messages have failed.
///
/// @param partial whether the function says which messages have failed
record BatchAnswer(boolean partial, InvocationOutcome outcome) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The ids of the messages that were handled.
  Set<String> done(List<Message> batch) {
    Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    return switch (outcome) {
      case InvocationOutcome.Answered(Payload answer) -> partial ? doneWith(answer, ids) : ids;
      case InvocationOutcome.Failed _,
          InvocationOutcome.TimedOut _,
          InvocationOutcome.Throttled _ ->
          Set.of();
    };
  }

  private static Set<String> doneWith(Payload answer, Set<String> ids) {
    try {
      JsonNode failures = JSON.readTree(answer.text()).path("batchItemFailures");
      Set<String> done = new HashSet<>(ids);
      for (JsonNode failure : failures) {
        String id = failure.path("itemIdentifier").asText();
        if (!ids.contains(id)) {
          return Set.of();
        }
        done.remove(id);
      }
      return done;
    } catch (JsonProcessingException malformed) {
      return Set.of();
    }
  }
}
