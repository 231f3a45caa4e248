@NullMarked
package io.schemamemory.local.template;

import org.jspecify.annotations.NullMarked;
