package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.queue.SpillQueue;
import io.schemamemory.webhook.spill.SpilledDelivery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The spill queue, whose client is made when first needed.
///
/// Making it loads 5 MB of library and takes a cold process longer than everything else it does.
final class LazySpillQueue {
  private final String queueUrl;
  private final Clock clock;
  private volatile @Nullable SpillQueue queue;

  LazySpillQueue(String queueUrl, Clock clock) {
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /// One whose client is made already.
  static LazySpillQueue of(SpillQueue queue, Clock clock) {
    LazySpillQueue lazy = new LazySpillQueue("", clock);
    lazy.queue = queue;
    return lazy;
  }

  /// Sends a payload to the queue; the size of its message, in bytes.
  State<Integer> store(VerifiedPayload payload, TimeLimit limit) {
    return TimedStep.begin("spill", () -> send(payload, limit)).at(limit);
  }

  private int send(VerifiedPayload payload, TimeLimit limit) {
    String message = SpilledDelivery.encode(payload, clock.instant());
    queue().send(message, limit.left());
    return message.length();
  }

  /// Whether there is a client.
  boolean isReady() {
    return queue != null;
  }

  /// Begins to make the client, on a thread of its own; who needs it meanwhile waits for it.
  void prepare() {
    var _ = TimedStep.begin("spill client", this::queue);
  }

  /// Makes the client if there is none; called early, it saves the first spill the wait.
  synchronized SpillQueue queue() {
    SpillQueue made = queue;
    if (made == null) {
      made = new SpillQueue(queueUrl, Budget.SPILL);
      queue = made;
    }
    return made;
  }
}
