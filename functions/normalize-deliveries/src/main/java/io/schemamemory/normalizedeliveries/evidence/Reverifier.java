package io.schemamemory.normalizedeliveries.evidence;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.inbox.Evidence;
import io.schemamemory.data.inbox.StoredDeliveries;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Transactions;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer;
import io.schemamemory.normalizedeliveries.answer.VerifyAnswer.RefusedDelivery;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Verifies stored deliveries again, under the secret that let them in, even if retired since.
@Singleton
public class Reverifier {
  /// Deliveries of one transaction; large bodies take a while each.
  private static final int BATCH = 100;

  /// Lambda's answer has room for thousands; this many show the problem.
  static final int MOST_REFUSED = 1_000;

  private final Transactions transactions;
  private final Supplier<WebhookSecrets> secrets;

  Reverifier(Transactions transactions, Supplier<WebhookSecrets> secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  /// Verifies everything after a delivery, as far as time allows.
  public VerifyAnswer after(long delivery, Deadline deadline, LambdaLogger logger) {
    Count count = new Count();
    long last = delivery;
    boolean finished = false;
    while (!finished && count.refused.size() < MOST_REFUSED && deadline.allowsMore()) {
      OptionalLong end = batch(last, count);
      finished = end.isEmpty();
      last = end.orElse(last);
    }
    return log(count.sum(last, finished), logger);
  }

  /// Verifies the deliveries with these ids.
  public VerifyAnswer of(List<Long> ids, LambdaLogger logger) {
    Count count = new Count();
    Set<Long> missing = new TreeSet<>(ids);
    transactions.read(
        connection -> {
          new StoredDeliveries(connection)
              .of(
                  ids,
                  evidence -> {
                    missing.remove(evidence.deliveryId());
                    count.add(evidence);
                  });
          return ids;
        });
    missing.forEach(count::addMissing);
    return log(count.sum(Collections.max(ids), true), logger);
  }

  private OptionalLong batch(long last, Count count) {
    return transactions.read(
        connection -> new StoredDeliveries(connection).after(last, BATCH, count::add));
  }

  private static VerifyAnswer log(VerifyAnswer verified, LambdaLogger logger) {
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
    private final List<RefusedDelivery> refused = new ArrayList<>();
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
            refused.add(
                new RefusedDelivery(evidence.deliveryId(), evidence.source(), reason.name()));
      }
    }

    private void addMissing(long delivery) {
      refused.add(new RefusedDelivery(delivery, "", "NO_SUCH_DELIVERY"));
    }

    private VerifyAnswer sum(long last, boolean finished) {
      return new VerifyAnswer(verified, withoutBody, refused, last, finished);
    }
  }
}
