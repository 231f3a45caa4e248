package io.schemamemory.bench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A recorded run of one worker: its claim statement, and what it did after each claim until the
/// next. The last claim is empty; after it the worker still writes the batch before.
///
/// @param byClaim the batches by the deliveries claimed
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
      throw new IllegalStateException("the recording has no claim of exactly these deliveries");
    }
    return batch;
  }
}
