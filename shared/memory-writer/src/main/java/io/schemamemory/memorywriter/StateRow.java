package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;

/// A state on its way into its table, which takes the rest from the observation.
///
/// @param id the observation's
@Serdeable
record StateRow(
    long id, String kind, String name, String branch, String attribute, String value, int step) {}
