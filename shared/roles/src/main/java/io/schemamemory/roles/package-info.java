/// Creates the roles and logins of a database, and rotates their passwords.
@NullMarked
package io.schemamemory.roles;

import org.jspecify.annotations.NullMarked;
