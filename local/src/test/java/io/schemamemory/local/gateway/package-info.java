@NullMarked
package io.schemamemory.local.gateway;

import org.jspecify.annotations.NullMarked;
