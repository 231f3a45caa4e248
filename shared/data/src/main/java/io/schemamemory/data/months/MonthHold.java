package io.schemamemory.data.months;

/// A legal hold that keeps a month.
///
/// @param reason as whoever made it wrote it
public record MonthHold(long id, String reason) {}
