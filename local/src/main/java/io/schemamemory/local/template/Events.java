package io.schemamemory.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads a function's triggers from its events.
record Events(List<Route> routes, List<Schedule> schedules) {

  static Events read(Property declared) {
    Events events = new Events(new ArrayList<>(), new ArrayList<>());
    for (Map.Entry<String, Property> event : declared.entries().entrySet()) {
      events.add(event.getKey(), event.getValue());
    }
    return events;
  }

  private void add(String name, Property event) {
    Property properties = event.at("Properties");
    switch (event.at("Type").text()) {
      case "HttpApi" -> routes.add(Route.read(properties));
      case "Schedule" -> addUnlessDisabled(properties, Schedule.rule(name, properties));
      case "ScheduleV2" -> addUnlessDisabled(properties, Schedule.scheduler(name, properties));
      case String other ->
          throw event.problem("is of type " + other + ", which the runner cannot serve");
    }
  }

  private void addUnlessDisabled(Property properties, Schedule schedule) {
    if (!properties.at("Input").isAbsent()) {
      throw properties.at("Input").problem("is not supported by the runner");
    }
    boolean enabled =
        properties.at("State").text("ENABLED").equals("ENABLED")
            && properties.at("Enabled").text("true").equals("true");
    if (enabled) {
      schedules.add(schedule);
    }
  }
}
