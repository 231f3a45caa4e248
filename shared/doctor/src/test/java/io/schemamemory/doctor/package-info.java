@NullMarked
package io.schemamemory.doctor;

import org.jspecify.annotations.NullMarked;
