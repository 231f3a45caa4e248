package io.schemamemory.migrateschema.deploy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What CloudFormation asks of the custom resource, and where it waits for the answer.
///
/// @param resource its physical id, the same for ever: another would make CloudFormation delete the
///     former
public record StackRequest(
    DeployStep change,
    ResponseUrl answerTo,
    String stackId,
    String requestId,
    String logicalId,
    String resource) {
  private static final String TYPE = "RequestType";
  private static final String RESOURCE = "schema-memory";

  /// Whether an event is one of CloudFormation's, well-formed or not.
  public static boolean is(@Nullable Object event) {
    return event instanceof Map<?, ?> fields && fields.containsKey(TYPE);
  }

  /// Reads such an event.
  ///
  /// @throws IllegalArgumentException if it is malformed, so that there is nobody to answer
  public static StackRequest of(Object event) {
    return new StackRequest(
        change(event),
        ResponseUrl.parse(text(event, "ResponseURL")),
        text(event, "StackId"),
        text(event, "RequestId"),
        text(event, "LogicalResourceId"),
        field(event, "PhysicalResourceId") instanceof String given ? given : RESOURCE);
  }

  private static DeployStep change(Object event) {
    return switch (text(event, TYPE)) {
      case "Create" -> new DeployStep.Migrate();
      case "Update" ->
          DeployStep.update(
              newest(field(event, "OldResourceProperties")),
              newest(field(event, "ResourceProperties")));
      case "Delete" ->
          new DeployStep.Keep("the stack gives up its migration; the database stays as it is");
      default -> throw new IllegalArgumentException(TYPE + " is none of Create, Update and Delete");
    };
  }

  /// Empty where a template does not say.
  private static String newest(@Nullable Object properties) {
    return field(properties, "NewestMigration") instanceof String name ? name : "";
  }

  private static String text(Object event, String name) {
    if (field(event, name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("CloudFormation's request has no " + name);
  }

  private static @Nullable Object field(@Nullable Object event, String name) {
    return event instanceof Map<?, ?> fields ? fields.get(name) : null;
  }
}
