package io.schemamemory.health;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.settings.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The findings of all checks, in the order they were made.
public final class HealthReport {
  private final List<Line> lines = new ArrayList<>();

  private record Line(String check, Finding finding) {
    /// Names come from outside: without control characters a line stays one line.
    String text() {
      String text =
          switch (finding) {
            case Ok(String sentence) -> "ok " + check + ": " + sentence;
            case Fail(String sentence) -> "fail " + check + ": " + sentence;
            case Skipped(String sentence) -> "skipped " + check + ": " + sentence;
          };
      return text.replaceAll("\\p{Cntrl}", "?");
    }
  }

  /// One check.
  @FunctionalInterface
  public interface Check {
    Finding run() throws Exception;
  }

  /// Makes a check and keeps its finding; a check that throws is a finding too.
  public Finding check(String name, Check check) {
    Finding finding = found(check);
    lines.add(new Line(name, finding));
    return finding;
  }

  /// Reads a setting; a malformed one is a finding, and counts as not set.
  public <T> Optional<T> read(String variable, Supplier<Optional<T>> setting) {
    try {
      return setting.get();
    } catch (SettingException malformed) {
      String whatToDo = String.valueOf(malformed.getMessage());
      check("setting " + variable, () -> new Fail(whatToDo));
      return Optional.empty();
    }
  }

  private static Finding found(Check check) {
    try {
      return check.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Skipped("it was interrupted: run this again");
    } catch (Exception failure) {
      return failed(failure);
    }
  }

  /// Without the exception's message, which may contain anything.
  private static Finding failed(Exception failure) {
    String state = SqlState.of(failure);
    if (state.isEmpty()) {
      return new Fail(
          "the check failed with " + failure.getClass().getSimpleName() + ": run this again");
    }
    // The connection is a check of its own.
    return state.matches("(08|28|57P).*")
        ? new Skipped("no connection to the database (SQLSTATE " + state + "): fix that first")
        : new Fail("the query failed (SQLSTATE " + state + "): " + whatToDo(state));
  }

  private static String whatToDo(String state) {
    return switch (state) {
      case "42P01", "3F000", "42703", "42883" -> "run migrate-schema";
      case "42501", "22023", "42704" ->
          "the login lacks a right, run bin/bootstrap, then migrate-schema";
      case "25006" -> "the database is read-only: use the host of its primary, or make it writable";
      default -> "run this again; if it persists, see the server's log";
    };
  }

  /// Whether no check failed.
  public boolean isHealthy() {
    return lines.stream().noneMatch(line -> line.finding() instanceof Fail);
  }

  /// A line for each check.
  public List<String> lines() {
    return lines.stream().map(Line::text).toList();
  }
}
