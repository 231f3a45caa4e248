package io.schemamemory.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoldenSchemaIT {
  @RegisterExtension static final MemoryDatabase migrated = new MemoryDatabase();

  @Test
  void the_schema_is_the_one_agreed_on() throws IOException {
    String listing = Catalogue.listing(migrated.administrator());
    GoldenSchema.writeIfAsked(listing);

    GoldenSchema.assertGolden(listing);
  }

  @Test
  void the_listing_depends_on_neither_the_database_nor_its_logins_nor_its_months() {
    EmptyDatabase other = EmptyDatabase.bootstrapped();
    Migrations.over(other.migrator().reveal()).migrate();
    Rows.execute(
        other.administrator(),
        "set role memory_owner; select memory.ensure_month('delivery_body', now() - interval '5 months')");

    assertThat(Catalogue.listing(other.administrator()))
        .isEqualTo(Catalogue.listing(migrated.administrator()));
  }
}
