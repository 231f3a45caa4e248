/// Runs functions as processes of Lambda's own runtime client, each with its own Runtime API.
@NullMarked
package io.schemamemory.local.runtime;

import org.jspecify.annotations.NullMarked;
