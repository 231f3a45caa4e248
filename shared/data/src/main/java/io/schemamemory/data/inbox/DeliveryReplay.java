package io.schemamemory.data.inbox;

import org.jspecify.annotations.Nullable;

/// A replay and its progress.
///
/// @param argument the selection's reason, event name or ids, if it has one
/// @param position the id of the delivery it has reached
/// @param last the id of the delivery it ends with
/// @param replayed how many deliveries it has put back into the inbox
/// @param withoutBody how many it skipped because their bytes are no longer kept
public record DeliveryReplay(
    long id,
    String selection,
    @Nullable String argument,
    long position,
    long last,
    long replayed,
    long withoutBody,
    boolean finished) {
  DeliveryReplay after(ReplayBatch.Result batch) {
    return new DeliveryReplay(
        id,
        selection,
        argument,
        batch.end(),
        last,
        replayed + batch.replayed(),
        withoutBody + batch.withoutBody(),
        batch.end() == last);
  }
}
