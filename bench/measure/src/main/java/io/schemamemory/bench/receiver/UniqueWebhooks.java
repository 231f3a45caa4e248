package io.schemamemory.bench.receiver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Sample invocations of the receiver, each with a new body, because a duplicate is less work.
final class UniqueWebhooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private int made;

  Payload next() {
    ObjectNode event = sample();
    String body = nextBody();
    event.put("body", body);
    String signature = Signatures.sign(Samples.SECRET, body.getBytes(StandardCharsets.UTF_8));
    event.withObject("headers").put("x-planetscale-signature", signature);
    return Payload.of(event.toString());
  }

  /// The body alone, as PlanetScale would send it.
  String nextBody() {
    ObjectNode payload =
        read(sample().required("body").textValue().getBytes(StandardCharsets.UTF_8));
    payload.put("timestamp", payload.required("timestamp").longValue() + ++made);
    return payload.toString();
  }

  private static ObjectNode sample() {
    return read(Samples.read("receive-webhook/signed.json"));
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException misshapen) {
      throw new UncheckedIOException("the sample invocation is not JSON", misshapen);
    }
  }
}
