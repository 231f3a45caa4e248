package io.schemamemory.applyretention;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.months.MonthlyTable;
import io.schemamemory.data.months.Months;
import io.schemamemory.job.Failure;
import io.schemamemory.job.Transactions;
import java.util.ArrayList;
import java.util.List;

/// The months of every table with a retention policy, as far as they could be read.
///
/// @param unread how many tables could not be read, such as one that somebody has locked
record MonthReading(List<MonthlyTable> tables, int unread) {
  MonthReading {
    tables = List.copyOf(tables);
  }

  /// Reads each table in a transaction of its own, so that one stops no other.
  static MonthReading of(Transactions transactions, LambdaLogger logger) {
    List<String> names = transactions.read(connection -> new Months(connection).tables());
    List<MonthlyTable> tables = new ArrayList<>();
    int unread = 0;
    for (String name : names) {
      try {
        tables.addAll(transactions.read(connection -> new Months(connection).read(List.of(name))));
      } catch (RuntimeException failure) {
        Failure.log(logger, "reading the months failed table=" + name, failure);
        unread++;
      }
    }
    return new MonthReading(tables, unread);
  }
}
