package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.connection.BriefWait;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.DeliveryQuarantine;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Transactions;
import io.schemamemory.memorywriter.MemoryWriter;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Quarantine;
import io.schemamemory.normalizedeliveries.batch.NormalizationDecision.Write;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Normalizes claimed deliveries in one transaction: all of them are written, or none.
@Singleton
public class BatchNormalizer {
  private final Transactions transactions;
  private final DeliveryReader reader;
  private final MemoryWriter memory;

  BatchNormalizer(Transactions transactions, DeliveryReader reader, MemoryWriter memory) {
    this.transactions = transactions;
    this.reader = reader;
    this.memory = memory;
  }

  /// Reads claimed deliveries and decides what to do with each; writes nothing.
  List<NormalizationDecision> decide(List<Claim> claims) {
    List<Delivery> deliveries =
        transactions.read(connection -> new PendingDeliveries(connection).read(claims));
    Set<Claim> read = deliveries.stream().map(Delivery::claim).collect(Collectors.toSet());
    return Stream.concat(
            deliveries.stream().map(reader::decide),
            claims.stream().filter(claim -> !read.contains(claim)).map(reader::absent))
        .toList();
  }

  /// Carries out what was decided, for the claims that another worker has not taken over.
  Counts<NormalizeCounter> write(
      List<Claim> claims, List<NormalizationDecision> decisions, Trial trial) {
    PreparedSightings prepared = memory.prepare(sightings(decisions));
    List<QuarantinedDelivery> quarantined = quarantined(decisions);
    return transactions.write(
        connection -> {
          if (trial == Trial.AGAIN) {
            BriefWait.in(connection);
          }
          return write(connection, claims, prepared, quarantined);
        });
  }

  /// Gives claims back, and with each its attempt.
  void giveBack(List<Claim> claims, Duration pause) {
    transactions.run(connection -> new PendingDeliveries(connection).giveBack(claims, pause));
  }

  /// Quarantines a delivery that could be read and not written.
  void giveUp(Claim claim, String reason) {
    transactions.run(
        connection -> {
          Set<Long> held = new PendingDeliveries(connection).hold(List.of(claim));
          if (!held.isEmpty()) {
            new DeliveryQuarantine(connection).add(List.of(reader.givenUp(claim, reason)));
            new PendingDeliveries(connection).done(held);
          }
        });
  }

  private Counts<NormalizeCounter> write(
      Connection connection,
      List<Claim> claims,
      PreparedSightings prepared,
      List<QuarantinedDelivery> decided)
      throws SQLException {
    PendingDeliveries pending = new PendingDeliveries(connection);
    Set<Long> held = pending.hold(claims);
    PreparedSightings sightings = prepared.only(held);
    List<QuarantinedDelivery> quarantined =
        decided.stream().filter(one -> held.contains(one.claim().deliveryId())).toList();
    memory.write(sightings);
    DeliveryQuarantine quarantine = new DeliveryQuarantine(connection);
    quarantine.release(sightings.references());
    quarantine.add(quarantined);
    pending.done(held);
    return count(sightings.sightings(), quarantined);
  }

  private static Counts<NormalizeCounter> count(
      List<IncomingSighting> sightings, List<QuarantinedDelivery> quarantined) {
    long unknown =
        sightings.stream().filter(one -> one.sighting().kind().equals(Sighting.UNKNOWN)).count();
    return Counts.of(NormalizeCounter.NORMALIZED, sightings.size())
        .plus(NormalizeCounter.UNKNOWN, unknown)
        .plus(NormalizeCounter.QUARANTINED, quarantined.size());
  }

  private static List<IncomingSighting> sightings(List<NormalizationDecision> decisions) {
    return decisions.stream()
        .filter(Write.class::isInstance)
        .map(decision -> ((Write) decision).sighting())
        .toList();
  }

  private static List<QuarantinedDelivery> quarantined(List<NormalizationDecision> decisions) {
    return decisions.stream()
        .filter(Quarantine.class::isInstance)
        .map(decision -> ((Quarantine) decision).quarantined())
        .toList();
  }
}
