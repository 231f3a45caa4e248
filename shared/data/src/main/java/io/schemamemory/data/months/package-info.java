/// Tables that are kept by month, and the making and dropping of months.
@NullMarked
package io.schemamemory.data.months;

import org.jspecify.annotations.NullMarked;
