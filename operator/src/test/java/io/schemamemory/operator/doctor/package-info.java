@NullMarked
package io.schemamemory.operator.doctor;

import org.jspecify.annotations.NullMarked;
