/// Encrypts personal values before they are written to the database, and hashes them for search.
@NullMarked
package io.schemamemory.sealing;

import org.jspecify.annotations.NullMarked;
