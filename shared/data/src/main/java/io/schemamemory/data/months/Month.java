package io.schemamemory.data.months;

import java.time.YearMonth;

/// A month that exists.
///
/// @param month which one, in UTC
/// @param expired its policy keeps it no longer
/// @param overdue it has been so for a week
public record Month(YearMonth month, boolean expired, boolean overdue) {}
