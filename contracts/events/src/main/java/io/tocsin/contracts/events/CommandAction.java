package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Objects;
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
  @JsonSubTypes.Type(value = CommandAction.Resolve.class, name = "resolve"),
  @JsonSubTypes.Type(value = CommandAction.Unacknowledge.class, name = "unacknowledge"),
  @JsonSubTypes.Type(value = CommandAction.ReportRecovery.class, name = "report-recovery"),
  @JsonSubTypes.Type(value = CommandAction.Note.class, name = "note"),
  @JsonSubTypes.Type(value = CommandAction.PostUpdate.class, name = "updates"),
  @JsonSubTypes.Type(value = CommandAction.Assess.class, name = "assessment"),
  @JsonSubTypes.Type(value = CommandAction.RecordFinding.class, name = "findings"),
  @JsonSubTypes.Type(value = CommandAction.EnterPhase.class, name = "phase"),
  @JsonSubTypes.Type(value = CommandAction.Close.class, name = "close"),
  @JsonSubTypes.Type(value = CommandAction.FollowPolicy.class, name = "policy")
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

  /**
   * Ends it.
   *
   * @param cause as far as it is known
   */
  record Resolve(String reason, Cause cause) implements CommandAction {
    public Resolve {
      cause = Objects.requireNonNullElse(cause, Cause.UNSAID);
    }
  }

  /** Takes an acknowledgement back, as at a provider: it rings again. */
  record Unacknowledge() implements CommandAction {}

  /**
   * Somebody pressed "resolve" at a provider: an acknowledgement and a question while alerts fire,
   * else the watch begins.
   */
  record ReportRecovery() implements CommandAction {}

  /** Somebody said something of it elsewhere: awareness, no acknowledgement (MED-react). */
  record Note(String text) implements CommandAction {}

  /** RUN-07.1b. */
  record PostUpdate(Update update) implements CommandAction {}

  /**
   * Answers questions of the assessment (RUN-02.2).
   *
   * @param answers by question ({@code users}): {@code yes}, {@code no}, a number or words
   */
  record Assess(Map<String, String> answers) implements CommandAction {
    public Assess {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
  }

  /** RUN-05.3. */
  record RecordFinding(String text) implements CommandAction {}

  /** RUN-07.2a: root cause identified, implementing fix, or back. */
  record EnterPhase(Phase phase) implements CommandAction {}

  /** Ends what is owed after it (RUN-09.2). */
  record Close(Cause cause) implements CommandAction {
    public Close {
      cause = Objects.requireNonNullElse(cause, Cause.UNSAID);
    }
  }

  /** Ladder, cadence and templates are from now on those of the policy that is current now. */
  record FollowPolicy() implements CommandAction {}

  /** The word in path, event and metric: {@code false-alarm}. */
  default String wireName() {
    return WireNames.of(CommandAction.class, getClass());
  }
}
