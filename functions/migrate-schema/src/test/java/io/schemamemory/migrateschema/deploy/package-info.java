/// Tests of the migration as a custom resource.
@NullMarked
package io.schemamemory.migrateschema.deploy;

import org.jspecify.annotations.NullMarked;
