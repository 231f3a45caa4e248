/// The frame of every scheduled function: data source, transactions, leases, the record of runs,
/// commands, counters, failures in the log, metrics.
@NullMarked
package io.schemamemory.job;

import org.jspecify.annotations.NullMarked;
