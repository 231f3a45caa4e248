package io.schemamemory.normalize;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Claim;
import io.schemamemory.data.Delivery;
import io.schemamemory.data.PendingDeliveries;
import io.schemamemory.data.Quarantine;
import io.schemamemory.data.Quarantined;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memory.Memory;
import io.schemamemory.memory.Told;
import io.schemamemory.normalize.Verdict.GiveUp;
import io.schemamemory.normalize.Verdict.Tell;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// Normalizes claimed deliveries in one transaction: all of them are written, or none.
@Singleton
class Batch {
  private final TransactionOperations<Connection> transactions;
  private final Judge judge;
  private final Memory memory;

  Batch(TransactionOperations<Connection> transactions, Judge judge, Memory memory) {
    this.transactions = transactions;
    this.judge = judge;
    this.memory = memory;
  }

  List<Verdict> judge(List<Claim> claims) {
    List<Delivery> deliveries =
        transactions.executeRead(
            status -> new PendingDeliveries(status.getConnection()).read(claims));
    return deliveries.stream().map(judge::judge).toList();
  }

  Tally write(List<Claim> claims, List<Verdict> verdicts) {
    memory.prepare(told(verdicts));
    return transactions.executeWrite(status -> write(status.getConnection(), claims, verdicts));
  }

  private Tally write(Connection connection, List<Claim> claims, List<Verdict> verdicts)
      throws SQLException {
    PendingDeliveries pending = new PendingDeliveries(connection);
    Set<Long> held = pending.hold(claims);
    List<Told> told =
        told(verdicts).stream().filter(one -> held.contains(one.reference())).toList();
    List<Quarantined> givenUp =
        verdicts.stream()
            .filter(GiveUp.class::isInstance)
            .map(verdict -> ((GiveUp) verdict).quarantined())
            .filter(one -> held.contains(one.claim().deliveryId()))
            .toList();
    memory.write(told);
    Quarantine quarantine = new Quarantine(connection);
    quarantine.release(told.stream().map(Told::reference).toList());
    quarantine.put(givenUp);
    pending.done(held);
    long unknown =
        told.stream().filter(one -> one.sighting().kind().equals(Sighting.UNKNOWN)).count();
    return new Tally(told.size(), Math.toIntExact(unknown), givenUp.size(), 0);
  }

  private static List<Told> told(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Tell.class::isInstance)
        .map(verdict -> ((Tell) verdict).told())
        .toList();
  }
}
