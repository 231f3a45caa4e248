package io.schemamemory.data.audit;

import org.jspecify.annotations.Nullable;

/// An audit entry that this version cannot read or write.
///
/// @param reference identifies its bytes: the same bytes have the same reference
/// @param action the entry's action, if that much could be read
/// @param reason why; never quotes the body
/// @param version the version of the software that failed
/// @param payload its exact bytes in base64, sealed, in hex
public record QuarantinedEntry(
    long reference, @Nullable String action, String reason, String version, String payload) {}
