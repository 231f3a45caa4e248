package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.queue.SpillQueue;
import io.schemamemory.webhook.spill.SpilledDelivery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The way into the spill queue, whose client is made when first needed.
///
/// Making it loads 5 MB of library and takes a cold process longer than everything else it does.
final class LazySpillQueue {
  private final String queueUrl;
  private final Clock clock;
  private @Nullable SpillQueue queue;

  LazySpillQueue(String queueUrl, Clock clock) {
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /// A way into a queue there is.
  static LazySpillQueue into(SpillQueue queue, Clock clock) {
    LazySpillQueue spill = new LazySpillQueue("", clock);
    spill.queue = queue;
    return spill;
  }

  /// Puts a payload into the queue; the size of its message, in bytes.
  State<Integer> keep(VerifiedPayload payload, TimeLimit limit) {
    return TimedStep.begin("spill", () -> send(payload, limit)).at(limit);
  }

  private int send(VerifiedPayload payload, TimeLimit limit) {
    String message = SpilledDelivery.encode(payload, clock.instant());
    queue().send(message, limit.left());
    return message.length();
  }

  /// Makes the client if there is none: called ahead, it spares the first spill the wait.
  synchronized SpillQueue queue() {
    if (queue == null) {
      queue = new SpillQueue(queueUrl, Budget.SPILL);
    }
    return queue;
  }
}
