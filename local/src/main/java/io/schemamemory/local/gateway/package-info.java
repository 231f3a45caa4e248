/// The HTTP door: the template's routes as API Gateway serves them, and the Lambda Invoke API.
@NullMarked
package io.schemamemory.local.gateway;

import org.jspecify.annotations.NullMarked;
