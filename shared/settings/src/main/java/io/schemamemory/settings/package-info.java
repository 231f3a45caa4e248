/// What a process starts with, and what is wrong with it.
@NullMarked
package io.schemamemory.settings;

import org.jspecify.annotations.NullMarked;
