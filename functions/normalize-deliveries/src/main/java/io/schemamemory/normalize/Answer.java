package io.schemamemory.normalize;

/// What an invocation is answered.
public sealed interface Answer permits Tally, Progress, Verified {}
