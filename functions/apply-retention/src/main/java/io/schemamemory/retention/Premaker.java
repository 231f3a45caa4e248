package io.schemamemory.retention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Months;
import io.schemamemory.data.Months.Making;
import io.schemamemory.retention.Step.Premake;
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

  Tally make(List<Premake> premakes, LambdaLogger logger) {
    return premakes.stream().map(premake -> make(premake, logger)).reduce(Tally.NONE, Tally::plus);
  }

  private Tally make(Premake premake, LambdaLogger logger) {
    try {
      Making making =
          transactions.executeWrite(
              s -> new Months(s.getConnection()).premake(premake.table(), premake.month()));
      // Present by now: another run or a writer made it.
      return making == Making.MADE ? Tally.MADE : Tally.NONE;
    } catch (Exception failure) {
      // Of any kind: a transaction passes the driver's on undeclared.
      Failure.log("making", premake, failure, logger);
      return Tally.FAILED;
    }
  }
}
