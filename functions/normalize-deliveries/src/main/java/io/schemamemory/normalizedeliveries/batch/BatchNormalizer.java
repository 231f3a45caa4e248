package io.schemamemory.normalizedeliveries.batch;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.DeliveryQuarantine;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.MemoryWriter;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounts;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.GiveUp;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Tell;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// Normalizes claimed deliveries in one transaction: all of them are written, or none.
@Singleton
public class BatchNormalizer {
  private final TransactionOperations<Connection> transactions;
  private final DeliveryReader judge;
  private final MemoryWriter memory;

  BatchNormalizer(
      TransactionOperations<Connection> transactions, DeliveryReader judge, MemoryWriter memory) {
    this.transactions = transactions;
    this.judge = judge;
    this.memory = memory;
  }

  List<NormalizationDecision> judge(List<Claim> claims) {
    List<Delivery> deliveries =
        transactions.executeRead(
            status -> new PendingDeliveries(status.getConnection()).read(claims));
    return deliveries.stream().map(judge::judge).toList();
  }

  NormalizeCounts write(List<Claim> claims, List<NormalizationDecision> verdicts) {
    PreparedSightings prepared = memory.prepare(told(verdicts));
    return transactions.executeWrite(
        status -> write(status.getConnection(), claims, verdicts, prepared));
  }

  private NormalizeCounts write(
      Connection connection,
      List<Claim> claims,
      List<NormalizationDecision> verdicts,
      PreparedSightings prepared)
      throws SQLException {
    PendingDeliveries pending = new PendingDeliveries(connection);
    Set<Long> held = pending.hold(claims);
    PreparedSightings told = prepared.only(held);
    List<QuarantinedDelivery> givenUp =
        verdicts.stream()
            .filter(GiveUp.class::isInstance)
            .map(verdict -> ((GiveUp) verdict).quarantined())
            .filter(one -> held.contains(one.claim().deliveryId()))
            .toList();
    memory.write(told);
    DeliveryQuarantine quarantine = new DeliveryQuarantine(connection);
    quarantine.release(told.references());
    quarantine.put(givenUp);
    pending.done(held);
    long unknown =
        told.sightings().stream()
            .filter(one -> one.sighting().kind().equals(Sighting.UNKNOWN))
            .count();
    return new NormalizeCounts(
        told.sightings().size(), Math.toIntExact(unknown), givenUp.size(), 0);
  }

  private static List<IncomingSighting> told(List<NormalizationDecision> verdicts) {
    return verdicts.stream()
        .filter(Tell.class::isInstance)
        .map(verdict -> ((Tell) verdict).told())
        .toList();
  }
}
