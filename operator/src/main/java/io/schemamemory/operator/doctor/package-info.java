/// `bin/doctor`: says what is wrong with an installation, and what to do about it.
@NullMarked
package io.schemamemory.operator.doctor;

import org.jspecify.annotations.NullMarked;
