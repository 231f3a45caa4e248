/// Migrations that need more than SQL, found by Flyway beside those in SQL.
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
