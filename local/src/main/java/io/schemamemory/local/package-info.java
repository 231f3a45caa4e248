/// Runs the whole bundle on one machine, as `template.yaml` declares it.
@NullMarked
package io.schemamemory.local;

import org.jspecify.annotations.NullMarked;
