package io.schemamemory.local.rehearsal;

import io.schemamemory.local.Closing;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `bin/rehearse`: exits with 0 if all went as `docs/deploy.md` says.
public final class Rehearse {
  private static final String WRITE = "--write";

  private Rehearse() {}

  /// Takes `--write`.
  public static void main(String... arguments) {
    List<String> options = List.of(arguments);
    if (!options.isEmpty() && !options.equals(List.of(WRITE))) {
      System.err.println(
          "bin/rehearse: unknown option " + options + "; it takes --write or --help");
      System.exit(2);
    }
    Closing closing = new Closing();
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
    Path root = Samples.root();
    Transcript transcript = new Transcript(System.out::println);
    try {
      Page page = Page.read(Files.readString(root.resolve("docs/deploy.md")));
      Setting.start(root, transcript, closing).play(page);
      System.out.println("ok: every step went as docs/deploy.md says");
    } catch (RehearsalException | IllegalStateException | UncheckedIOException failure) {
      System.out.println("fail: " + failure.getMessage());
      System.exit(1);
    } catch (IOException failure) {
      System.out.println("fail: docs/deploy.md cannot be read");
      System.exit(1);
    }
    System.exit(0);
  }
}
