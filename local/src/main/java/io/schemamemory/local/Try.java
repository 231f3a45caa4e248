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
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `bin/try`: serves the bundle until it is stopped, or plays a demo and exits.
public final class Try {
  private Try() {}

  /// Takes `--demo` and `--verbose`.
  public static void main(String... arguments) throws InterruptedException {
    TryOptions options = options(List.of(arguments));
    try {
      LocalSettings settings = LocalSettings.of(Environment.ofProcess());
      serve(options.demo() ? settings.onFreePort() : settings, options);
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

  private static TryOptions options(List<String> arguments) {
    try {
      return TryOptions.of(arguments);
    } catch (IllegalArgumentException unknown) {
      System.err.println(unknown.getMessage());
      System.exit(2);
      throw unknown;
    }
  }

  private static void serve(LocalSettings settings, TryOptions options)
      throws InterruptedException {
    Closing closing = new Closing();
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close));
    Path root = Samples.root();
    Path home = root.resolve(".local");
    LogFile log = LogFile.create(home.resolve("logs"), InstantSource.system());
    Path logPath = root.relativize(log.path());
    // Registered first and so run last: the last line names the log file.
    closing.atEnd(() -> System.out.println("What the functions logged is in " + logPath));
    closing.atEnd(log::close);
    Heartbeat screen = Heartbeat.start(System.out::println, InstantSource.system());
    closing.atEnd(screen::close);
    Reports reports = new Console(screen, log, logPath, options).reports();
    screen.accept("starting PostgreSQL and the functions ...");
    LocalRun run = LocalRun.start(settings, root, home, closing, reports);
    if (options.demo()) {
      System.exit(demo(settings, run, reports));
    }
    Welcome.print(settings, run, root, reports.lines());
    screen.close();
    new CountDownLatch(1).await();
  }

  private static int demo(LocalSettings settings, LocalRun run, Reports reports) {
    return Demo.run(
        run.uri(),
        Sender.of(settings.secrets().document().get()),
        run.database().credentials(),
        run.auditLog(),
        reports.lines());
  }
}
