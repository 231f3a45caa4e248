package io.schemamemory.data.audit;

import org.jspecify.annotations.Nullable;

/// An audit entry that cannot be read, or not be written, by this version.
///
/// @param reference stands for its bytes: the same again is the same
/// @param action what it says was done, where that can be read
/// @param reason why, without a word of its body
/// @param payload its exact bytes in base64, sealed, in hex
public record QuarantinedEntry(
    long reference, @Nullable String action, String reason, String version, String payload) {}
