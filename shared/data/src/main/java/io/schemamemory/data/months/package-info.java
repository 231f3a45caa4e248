/// Tables partitioned by month: listing, making and dropping their months.
@NullMarked
package io.schemamemory.data.months;

import org.jspecify.annotations.NullMarked;
