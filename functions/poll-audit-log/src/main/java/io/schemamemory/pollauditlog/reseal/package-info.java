/// Seals and hashes again, with the keys in use, what other keys have made.
@NullMarked
package io.schemamemory.pollauditlog.reseal;

import org.jspecify.annotations.NullMarked;
