/// Turns audit entries into sealed ledger rows and sightings, and writes them.
@NullMarked
package io.schemamemory.pollauditlog.ledger;

import org.jspecify.annotations.NullMarked;
