package io.schemamemory.receive;

import io.schemamemory.data.TimeLimit;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receive.Step.State;
import io.schemamemory.receive.queue.SpillQueue;
import io.schemamemory.spill.SpilledDelivery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The way into the spill queue, whose client is made when first needed.
///
/// Making it loads 5 MB of library and takes a cold process longer than everything else it does.
final class Spill {
  private final String queueUrl;
  private final Clock clock;
  private @Nullable SpillQueue queue;

  Spill(String queueUrl, Clock clock) {
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /// A way into a queue there is.
  static Spill into(SpillQueue queue, Clock clock) {
    Spill spill = new Spill("", clock);
    spill.queue = queue;
    return spill;
  }

  /// Puts a payload into the queue; the size of its message, in bytes.
  State<Integer> keep(VerifiedPayload payload, TimeLimit limit) {
    return Step.begin("spill", () -> send(payload, limit)).at(limit);
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
