/// `poll-audit-log`: copies PlanetScale's audit logs into the ledger, and tells what they say.
@NullMarked
package io.schemamemory.pollauditlog;

import org.jspecify.annotations.NullMarked;
