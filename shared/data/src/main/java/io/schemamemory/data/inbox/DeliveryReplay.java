package io.schemamemory.data.inbox;

import org.jspecify.annotations.Nullable;

/// How far a replay is.
///
/// @param argument what the selection is about, if it is about something
/// @param position the delivery up to which it is done
/// @param last the delivery it ends with
/// @param replayed deliveries put back into the inbox so far
/// @param withoutBody deliveries passed over, since their bytes are no longer kept
public record DeliveryReplay(
    long id,
    String selection,
    @Nullable String argument,
    long position,
    long last,
    long replayed,
    long withoutBody,
    boolean finished) {
  DeliveryReplay after(ReplayStretch.PutBack stretch) {
    return new DeliveryReplay(
        id,
        selection,
        argument,
        stretch.end(),
        last,
        replayed + stretch.replayed(),
        withoutBody + stretch.withoutBody(),
        stretch.end() == last);
  }
}
