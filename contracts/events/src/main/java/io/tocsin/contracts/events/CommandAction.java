package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What somebody asks for, in the imperative. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CommandAction.Declare.class, name = "declare"),
  @JsonSubTypes.Type(value = CommandAction.Acknowledge.class, name = "acknowledge"),
  @JsonSubTypes.Type(value = CommandAction.HandOver.class, name = "handover"),
  @JsonSubTypes.Type(value = CommandAction.ChangeSeverity.class, name = "severity"),
  @JsonSubTypes.Type(value = CommandAction.Escalate.class, name = "escalate"),
  @JsonSubTypes.Type(value = CommandAction.MarkFalseAlarm.class, name = "false-alarm"),
  @JsonSubTypes.Type(value = CommandAction.Resolve.class, name = "resolve")
})
public sealed interface CommandAction {

  /** RUN-03.3: an engineer declares an incident. */
  record Declare(
      String title, @Nullable String service, String environment, @Nullable Severity severity)
      implements CommandAction {}

  record Acknowledge() implements CommandAction {}

  record HandOver(String to) implements CommandAction {}

  record ChangeSeverity(Severity to, String reason) implements CommandAction {}

  record Escalate(String reason) implements CommandAction {}

  record MarkFalseAlarm(String reason) implements CommandAction {}

  record Resolve(String reason) implements CommandAction {}

  /** The word in path, event and metric: {@code false-alarm}. */
  default String wireName() {
    if (this instanceof Declare) {
      return "declare";
    } else if (this instanceof Acknowledge) {
      return "acknowledge";
    } else if (this instanceof HandOver) {
      return "handover";
    } else if (this instanceof ChangeSeverity) {
      return "severity";
    } else if (this instanceof Escalate) {
      return "escalate";
    } else if (this instanceof MarkFalseAlarm) {
      return "false-alarm";
    }
    return "resolve";
  }
}
