package io.schemamemory.data.months;

import java.time.YearMonth;

/// A monthly partition that exists.
///
/// @param month in UTC
/// @param expired whether the retention policy no longer keeps it
/// @param overdue whether it expired at least a week ago
public record Month(YearMonth month, boolean expired, boolean overdue) {}
