package io.schemamemory.memorywriter.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/// A state to insert; the statement takes its other columns from the observation.
///
/// @param id the observation's
/// @param resource PlanetScale's id of what it was true of; empty for what has none
@Serdeable
// Otherwise an empty text is left out, and becomes null.
@JsonInclude(JsonInclude.Include.ALWAYS)
record StateRow(
    long id,
    String kind,
    String key,
    String branch,
    String attribute,
    String value,
    int step,
    String resource) {}
