/// The migration as a custom resource: reads what CloudFormation asks, and answers it whatever
/// happens.
@NullMarked
package io.schemamemory.migrateschema.deploy;

import org.jspecify.annotations.NullMarked;
