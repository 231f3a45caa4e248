package io.schemamemory.memorywriter.entity;

import io.micronaut.serde.annotation.Serdeable;

/// A state to insert; the statement takes its other columns from the observation.
///
/// @param id the observation's
@Serdeable
record StateRow(
    long id, String kind, String key, String branch, String attribute, String value, int step) {}
