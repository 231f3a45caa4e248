package io.schemamemory.pollauditlog.walk;

import io.schemamemory.job.HeldLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Renews a run's lease before a request, if that was some time ago.
final class Renewal implements Runnable {
  /// The lease then still lasts longer than a request; a page takes milliseconds.
  private static final Duration AFTER = Duration.ofSeconds(10);

  private final HeldLease lease;
  private final FeedRun run;
  private final Clock clock;
  private Instant renewed;

  Renewal(HeldLease lease, FeedRun run, Clock clock) {
    this.lease = lease;
    this.run = run;
    this.clock = clock;
    this.renewed = clock.instant();
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    if (now.isBefore(renewed.plus(AFTER))) {
      return;
    }
    // A write locks the lease's row until it ends: renewing meanwhile would only wait, and time
    // out.
    run.awaitWrite(now);
    lease.renew();
    renewed = now;
  }
}
