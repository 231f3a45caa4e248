package io.schemamemory.local.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The local AWS's Lambda: which settings and which code a function was deployed with.
public final class LocalLambda {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI aws;
  private final Path unpacked;

  /// @param unpacked where code is unpacked
  public LocalLambda(URI aws, Path unpacked) {
    this.aws = aws;
    this.unpacked = unpacked;
  }

  /// A function's configuration, with the environment as CloudFormation resolved it.
  public JsonNode configuration(String name, String version) {
    return json("/2015-03-31/functions/" + name + "/configuration?Qualifier=" + version);
  }

  /// The folder with the code of a configuration.
  public synchronized Path code(JsonNode configuration) {
    String sha = configuration.path("CodeSha256").asText().replaceAll("\\W", "_");
    Path folder = unpacked.resolve(sha);
    if (!Files.isDirectory(folder)) {
      String name = configuration.path("FunctionName").asText();
      JsonNode function = json("/2015-03-31/functions/" + name);
      if (!function.at("/Configuration/CodeSha256").equals(configuration.path("CodeSha256"))) {
        throw new RehearsalException(name + " has newer code than the version that was invoked");
      }
      unpack(get(URI.create(function.at("/Code/Location").asText())), folder);
    }
    return folder;
  }

  private static void unpack(byte[] zip, Path folder) {
    try (var bytes = new java.io.ByteArrayInputStream(zip);
        var entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(folder)) {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the deployed code cannot be unpacked", failure);
    }
  }

  private JsonNode json(String path) {
    try {
      return JSON.readTree(get(aws.resolve(path)));
    } catch (IOException failure) {
      throw new UncheckedIOException("the local AWS did not answer JSON", failure);
    }
  }

  private byte[] get(URI uri) {
    try {
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new RehearsalException(uri.getPath() + " was answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException("no answer from the local AWS", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RehearsalException("stopped");
    }
  }
}
