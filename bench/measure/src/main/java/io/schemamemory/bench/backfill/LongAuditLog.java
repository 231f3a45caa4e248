package io.schemamemory.bench.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// An organization's audit log of about a year, at a stand-in without a rate limit.
record LongAuditLog(int entries, PlanetScaleStandIn planetScale) implements AutoCloseable {
  /// PlanetScale's largest page.
  private static final int PAGE = 100;

  private static final String PATH = "/organizations/" + Acme.NAME + "/audit-log";

  /// Three entries share each time.
  private static final Duration APART = Duration.ofMinutes(15);

  /// Prepares the texts in advance, so that the stand-in's own work is not measured.
  static LongAuditLog of(int entries) {
    LongAuditLog log = empty(entries);
    try (LongAuditLog drafts = empty(entries)) {
      drafts.auditLog().generate(entries, Instant.now(), APART);
      for (byte[] page : drafts.read().reversed()) {
        log.add(new ObjectMapper().readTree(page).path("data"));
      }
      return log;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the stand-in's log is no JSON", unreadable);
    }
  }

  private static LongAuditLog empty(int entries) {
    PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(InstantSource.system(), 0);
    planetScale.grant(Acme.TOKEN, Acme.NAME, "read_audit_logs");
    planetScale.organization(Acme.NAME).limitRequests(Integer.MAX_VALUE);
    return new LongAuditLog(entries, planetScale);
  }

  private StandInAuditLog auditLog() {
    return planetScale.organization(Acme.NAME).auditLog();
  }

  private void add(JsonNode page) {
    for (int i = page.size() - 1; i >= 0; i--) {
      JsonNode entry = page.get(i);
      Instant createdAt = Instant.parse(entry.path("created_at").asText());
      auditLog().add(entry.path("id").asText(), createdAt, entry.toString());
    }
  }

  /// The fewest requests that read all of it.
  int pages() {
    return Math.ceilDiv(entries, PAGE);
  }

  /// Requests received so far.
  long requests() {
    return planetScale.requests("/audit-log");
  }

  /// Calls the watcher with the number of each of the next requests, before it is answered.
  void watch(IntConsumer watcher) {
    AtomicInteger number = new AtomicInteger();
    planetScale
        .script()
        .next(
            pages(), "/audit-log", Fault.meanwhile(() -> watcher.accept(number.incrementAndGet())));
  }

  /// All of its pages, newest first.
  List<byte[]> read() {
    List<byte[]> pages = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String after = "";
      do {
        byte[] page = get(http, "?limit=" + PAGE + after);
        pages.add(page);
        JsonNode list = new ObjectMapper().readTree(page);
        after =
            list.path("has_next").asBoolean()
                ? "&starting_after=" + list.path("cursor_end").asText()
                : "";
      } while (!after.isEmpty());
      return pages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the stand-in's log could not be read", unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the log was read", stopped);
    }
  }

  private byte[] get(HttpClient http, String query) throws IOException, InterruptedException {
    URI uri = URI.create(planetScale.url() + PATH + query);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", Acme.TOKEN).build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }

  @Override
  public void close() {
    planetScale.close();
  }
}
