package io.schemamemory.memorywriter.entity;

import io.micronaut.serde.annotation.Serdeable;

/// A facet to insert; the statement takes its other columns from the observation.
///
/// @param id the observation's
@Serdeable
record FacetRow(long id, String facet, String value, String written) {}
