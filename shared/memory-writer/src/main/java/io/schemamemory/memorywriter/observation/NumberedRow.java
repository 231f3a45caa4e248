package io.schemamemory.memorywriter.observation;

import io.micronaut.serde.annotation.Serdeable;

/// The id and the key of an observation that this transaction inserted or locked.
@Serdeable
public record NumberedRow(long id, String key) {}
