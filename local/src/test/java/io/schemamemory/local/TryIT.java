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
import java.nio.file.Path;
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

  private final List<String> said = new ArrayList<>();

  @Test
  void it_serves_what_it_prints_and_leaves_nothing_behind_when_terminated() throws Exception {
    Process process = start("PORT", "0");
    List<ProcessHandle> children;
    try (BufferedReader out = process.inputReader()) {
      readUntil(out, "ready ");
      assertThat(said)
          .anyMatch(line -> line.matches("schema +version \\d{3}, [1-9]\\d* migrations applied"));
      assertThat(pasteCurl()).isEqualTo(202);
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

  private static Process start(String name, String value) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Try.class.getName())
            .directory(Samples.root().toFile())
            .redirectErrorStream(true);
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
