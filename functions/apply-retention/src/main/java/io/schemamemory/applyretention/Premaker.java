package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.applyretention.RetentionStep.Premake;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Making;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;

/// Makes months, each in a transaction of its own.
@Singleton
class Premaker {
  private final TransactionOperations<Connection> transactions;

  Premaker(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  RetentionCounts make(List<Premake> premakes, LambdaLogger logger) {
    return premakes.stream()
        .map(premake -> make(premake, logger))
        .reduce(RetentionCounts.NONE, RetentionCounts::plus);
  }

  private RetentionCounts make(Premake premake, LambdaLogger logger) {
    try {
      Making making =
          transactions.executeWrite(
              s -> new Months(s.getConnection()).premake(premake.table(), premake.month()));
      // Present by now: another run or a writer made it.
      return making == Making.MADE ? RetentionCounts.MADE : RetentionCounts.NONE;
    } catch (Exception failure) {
      // Of any kind: a transaction passes the driver's on undeclared.
      Failure.log("making", premake, failure, logger);
      return RetentionCounts.FAILED;
    }
  }
}
