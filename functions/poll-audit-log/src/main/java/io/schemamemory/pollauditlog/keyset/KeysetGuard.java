package io.schemamemory.pollauditlog.keyset;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.audit.StoredCanary;
import io.schemamemory.data.audit.StoredCanary.SealedValue;
import io.schemamemory.data.audit.StoredCanary.State;
import io.schemamemory.data.audit.StoredCanary.State.Present;
import io.schemamemory.job.Metrics;
import io.schemamemory.job.Transactions;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.sealing.KeysetCanary;
import io.schemamemory.sealing.KeysetCanary.Verdict;
import io.schemamemory.sealing.KeysetCanary.Verdict.Belongs;
import io.schemamemory.sealing.KeysetCanary.Verdict.Foreign;
import io.schemamemory.sealing.OpenResult;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SearchHash;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Lets nothing be sealed or opened with a keyset that is not this database's.
@Singleton
public class KeysetGuard {
  /// The template's alarm watches it.
  static final String REFUSED = "KeysetRefused";

  private static final Verdict BELONGS = new Belongs(true);

  private final Transactions transactions;
  private final UnwrappedKeys keys;
  private final Clock clock;

  KeysetGuard(Transactions transactions, UnwrappedKeys keys, Clock clock) {
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  /// Checks the keyset, and if it is the first one that is used here, keeps what later ones are
  /// checked by.
  ///
  /// @throws SealingException if it cannot be unwrapped, or is another
  public void require(LambdaLogger logger) {
    try {
      if (transactions.write(this::establish) instanceof Foreign(String whatToDo)) {
        throw new SealingException(whatToDo);
      }
    } catch (SealingException refused) {
      logger.log("refused the keyset: " + refused.getMessage(), LogLevel.ERROR);
      Metrics.of(Environment.ofProcess())
          .ifPresent(metrics -> metrics.print(clock.instant(), Map.of(REFUSED, 1L)));
      throw refused;
    }
  }

  /// Checks the keyset and changes nothing.
  ///
  /// @throws SealingException if it cannot be unwrapped
  public Verdict check(Connection connection) throws SQLException {
    StoredCanary stored = new StoredCanary(connection);
    return check(stored, stored.read());
  }

  private Verdict check(StoredCanary stored, State state) throws SQLException {
    return switch (state) {
      case Present present -> check(present);
      case State.Absent _ -> opensWhatIsSealed(stored);
      case State.GivenUp _ -> BELONGS;
    };
  }

  /// Makes what keysets are checked by again, with the primary keys: once no value needs others.
  public void renew() {
    transactions.run(
        connection -> {
          StoredCanary stored = new StoredCanary(connection);
          if (stored.read() instanceof Present present
              && check(present) instanceof Belongs(boolean current)
              && !current) {
            KeysetCanary made = made();
            stored.renew(present, made.sealed().bytes(), made.hash().bytes());
          }
        });
  }

  private Verdict establish(Connection connection) throws SQLException {
    StoredCanary stored = new StoredCanary(connection);
    // Once: what another start stores meanwhile must be checked, too.
    State state = stored.read();
    Verdict verdict = check(stored, state);
    if (verdict instanceof Foreign || state instanceof Present) {
      return verdict;
    }
    KeysetCanary made = made();
    stored.store(made.sealed().bytes(), made.hash().bytes());
    // Another start may have been first, with other keys.
    return check(stored, stored.read());
  }

  private Verdict check(Present present) {
    return new KeysetCanary(Sealed.of(present.sealed()), SearchHash.of(present.hash()))
        .check(keys.sealer(), keys.hasher());
  }

  private KeysetCanary made() {
    return KeysetCanary.make(keys.sealer(), keys.hasher());
  }

  /// Where nothing is kept to check by, the newest value in the ledger serves. Only an unknown key
  /// tells: a value may have been edited, and a key been retired on purpose.
  private Verdict opensWhatIsSealed(StoredCanary stored) throws SQLException {
    LedgerSealer ledger = new LedgerSealer(keys.sealer(), keys.hasher());
    Optional<SealedValue> body = stored.newestBody();
    Optional<SealedValue> payload = stored.newestPayload();
    Optional<OpenResult> newest =
        body.map(one -> ledger.openBody(one.feed(), one.key(), one.hex()))
            .or(
                () ->
                    payload.map(
                        one ->
                            ledger.openPayload(one.feed(), Long.parseLong(one.key()), one.hex())));
    return newest.equals(Optional.of(new Refused(Reason.KEY_UNKNOWN)))
        ? new Foreign(
            "SEALING_KEYSET does not open the newest value of the audit ledger: it is another database's keyset, or lacks a key; bring back the keyset that was in use")
        : BELONGS;
  }
}
