/// Seals what must not stand in clear in the database, and hashes it for search.
@NullMarked
package io.schemamemory.sealing;

import org.jspecify.annotations.NullMarked;
