/// What `template.yaml` declares, as values the runner can serve.
@NullMarked
package io.schemamemory.local.template;

import org.jspecify.annotations.NullMarked;
