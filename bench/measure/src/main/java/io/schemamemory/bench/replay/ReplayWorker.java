package io.schemamemory.bench.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;

/// A worker that sends what was recorded, batch by batch, until nothing is left to claim.
///
/// @param claiming held while claiming, so that workers claim the same batches as in the recording
/// @param followed the claims already continued; every worker sees the final empty claim, but
///     only one
///     may write the batch before it
record ReplayWorker(
    Recording recording, Connection connection, Lock claiming, Set<Set<Object>> followed)
    implements Callable<Void> {
  @Override
  public Void call() throws SQLException, ReflectiveOperationException {
    List<Object> claimed;
    do {
      claimed = claim();
      if (followed.add(Set.copyOf(claimed))) {
        recording.after(claimed).run(connection);
      }
    } while (!claimed.isEmpty());
    return null;
  }

  private List<Object> claim() throws SQLException, ReflectiveOperationException {
    claiming.lock();
    try {
      List<Object> claimed = recording.claim().run(connection, new ReplayIds());
      connection.commit();
      return claimed;
    } finally {
      claiming.unlock();
    }
  }
}
