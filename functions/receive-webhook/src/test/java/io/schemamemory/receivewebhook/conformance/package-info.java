/// Claims that every receiver must keep: the real one keeps all, and each broken one fails the ones
/// named for it.
@NullMarked
package io.schemamemory.receivewebhook.conformance;

import org.jspecify.annotations.NullMarked;
