package io.schemamemory.local.check.queue;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A queue outlives its stack and keeps messages as long as SQS can; one that is worked on has
/// another for what fails, but only after an outage of days.
public final class QueueCheck {
  private static final String QUEUE = "AWS::SQS::Queue";

  /// SQS's maximum: 14 days.
  private static final int LONGEST = 1_209_600;

  private static final int LARGEST = 1_048_576;

  private static final int DAY = 86_400;

  /// How often a message is received at most, by SQS's own limit.
  private static final int ATTEMPTS = 1_000;

  private QueueCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    Set<String> deadLetters = new TreeSet<>();
    template
        .ofType(QUEUE)
        .forEach(
            queue ->
                target(queue.getValue()).stream()
                    .filter(name -> !name.equals(queue.getKey()))
                    .forEach(deadLetters::add));
    return template
        .ofType(QUEUE)
        .flatMap(
            queue ->
                Stream.concat(
                        kept(template, queue).stream(),
                        deadLetters.contains(queue.getKey())
                            ? Stream.empty()
                            : worked(template, queue).stream())
                    .map(what -> new Defect(queue.getKey(), what)));
  }

  private static List<String> kept(CheckedTemplate template, Map.Entry<String, Property> queue) {
    Property resource = template.resource(queue.getKey());
    Property properties = queue.getValue();
    List<String> found = new ArrayList<>();
    for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      if (!AsWritten.of(resource.at(policy)).startsWith("Retain")) {
        found.add(policy + ": does not retain it, and what is in it was answered 202");
      }
    }
    if (properties.at("MessageRetentionPeriod").number(0) < LONGEST) {
      found.add("MessageRetentionPeriod: is less than SQS's 14 days");
    }
    if (properties.at("MaximumMessageSize").number(LARGEST) < LARGEST) {
      found.add("MaximumMessageSize: is less than SQS takes, so large deliveries are not kept");
    }
    if (!AsWritten.of(properties.at("SqsManagedSseEnabled")).equals("true")
        && properties.at("KmsMasterKeyId").isAbsent()) {
      found.add("SqsManagedSseEnabled: is not true, so it is not encrypted");
    }
    if (properties.at("DelaySeconds").number(0) > 0
        || AsWritten.of(properties.at("FifoQueue")).equals("true")) {
      found.add("DelaySeconds, FifoQueue: its messages come late, or one by one");
    }
    return found;
  }

  private static List<String> worked(CheckedTemplate template, Map.Entry<String, Property> queue) {
    Property redrive = queue.getValue().at("RedrivePolicy");
    List<String> found = new ArrayList<>();
    Set<String> target = target(queue.getValue());
    if (target.isEmpty()) {
      found.add("RedrivePolicy: is missing, so a message that cannot be stored is lost");
      return found;
    }
    if (target.contains(queue.getKey())
        || target.stream().noneMatch(name -> template.has(name, QUEUE))) {
      found.add("RedrivePolicy: its deadLetterTargetArn is no other queue of the template");
    }
    int attempts = redrive.at("maxReceiveCount").number(0);
    int visibility = queue.getValue().at("VisibilityTimeout").number(30);
    if (attempts * visibility < DAY || attempts > ATTEMPTS) {
      found.add(
          "RedrivePolicy: maxReceiveCount is %d, used up in %d s: an outage may last a day"
              .formatted(attempts, attempts * visibility));
    }
    if (readers(template, queue.getKey()).isEmpty()) {
      found.add("no AWS::Lambda::EventSourceMapping takes its messages");
    }
    return found;
  }

  private static List<String> readers(CheckedTemplate template, String queue) {
    return template
        .ofType("AWS::Lambda::EventSourceMapping")
        .filter(it -> References.in(it.getValue().at("EventSourceArn").value()).contains(queue))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> target(Property queue) {
    return References.in(queue.at("RedrivePolicy").at("deadLetterTargetArn").value());
  }
}
