package io.schemamemory.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Resolves the intrinsic functions and dynamic references the runner knows; any other is an error.
public record Intrinsics(Map<String, String> names, SecretValues secrets) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
  private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:([^}]*)}}");
  private static final Pattern SECRET =
      Pattern.compile("secretsmanager:(.+?):SecretString:([^:]+):*");

  String resolve(Property property, Object value) {
    return switch (value) {
      case String text -> dynamicReferences(property, text);
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case Map<?, ?> call when call.size() == 1 ->
          dynamicReferences(property, call(property, call.entrySet().iterator().next()));
      default -> throw property.problem("is not a plain value");
    };
  }

  private String call(Property property, Map.Entry<?, ?> call) {
    return switch (String.valueOf(call.getKey())) {
      case "Ref" -> named(property, String.valueOf(call.getValue()), names);
      case "Fn::GetAtt" -> named(property, attribute(property, call.getValue()), names);
      case "Fn::Sub" -> sub(property, call.getValue());
      case "Fn::If" -> chosen(property, call.getValue());
      case String other ->
          throw property.problem("uses " + other + ", which the runner cannot resolve");
    };
  }

  private String chosen(Property property, @Nullable Object argument) {
    if (!(argument instanceof List<?> list) || list.size() != 3) {
      throw property.problem("has a Fn::If without a condition and two values");
    }
    String condition = Conditions.nameOf(String.valueOf(list.getFirst()));
    boolean holds = Boolean.parseBoolean(named(property, condition, names));
    return resolve(property, Objects.requireNonNullElse(list.get(holds ? 1 : 2), ""));
  }

  private static String attribute(Property property, @Nullable Object argument) {
    return switch (argument) {
      case String dotted -> dotted;
      case List<?> pair when pair.size() == 2 -> pair.get(0) + "." + pair.get(1);
      case null, default -> throw property.problem("has a Fn::GetAtt without an attribute");
    };
  }

  private String sub(Property property, @Nullable Object argument) {
    return switch (argument) {
      case String text -> placeholders(property, text, names);
      case List<?> pair when pair.size() == 2 && pair.get(1) instanceof Map<?, ?> map -> {
        Map<String, String> known = new HashMap<>(names);
        map.forEach((key, value) -> known.put(String.valueOf(key), resolve(property, value)));
        yield placeholders(property, String.valueOf(pair.get(0)), known);
      }
      case null, default -> throw property.problem("has a Fn::Sub without text");
    };
  }

  private static String placeholders(Property property, String text, Map<String, String> known) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).isEmpty()
                        ? named(property, found.group(2), known)
                        : "${" + found.group(2) + "}"));
  }

  private static String named(Property property, String name, Map<String, String> known) {
    String value = known.get(name);
    if (value == null) {
      throw property.problem("refers to " + name + ", which the runner cannot resolve");
    }
    return value;
  }

  private String dynamicReferences(Property property, String text) {
    return DYNAMIC
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(secret(property, found.group(1))));
  }

  private String secret(Property property, String reference) {
    Matcher parts = SECRET.matcher(reference);
    if (!parts.matches()) {
      throw property.problem(
          "has the dynamic reference "
              + reference
              + ", and the runner knows"
              + " secretsmanager:NAME:SecretString:KEY only");
    }
    Map<String, String> document = secrets.byName().get(parts.group(1));
    if (document == null) {
      throw property.problem("needs the secret " + parts.group(1) + ", which was not given");
    }
    String value = document.get(parts.group(2));
    if (value == null) {
      throw property.problem(
          "needs the key " + parts.group(2) + " of the secret " + parts.group(1));
    }
    return value;
  }
}
