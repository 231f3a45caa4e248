package io.schemamemory.normalizedeliveries.evidence;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.inbox.Evidence;
import io.schemamemory.data.inbox.StoredDeliveries;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.job.Deadline;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer.Doubtful;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Verifies what was stored once more, under the secret that let it in, even if retired since.
@Singleton
public class Reverifier {
  /// Of one transaction; large bodies take a while each.
  private static final int STRETCH = 100;

  /// An answer of Lambda's has room for thousands; whoever has as many knows enough.
  static final int MOST_REFUSED = 1_000;

  private final TransactionOperations<Connection> transactions;
  private final Supplier<WebhookSecrets> secrets;

  Reverifier(TransactionOperations<Connection> transactions, Supplier<WebhookSecrets> secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  /// Everything after a delivery, as far as the time reaches.
  public VerifyAnswer after(long delivery, Deadline deadline, LambdaLogger logger) {
    Count count = new Count();
    long last = delivery;
    boolean finished = false;
    while (!finished && count.refused.size() < MOST_REFUSED && deadline.allowsMore()) {
      OptionalLong end = stretch(last, count);
      finished = end.isEmpty();
      last = end.orElse(last);
    }
    return tell(count.sum(last, finished), logger);
  }

  /// Those with these ids.
  public VerifyAnswer of(List<Long> ids, LambdaLogger logger) {
    Count count = new Count();
    Set<Long> missing = new TreeSet<>(ids);
    transactions.executeRead(
        status -> {
          new StoredDeliveries(status.getConnection())
              .of(
                  ids,
                  evidence -> {
                    missing.remove(evidence.deliveryId());
                    count.add(evidence);
                  });
          return ids;
        });
    missing.forEach(count::addMissing);
    return tell(count.sum(Collections.max(ids), true), logger);
  }

  private OptionalLong stretch(long last, Count count) {
    return transactions.executeRead(
        status -> new StoredDeliveries(status.getConnection()).after(last, STRETCH, count::add));
  }

  private static VerifyAnswer tell(VerifyAnswer verified, LambdaLogger logger) {
    logger.log(
        "verified=%d without_body=%d refused=%d last=%d finished=%s"
            .formatted(
                verified.verified(),
                verified.withoutBody(),
                verified.refused().size(),
                verified.last(),
                verified.finished()),
        verified.refused().isEmpty() ? LogLevel.INFO : LogLevel.ERROR);
    return verified;
  }

  /// What was found so far.
  private final class Count {
    private final SignatureVerifier verifier = new SignatureVerifier(secrets.get());
    private final List<Doubtful> refused = new ArrayList<>();
    private long verified;
    private long withoutBody;

    private void add(Evidence evidence) {
      Optional<Verification> verification = evidence.verifyAgain(verifier);
      if (verification.isEmpty()) {
        withoutBody++;
        return;
      }
      switch (verification.get()) {
        case Authentic _ -> verified++;
        case Rejected(Verification.Reason reason) ->
            refused.add(new Doubtful(evidence.deliveryId(), evidence.source(), reason.name()));
      }
    }

    private void addMissing(long delivery) {
      refused.add(new Doubtful(delivery, "", "NO_SUCH_DELIVERY"));
    }

    private VerifyAnswer sum(long last, boolean finished) {
      return new VerifyAnswer(verified, withoutBody, refused, last, finished);
    }
  }
}
