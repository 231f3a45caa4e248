/// Records of scheduled runs, leases, and the request budget.
@NullMarked
package io.schemamemory.data.runs;

import org.jspecify.annotations.NullMarked;
