package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.applyretention.RetentionStep.Premake;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Making;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/// Makes months, each in a transaction of its own.
@Singleton
class Premaker {
  private final Transactions transactions;

  Premaker(Transactions transactions) {
    this.transactions = transactions;
  }

  Counts<RetentionCounter> make(List<Premake> premakes, LambdaLogger logger) {
    return premakes.stream()
        .map(premake -> make(premake, logger))
        .reduce(Counts.none(RetentionCounter.class), Counts::plus);
  }

  private Counts<RetentionCounter> make(Premake premake, LambdaLogger logger) {
    try {
      Making making =
          transactions.write(
              connection -> new Months(connection).premake(premake.table(), premake.month()));
      // Present by now: another run or a writer made it.
      return making == Making.MADE
          ? Counts.of(RetentionCounter.MADE)
          : Counts.none(RetentionCounter.class);
    } catch (RuntimeException failure) {
      Failure.log(logger, "making a month failed " + premake.facts(), failure);
      return Counts.of(RetentionCounter.FAILED);
    }
  }
}
