package io.schemamemory.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The event of an invocation by hand: `{"command": "..."}` and the command's own fields.
///
/// Each field is taken once. One that is left over, missing or of another type refuses the event: a
/// misspelt field must not be passed over.
public final class InvocationCommand {
  private static final String COMMAND = "command";

  private final Map<String, @Nullable Object> fields = new HashMap<>();

  private InvocationCommand(Map<?, ?> event) {
    event.forEach((name, value) -> fields.put(String.valueOf(name), value));
  }

  /// Reads an invocation's event: a command, or what asks for the usual run.
  ///
  /// @param event any JSON, as Lambda's runtime reads it
  /// @param forms what right events look like, for the message
  /// @param usual what a schedule's event, `{}` and no event ask for
  /// @param reader takes the fields; what it refuses as illegal is refused with the forms
  /// @throws IllegalArgumentException with the forms, if the event is anything else
  public static <T> T read(
      @Nullable Object event, String forms, T usual, Function<InvocationCommand, T> reader) {
    return switch (event) {
      case null -> usual;
      case Map<?, ?> empty when empty.isEmpty() -> usual;
      case Map<?, ?> scheduled when ScheduleEvent.is(scheduled) -> usual;
      case Map<?, ?> command -> read(command, forms, reader);
      default -> throw new IllegalArgumentException(forms);
    };
  }

  private static <T> T read(Map<?, ?> event, String forms, Function<InvocationCommand, T> reader) {
    InvocationCommand command = new InvocationCommand(event);
    try {
      T read = reader.apply(command);
      command.requireAllTaken();
      return read;
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(forms, refused);
    }
  }

  /// The command's name.
  public String name() {
    return text(COMMAND);
  }

  /// Whether a field is there that has not been taken.
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /// The only field that has not been taken, by which a command selects something.
  public String onlyField() {
    if (fields.size() != 1) {
      throw new IllegalArgumentException("not one field, but " + fields.keySet());
    }
    return fields.keySet().iterator().next();
  }

  /// Takes a field that can only be true.
  ///
  /// @return what it stands for
  public <T> T flag(String field, T meaning) {
    if (take(field).equals(true)) {
      return meaning;
    }
    throw new IllegalArgumentException(field + " can only be true");
  }

  public String text(String field) {
    if (take(field) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(field + " is not a text");
  }

  public long id(String field) {
    return id(field, take(field));
  }

  public List<Long> ids(String field) {
    if (take(field) instanceof List<?> ids) {
      return ids.stream().map(id -> id(field, id)).toList();
    }
    throw new IllegalArgumentException(field + " is not a list");
  }

  private static Long id(String field, @Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException(field + " has what is no whole number");
  }

  private Object take(String field) {
    @Nullable Object value = fields.remove(field);
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  private void requireAllTaken() {
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException("unknown fields " + fields.keySet());
    }
  }
}
