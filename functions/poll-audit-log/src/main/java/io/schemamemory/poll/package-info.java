/// `poll-audit-log`: copies PlanetScale's audit logs into the ledger, and tells what they say.
@NullMarked
package io.schemamemory.poll;

import org.jspecify.annotations.NullMarked;
