package io.schemamemory.data.runs;

/// The right to do a job until a time, as long as nobody else has taken it.
///
/// @param fence tells this holder from every other, before and after
public record Lease(String name, long fence) {}
