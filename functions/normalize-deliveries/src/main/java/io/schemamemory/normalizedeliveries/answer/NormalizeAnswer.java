package io.schemamemory.normalizedeliveries.answer;

/// What an invocation is answered.
public sealed interface NormalizeAnswer permits NormalizeCounts, ReplayProgress, VerifyAnswer {}
