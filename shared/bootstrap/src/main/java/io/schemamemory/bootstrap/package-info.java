/// Makes the roles and logins of a database, as its administrator.
@NullMarked
package io.schemamemory.bootstrap;

import org.jspecify.annotations.NullMarked;
