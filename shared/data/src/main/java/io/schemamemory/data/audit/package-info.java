/// The audit ledger, the feeds it is copied from, and the entries in quarantine.
@NullMarked
package io.schemamemory.data.audit;

import org.jspecify.annotations.NullMarked;
