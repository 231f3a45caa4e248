/// Whether the keyset this function was given is the one the database's values are sealed with.
@NullMarked
package io.schemamemory.pollauditlog.keyset;

import org.jspecify.annotations.NullMarked;
