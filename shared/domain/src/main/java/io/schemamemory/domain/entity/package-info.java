/// What is remembered about what: the things observations name, and what was true of them.
@NullMarked
package io.schemamemory.domain.entity;

import org.jspecify.annotations.NullMarked;
