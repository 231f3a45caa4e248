/// The keys values are sealed and hashed with, and the key these are wrapped with.
@NullMarked
package io.schemamemory.sealing.keys;

import org.jspecify.annotations.NullMarked;
