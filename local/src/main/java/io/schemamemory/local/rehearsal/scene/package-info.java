/// What the rehearsal looks at around the commands of the page.
@NullMarked
package io.schemamemory.local.rehearsal.scene;

import org.jspecify.annotations.NullMarked;
