/// What the template watches and shows, against what the functions print.
@NullMarked
package io.schemamemory.local.monitoring;

import org.jspecify.annotations.NullMarked;
