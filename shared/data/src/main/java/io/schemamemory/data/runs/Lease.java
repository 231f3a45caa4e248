package io.schemamemory.data.runs;

/// The right to run a job until a time.
///
/// @param fence a number that grows with each holder, so that a former one can be refused
public record Lease(String name, long fence) {}
