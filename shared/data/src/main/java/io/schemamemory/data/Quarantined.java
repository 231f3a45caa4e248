package io.schemamemory.data;

/// A delivery that is given up on for now.
///
/// @param reason why, without a word of its body
/// @param version the version of the software that gave up
public record Quarantined(Claim claim, String reason, String version) {}
