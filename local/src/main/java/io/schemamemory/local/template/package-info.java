/// Reads `template.yaml` into values that the runner can serve.
@NullMarked
package io.schemamemory.local.template;

import org.jspecify.annotations.NullMarked;
