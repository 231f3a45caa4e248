/// The keysets for sealing and hashing, and the key that wraps them.
@NullMarked
package io.schemamemory.sealing.keys;

import org.jspecify.annotations.NullMarked;
