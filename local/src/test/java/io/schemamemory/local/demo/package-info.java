@NullMarked
package io.schemamemory.local.demo;

import org.jspecify.annotations.NullMarked;
