/// Receivers that are wrong on purpose, each in one way, to show that the claims would notice.
@NullMarked
package io.schemamemory.receivewebhook.conformance.broken;

import org.jspecify.annotations.NullMarked;
