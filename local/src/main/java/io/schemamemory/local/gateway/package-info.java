/// Serves the template's routes as API Gateway does, and the Lambda Invoke API.
@NullMarked
package io.schemamemory.local.gateway;

import org.jspecify.annotations.NullMarked;
