package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.demo.Cast;
import io.schemamemory.local.rehearsal.cloud.DeployedStack;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.local.rehearsal.terminal.Transcript;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the scenes play with.
///
/// @param checkout the copy that the commands run in
/// @param secret the webhook's
public record Stage(
    DeployedStack stack,
    RehearsedDatabase database,
    StandInAuditLog auditLog,
    Transcript transcript,
    Path checkout,
    String secret,
    Cast cast) {

  public Webhooks webhooks() {
    return new Webhooks(stack.webhookUrl(), secret, cast);
  }

  public Memory memory() {
    return new Memory(reader(), cast);
  }

  /// As `bin/bootstrap` leaves it for people.
  private DatabaseUrl reader() {
    try (var directories = Files.list(checkout.resolve(".local"))) {
      return directories
          .map(Credentials::in)
          .flatMap(credentials -> credentials.url(Login.READER).stream())
          .findFirst()
          .orElseThrow(() -> new RehearsalException("bin/bootstrap left no URL of the reader"));
    } catch (IOException failure) {
      throw new UncheckedIOException("bin/bootstrap left no folder", failure);
    }
  }

  /// The secret must not reach a transcript.
  @Override
  public String toString() {
    return "Stage";
  }
}
