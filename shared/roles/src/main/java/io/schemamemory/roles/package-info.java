/// Makes the roles and logins of a database and the keysets for sealing, as its administrator.
@NullMarked
package io.schemamemory.roles;

import org.jspecify.annotations.NullMarked;
