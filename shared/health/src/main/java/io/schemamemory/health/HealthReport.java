package io.schemamemory.health;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.health.Finding.Mend;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.settings.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What was found, check by check, in the order of looking.
public final class HealthReport {
  private final List<Found> found = new ArrayList<>();

  private record Found(String check, Finding finding) {
    /// Names come from outside, and a line stays one.
    String line() {
      String told =
          switch (finding) {
            case Ok(String sentence) -> "ok " + check + ": " + sentence;
            case Mend(String sentence) -> "mend " + check + ": " + sentence;
            case Skipped(String sentence) -> "skipped " + check + ": " + sentence;
          };
      return told.replaceAll("\\p{Cntrl}", "?");
    }
  }

  /// Looks at one thing.
  @FunctionalInterface
  public interface Look {
    Finding at() throws Exception;
  }

  /// Looks, and writes down what was found; a look that fails is a finding too.
  public Finding look(String check, Look look) {
    Finding finding = found(look);
    found.add(new Found(check, finding));
    return finding;
  }

  /// Reads a setting; a malformed one is a finding, and then there is none.
  public <T> Optional<T> read(String variable, Supplier<Optional<T>> setting) {
    try {
      return setting.get();
    } catch (SettingException malformed) {
      String whatToDo = String.valueOf(malformed.getMessage());
      look("setting " + variable, () -> new Mend(whatToDo));
      return Optional.empty();
    }
  }

  private static Finding found(Look look) {
    try {
      return look.at();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Skipped("it was interrupted: run this again");
    } catch (Exception failure) {
      return failed(failure);
    }
  }

  /// Without the messages, which are others' and may repeat anything.
  private static Finding failed(Exception failure) {
    String state = SqlState.of(failure);
    if (state.isEmpty()) {
      return new Mend(
          "looking failed with " + failure.getClass().getSimpleName() + ": run this again");
    }
    // Whether it can be entered is a check of its own.
    return state.matches("(08|28|57P).*")
        ? new Skipped("the database cannot be asked (SQLSTATE " + state + "): mend the connection")
        : new Mend("the database refused to tell (SQLSTATE " + state + "): " + whatToDo(state));
  }

  private static String whatToDo(String state) {
    return switch (state) {
      case "42P01", "3F000", "42703", "42883" -> "run migrate-schema";
      case "42501", "22023", "42704" ->
          "the login lacks a right, run bin/bootstrap, then migrate-schema";
      default -> "run this again, and if it stays so look into the server's log";
    };
  }

  /// Whether nothing is to be mended.
  public boolean isHealthy() {
    return found.stream().noneMatch(one -> one.finding() instanceof Mend);
  }

  /// A line for each check.
  public List<String> lines() {
    return found.stream().map(Found::line).toList();
  }
}
