package io.schemamemory.local;

import io.schemamemory.local.demo.Demo;
import io.schemamemory.local.demo.Sender;
import io.schemamemory.local.template.TemplateException;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.Samples;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `bin/try`: serves the bundle until it is stopped, or tells a demo and exits.
public final class Try {
  private Try() {}

  /// Runs with nothing or `--demo`.
  public static void main(String... arguments) throws InterruptedException {
    List<String> given = List.of(arguments);
    boolean demo = given.equals(List.of("--demo"));
    if (!demo && !given.isEmpty()) {
      System.err.println("usage: bin/try [--demo]");
      System.exit(2);
    }
    try {
      LocalSettings settings = LocalSettings.of(Environment.ofProcess());
      serve(demo ? settings.onFreePort() : settings, demo);
    } catch (SettingException
        | BootstrapException
        | TemplateException
        | IllegalStateException
        | UncheckedIOException refused) {
      Throwable cause = refused.getCause();
      System.err.println(
          refused.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")"));
      System.exit(1);
    }
  }

  private static void serve(LocalSettings settings, boolean demo) throws InterruptedException {
    Closing closing = new Closing();
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
    Path root = Samples.root();
    LocalRun run =
        LocalRun.start(settings, root, root.resolve(".local"), closing, System.out::println);
    if (demo) {
      System.exit(
          Demo.tell(
              run.uri(),
              Sender.of(settings.secrets().document().get()),
              run.database().credentials(),
              run.auditLog(),
              System.out::println));
    }
    Welcome.print(settings, run, root, System.out::println);
    new CountDownLatch(1).await();
  }
}
