/// `poll-audit-log`: copies PlanetScale's audit logs into the ledger and the memory.
@NullMarked
package io.schemamemory.pollauditlog;

import org.jspecify.annotations.NullMarked;
