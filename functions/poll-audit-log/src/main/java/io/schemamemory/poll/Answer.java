package io.schemamemory.poll;

/// What an invocation is answered.
public sealed interface Answer permits Tally, Replayed, Resealed, DoctorAnswer {}
