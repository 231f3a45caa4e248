/// Turns audit entries into ledger rows and sightings, sealed, and writes them.
@NullMarked
package io.schemamemory.pollauditlog.ledger;

import org.jspecify.annotations.NullMarked;
