/// The audit ledger, the feeds it is copied from, and quarantined audit entries.
@NullMarked
package io.schemamemory.data.audit;

import org.jspecify.annotations.NullMarked;
