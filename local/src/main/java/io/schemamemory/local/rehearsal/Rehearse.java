package io.schemamemory.local.rehearsal;

import io.schemamemory.local.Closing;
import io.schemamemory.local.rehearsal.page.DeployPage;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.local.rehearsal.terminal.Transcript;
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
      System.err.println("bin/rehearse takes --write or --help, not " + String.join(" ", options));
      System.exit(2);
    }
    Closing closing = new Closing();
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
    try {
      rehearse(Samples.root(), options.contains(WRITE), closing);
    } catch (RehearsalException | IllegalStateException | UncheckedIOException failure) {
      System.out.println("fail: " + failure.getMessage());
      System.exit(1);
    } catch (IOException failure) {
      System.out.println("fail: " + failure);
      System.exit(1);
    }
    System.exit(0);
  }

  private static void rehearse(Path root, boolean write, Closing closing) throws IOException {
    Transcript transcript = new Transcript(System.out::println);
    DeployPage page = DeployPage.read(Files.readString(root.resolve("docs/deploy.md")));
    Setting.start(root, transcript, closing).play(page);
    Path kept = root.resolve("docs/rehearsal.txt");
    if (write) {
      Files.writeString(kept, transcript.text());
    } else if (!Files.exists(kept) || !Files.readString(kept).equals(transcript.text())) {
      System.out.println("docs/rehearsal.txt has another run: bin/rehearse --write");
    }
    System.out.println("ok: all went as docs/deploy.md says");
  }
}
