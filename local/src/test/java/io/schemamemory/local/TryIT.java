package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `bin/try` as a person runs it, in a process of its own.
class TryIT {
  private static final Pattern HEADER = Pattern.compile("-H 'X-PlanetScale-Signature: (\\w+)'");
  private static final Pattern BODY = Pattern.compile(" -d '(.*)' (http\\S+)$");

  private static final Pattern LOG =
      Pattern.compile("What the functions logged is in (\\.local/logs/try-\\S+\\.log)");

  private final List<String> said = new ArrayList<>();

  @Test
  void it_serves_the_printed_urls_and_leaves_nothing_behind_when_terminated() throws Exception {
    Process process = start("PORT", "0");
    List<ProcessHandle> children;
    try (BufferedReader out = process.inputReader()) {
      readUntil(out, "ready ");
      assertThat(said)
          .anyMatch(line -> line.matches("schema +version \\d{3}, [1-9]\\d* migrations applied"));
      assertThat(said).noneMatch(line -> line.contains(" | ") || line.contains("\u001b"));
      // On a busy machine a cold process may not store it in time; it is sent again then.
      int status = pasteCurl();
      for (int more = 10; status == 503 && more > 0; more--) {
        status = pasteCurl();
      }
      assertThat(status).isEqualTo(202);
      readUntil(out, "ReceiveWebhook answered 202 in ");
      children = process.descendants().toList();
      assertThat(children).isNotEmpty();
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(children).allSatisfy(child -> child.onExit().get(10, TimeUnit.SECONDS));
    assertThat(Samples.root().resolve(".local/embedded-" + process.pid())).doesNotExist();
  }

  @Test
  void a_malformed_setting_stops_the_start_by_name() throws Exception {
    Process process = start("PORT", "ninety");

    try (BufferedReader out = process.inputReader()) {
      assertThat(out.lines())
          .containsExactly("PORT is malformed: set it to a port number, such as 9000");
    }
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void the_demo_prints_its_story_and_keeps_the_functions_logs_in_a_file() throws Exception {
    Process process = start("PORT", "0", "--demo");
    List<String> lines = readAll(process);

    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    assertThat(lines)
        .contains("branch.ready                             answered 202", "The timeline:")
        .noneMatch(line -> line.contains("{\"") || line.contains("\u001b"))
        .noneMatch(line -> line.contains("WARNING") || line.contains("[warning]"));
    Path log = logNamedIn(lines);
    assertThat(Files.readString(log))
        .contains("ReceiveWebhook | {", "received STORED", "cold start NormalizeDeliveries ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void verbose_shows_the_functions_logs_and_keeps_them_too() throws Exception {
    Process process = start("PORT", "0", "--verbose");
    String shown;
    try (BufferedReader out = process.inputReader()) {
      readUntil(out, "ready ");
      var _ = pasteCurl();
      readUntil(out, "ReceiveWebhook | {");
      shown = said.getLast();
      assertThat(shown).contains("source=default");
      // By its handle: destroying the process itself would close output that is still unread.
      process.toHandle().destroy();
      said.addAll(out.lines().toList());
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said).noneMatch(line -> line.contains("\u001b") || line.contains("WARNING"));
    assertThat(Files.readString(logNamedIn(said))).contains(shown);
  }

  @Test
  void an_unknown_option_is_refused_in_one_line() throws Exception {
    Process process = start("PORT", "0", "--dmeo");

    assertThat(readAll(process))
        .containsExactly("unknown option --dmeo: bin/try --help lists the options");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private static List<String> readAll(Process process) throws IOException {
    try (BufferedReader out = process.inputReader()) {
      return out.lines().toList();
    }
  }

  private static Path logNamedIn(List<String> lines) {
    Matcher last = LOG.matcher(lines.getLast());
    assertThat(last.matches()).as(lines.getLast()).isTrue();
    return Samples.root().resolve(last.group(1));
  }

  private static Process start(String name, String value, String... options) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Try.class.getName())
            .directory(Samples.root().toFile())
            .redirectErrorStream(true);
    builder.command().addAll(List.of(options));
    builder.environment().put(name, value);
    return builder.start();
  }

  private void readUntil(BufferedReader out, String start) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.startsWith(start)) {
        return;
      }
    }
    throw new AssertionError("it ended before it was ready:\n" + String.join("\n", said));
  }

  private int pasteCurl() throws Exception {
    String curl =
        said.stream().filter(line -> line.startsWith("  curl -i")).findFirst().orElseThrow();
    Matcher header = HEADER.matcher(curl);
    Matcher body = BODY.matcher(curl);
    assertThat(header.find() && body.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(body.group(2)))
            .header("X-PlanetScale-Signature", header.group(1))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    body.group(1).getBytes(StandardCharsets.UTF_8)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
