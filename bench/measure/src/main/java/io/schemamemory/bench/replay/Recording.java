package io.schemamemory.bench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A run of one worker: how it claims, and what it did between a claim and the next, the last and
/// empty one included. There it also writes what it claimed before.
///
/// @param byClaim by the deliveries that were claimed
record Recording(RecordedStatement claim, Map<Set<Object>, RecordedBatch> byClaim) {
  static Recording of(List<List<RecordedStatement>> transactions) {
    RecordedStatement claim = transactions.getFirst().getFirst();
    Map<Set<Object>, RecordedBatch> byClaim = new HashMap<>();
    List<List<RecordedStatement>> batch = new ArrayList<>();
    for (List<RecordedStatement> transaction : transactions) {
      RecordedStatement first = transaction.getFirst();
      if (first.isSameAs(claim)) {
        batch = new ArrayList<>();
        byClaim.put(new HashSet<>(first.answer()), new RecordedBatch(batch));
      } else {
        batch.add(transaction);
      }
    }
    return new Recording(claim, byClaim);
  }

  RecordedBatch after(List<Object> claimed) {
    RecordedBatch batch = byClaim.get(new HashSet<>(claimed));
    if (batch == null) {
      throw new IllegalStateException("nobody claimed these together when it was recorded");
    }
    return batch;
  }
}
