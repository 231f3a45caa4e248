package io.schemamemory.operator.webhooksecrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.operator.input.SecretInput;
import io.schemamemory.roles.Login;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.MemoryDatabase;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The command as a person runs it, beside a migrated database.
abstract class CommandFixture {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @TempDir Path folder;

  /// What the person's shell has.
  final Map<String, String> variables = new HashMap<>();

  /// What a command answered, with everything it printed.
  record Ended(int status, String said) {}

  @BeforeEach
  void migratorsUrl() {
    variables.put("DATABASE_DIRECT_URL", database.url(Login.MIGRATOR).reveal());
  }

  @AfterEach
  void onlyTheDefaultIsLeft() {
    database.empty();
    database.asOwner(
        """
        delete from memory.source where name <> 'default';
        delete from memory.workspace where name <> 'default'
        """);
  }

  Ended run(String input, String... arguments) {
    StringWriter said = new StringWriter();
    SecretInput secret =
        new SecretInput(new ByteArrayInputStream(input.getBytes(UTF_8)), Optional.empty());
    int status =
        new WebhookSecretsCommand(new Environment(variables), secret, FixedTime.CLOCK)
            .commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(arguments);
    return new Ended(status, said.toString());
  }
}
