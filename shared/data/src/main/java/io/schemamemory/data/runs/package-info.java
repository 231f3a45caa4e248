/// What scheduled runs need of the database: their record, leases, and the request budget.
@NullMarked
package io.schemamemory.data.runs;

import org.jspecify.annotations.NullMarked;
