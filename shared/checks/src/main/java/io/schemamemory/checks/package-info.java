/// What is wrong with an installation, and what to do about it; looks, and changes nothing.
@NullMarked
package io.schemamemory.checks;

import org.jspecify.annotations.NullMarked;
