/// `bin/bootstrap`: makes a database's roles and logins, and rotates their passwords.
@NullMarked
package io.schemamemory.operator.bootstrap;

import org.jspecify.annotations.NullMarked;
