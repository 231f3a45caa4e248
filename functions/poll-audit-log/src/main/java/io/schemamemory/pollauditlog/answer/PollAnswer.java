package io.schemamemory.pollauditlog.answer;

/// What an invocation is answered.
public sealed interface PollAnswer permits PollCounts, EntriesReplayed, Resealed, DoctorAnswer {}
