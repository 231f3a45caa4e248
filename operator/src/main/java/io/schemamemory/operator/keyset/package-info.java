/// `bin/keyset`: makes and rotates the keysets that values are sealed and hashed with.
@NullMarked
package io.schemamemory.operator.keyset;

import org.jspecify.annotations.NullMarked;
