package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A delivery as log lines name it, such as `17:1f2e3d4c5b6a7980`: its id in the database, and the
/// digest by which the receiver's lines name it.
///
/// @param digest empty if it could not be read
record LoggedDelivery(long id, Optional<DeliveryDigest> digest) {
  static LoggedDelivery of(Delivery delivery) {
    return new LoggedDelivery(
        delivery.id(), Optional.of(DeliveryDigest.ofSha256(delivery.digest())));
  }

  static LoggedDelivery of(IncomingSighting sighting) {
    byte[] sha256 = HexFormat.of().parseHex(sighting.sighting().digest());
    return new LoggedDelivery(sighting.reference(), Optional.of(DeliveryDigest.ofSha256(sha256)));
  }

  static LoggedDelivery of(Claim claim) {
    return new LoggedDelivery(claim.deliveryId(), Optional.empty());
  }

  /// A batch's: at most 500, of some twenty characters each.
  static String list(List<LoggedDelivery> deliveries) {
    return "deliveries="
        + deliveries.size()
        + " ids="
        + deliveries.stream().map(LoggedDelivery::toString).collect(Collectors.joining(","));
  }

  /// The same as facts of a line about this one.
  String facts() {
    return "delivery=" + id + digest.map(one -> " digest=" + one).orElse("");
  }

  @Override
  public String toString() {
    return id + digest.map(one -> ":" + one).orElse("");
  }
}
