/// What every receiver must keep, as claims that any receiver can be held to: the real one keeps
/// them all, and each of the broken ones is caught by name.
@NullMarked
package io.schemamemory.receivewebhook.conformance;

import org.jspecify.annotations.NullMarked;
