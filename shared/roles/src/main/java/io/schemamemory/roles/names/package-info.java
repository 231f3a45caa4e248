/// Names of files and folders that are made from names others chose.
@NullMarked
package io.schemamemory.roles.names;

import org.jspecify.annotations.NullMarked;
