package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An alarm tells a topic when it begins and when it ends, whatever the parameters are, and
/// somebody hears the topic.
public final class ActionCheck {
  private static final String TOPIC = "AWS::SNS::Topic";

  private ActionCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return Stream.concat(
        template
            .ofType(AlarmCheck.ALARM)
            .flatMap(
                alarm ->
                    problems(template, alarm.getValue()).stream()
                        .map(what -> new Defect(alarm.getKey(), what))),
        template
            .ofType(TOPIC)
            .map(Map.Entry::getKey)
            .filter(topic -> !isHeard(template, topic))
            .map(topic -> new Defect(topic, "no AWS::SNS::Subscription hears it")));
  }

  private static List<String> problems(CheckedTemplate template, Property alarm) {
    List<String> found = new ArrayList<>();
    silent(template, alarm.at("AlarmActions"))
        .ifPresent(what -> found.add("AlarmActions: " + what + ", so the alarm reaches nobody"));
    silent(template, alarm.at("OKActions"))
        .ifPresent(what -> found.add("OKActions: " + what + ", so nobody hears that it is over"));
    Property unknown = alarm.at("InsufficientDataActions");
    if (!unknown.isAbsent()) {
      silent(template, unknown).ifPresent(what -> found.add("InsufficientDataActions: " + what));
    }
    if (AsWritten.of(alarm.at("ActionsEnabled")).equals("false")) {
      found.add("ActionsEnabled: is false, so the alarm reaches nobody");
    }
    return found;
  }

  private static Optional<String> silent(CheckedTemplate template, Property actions) {
    List<Property> targets = AsWritten.items(actions).toList();
    if (targets.isEmpty()) {
      return Optional.of("is empty");
    }
    return targets.stream().allMatch(target -> isTopic(template, target.value()))
        ? Optional.empty()
        : Optional.of("names no topic in one case at least");
  }

  private static boolean isTopic(CheckedTemplate template, @Nullable Object target) {
    if (!(target instanceof Map<?, ?> call)) {
      return false;
    }
    if (call.get("Fn::If") instanceof List<?> choice && choice.size() == 3) {
      return isTopic(template, choice.get(1)) && isTopic(template, choice.get(2));
    }
    return References.in(target).stream()
        .anyMatch(name -> template.has(name, TOPIC) || isParameter(template, name));
  }

  private static boolean isParameter(CheckedTemplate template, String name) {
    return name.contains("Topic") && !template.whole().at("Parameters").at(name).isAbsent();
  }

  private static boolean isHeard(CheckedTemplate template, String topic) {
    return template
        .ofType("AWS::SNS::Subscription")
        .anyMatch(
            one ->
                References.in(one.getValue().at("TopicArn").value()).contains(topic)
                    && !References.in(one.getValue().at("Endpoint").value()).isEmpty());
  }
}
