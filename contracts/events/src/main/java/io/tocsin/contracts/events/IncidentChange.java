package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed in an incident, in the past tense. The type's wire name is foundation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = IncidentChange.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = IncidentChange.AlertFired.class, name = "alert-fired"),
  @JsonSubTypes.Type(value = IncidentChange.AlertRepeated.class, name = "alert-repeated"),
  @JsonSubTypes.Type(value = IncidentChange.AlertRejudged.class, name = "alert-rejudged"),
  @JsonSubTypes.Type(value = IncidentChange.AlertRecovered.class, name = "alert-recovered"),
  @JsonSubTypes.Type(value = IncidentChange.SeverityRaised.class, name = "severity-raised"),
  @JsonSubTypes.Type(value = IncidentChange.SeverityLowered.class, name = "severity-lowered"),
  @JsonSubTypes.Type(value = IncidentChange.SeverityConfirmed.class, name = "severity-confirmed"),
  @JsonSubTypes.Type(value = IncidentChange.RoundStarted.class, name = "round-started"),
  @JsonSubTypes.Type(value = IncidentChange.RungCalled.class, name = "rung-called"),
  @JsonSubTypes.Type(value = IncidentChange.RungPassed.class, name = "rung-passed"),
  @JsonSubTypes.Type(value = IncidentChange.LadderDeferred.class, name = "ladder-deferred"),
  @JsonSubTypes.Type(value = IncidentChange.LadderEnded.class, name = "ladder-ended"),
  @JsonSubTypes.Type(value = IncidentChange.PageSettled.class, name = "page-settled"),
  @JsonSubTypes.Type(value = IncidentChange.Acknowledged.class, name = "acknowledged"),
  @JsonSubTypes.Type(
      value = IncidentChange.AcknowledgementNoted.class,
      name = "acknowledgement-noted"),
  @JsonSubTypes.Type(value = IncidentChange.HandedOver.class, name = "handed-over"),
  @JsonSubTypes.Type(value = IncidentChange.Escalated.class, name = "escalated"),
  @JsonSubTypes.Type(value = IncidentChange.HoldDownStarted.class, name = "hold-down-started"),
  @JsonSubTypes.Type(value = IncidentChange.MonitoringStarted.class, name = "monitoring-started"),
  @JsonSubTypes.Type(value = IncidentChange.Relapsed.class, name = "relapsed"),
  @JsonSubTypes.Type(value = IncidentChange.Resolved.class, name = "resolved"),
  @JsonSubTypes.Type(value = IncidentChange.MarkedFalseAlarm.class, name = "marked-false-alarm"),
  @JsonSubTypes.Type(value = IncidentChange.CommandRefused.class, name = "command-refused"),
  @JsonSubTypes.Type(value = IncidentChange.PeopleTold.class, name = "people-told"),
  @JsonSubTypes.Type(value = IncidentChange.TellingDeferred.class, name = "telling-deferred"),
  @JsonSubTypes.Type(value = IncidentChange.TellingDue.class, name = "telling-due"),
  @JsonSubTypes.Type(value = IncidentChange.TicketOpened.class, name = "ticket-opened"),
  @JsonSubTypes.Type(value = IncidentChange.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = IncidentChange.Assessed.class, name = "assessed"),
  @JsonSubTypes.Type(value = IncidentChange.QuestionsAsked.class, name = "questions-asked"),
  @JsonSubTypes.Type(
      value = IncidentChange.FirstResponseChecked.class,
      name = "first-response-checked"),
  @JsonSubTypes.Type(value = IncidentChange.UpdatePosted.class, name = "update-posted"),
  @JsonSubTypes.Type(value = IncidentChange.FindingRecorded.class, name = "finding-recorded"),
  @JsonSubTypes.Type(value = IncidentChange.Noted.class, name = "noted"),
  @JsonSubTypes.Type(value = IncidentChange.PhaseEntered.class, name = "phase-entered"),
  @JsonSubTypes.Type(
      value = IncidentChange.AcknowledgementWithdrawn.class,
      name = "acknowledgement-withdrawn"),
  @JsonSubTypes.Type(value = IncidentChange.RecoveryQuestioned.class, name = "recovery-questioned"),
  @JsonSubTypes.Type(value = IncidentChange.Restricted.class, name = "restricted"),
  @JsonSubTypes.Type(value = IncidentChange.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = IncidentChange.PolicyFollowed.class, name = "policy-followed"),
  @JsonSubTypes.Type(value = IncidentChange.Demanded.class, name = "demanded")
})
public sealed interface IncidentChange {

  /** A change of one alert that the incident holds; folded by incident id and alert key too. */
  sealed interface OfAlert extends IncidentChange {
    AlertKey key();

    AlertId alert();
  }

  /**
   * It began.
   *
   * @param briefing what the first alert says beyond its title
   * @param firstResponseBy when the first minutes are over (RUN-04.0); null where nothing is asked
   */
  record Opened(
      Subject subject,
      Assessment assessment,
      Instant startedAt,
      String policy,
      @Nullable Briefing briefing,
      @Nullable Instant firstResponseBy)
      implements IncidentChange {}

  /**
   * An alert began to fire, for the first time or again after its recovery.
   *
   * @param policy the hash under which its level was judged, which may be later than the
   *     incident's; null in records from before it was written
   */
  record AlertFired(
      AlertKey key,
      AlertId alert,
      boolean again,
      Severity severity,
      String title,
      String said,
      Instant occurredAt,
      @Nullable String policy)
      implements OfAlert {}

  /** It said so again; an event is made only at counts 1, 10, 100 and so on. */
  record AlertRepeated(AlertKey key, AlertId alert, long count) implements OfAlert {}

  /**
   * A firing alert was judged at another level than before.
   *
   * @param policy as in {@link AlertFired}
   */
  record AlertRejudged(
      AlertKey key,
      AlertId alert,
      Severity severity,
      String said,
      Instant occurredAt,
      @Nullable String policy)
      implements OfAlert {}

  record AlertRecovered(AlertKey key, AlertId alert, Instant occurredAt) implements OfAlert {}

  /**
   * RUN-08.1c: rings again, in spite of an acknowledgement.
   *
   * @param evidence what the alert that raised it was judged by; null when a person did
   */
  record SeverityRaised(Severity from, Severity to, boolean unknown, @Nullable Evidence evidence)
      implements IncidentChange {}

  /** Only a person lowers it. */
  record SeverityLowered(Severity from, Severity to) implements IncidentChange {}

  /** P1-unknown became a level that somebody or a rule answers for, without a rise. */
  record SeverityConfirmed(Severity severity) implements IncidentChange {}

  /** The ladder begins anew; {@code minutesLate} when an outage of our own is why. */
  record RoundStarted(int round, @Nullable Long minutesLate) implements IncidentChange {}

  /**
   * Somebody is called.
   *
   * @param page the incident's count of pages that must ring, this one included
   * @param next when the ladder goes on if nobody acknowledges; null when it rests after this
   */
  record RungCalled(
      int round,
      int rung,
      int method,
      String role,
      Channel channel,
      String recipient,
      int page,
      @Nullable Instant next,
      @Nullable Long minutesLate)
      implements IncidentChange {}

  /** A rung with nobody to call: out of hours, or no method that this level may use. */
  record RungPassed(int round, int rung, String role) implements IncidentChange {}

  /** The level's clock does not run now: the ladder waits for it. */
  record LadderDeferred(Instant until) implements IncidentChange {}

  /** No rung is left, the catch-all's included; {@code again} is when the next round begins. */
  record LadderEnded(int round, boolean reached, @Nullable Instant again)
      implements IncidentChange {}

  /** What became of a page. */
  record PageSettled(int page, NotificationId notification, DeliveryReceipt.Outcome outcome)
      implements IncidentChange {}

  record Acknowledged(Actor owner) implements IncidentChange {}

  /** A second acknowledgement: shown, and changes no owner. */
  record AcknowledgementNoted() implements IncidentChange {}

  record HandedOver(@Nullable Actor from, Actor to) implements IncidentChange {}

  record Escalated() implements IncidentChange {}

  record HoldDownStarted(Instant until) implements IncidentChange {}

  record MonitoringStarted(Instant until) implements IncidentChange {}

  record Relapsed(int episode) implements IncidentChange {}

  /**
   * It is over.
   *
   * @param cause as far as somebody has said
   */
  record Resolved(@Nullable Cause cause) implements IncidentChange {}

  record MarkedFalseAlarm() implements IncidentChange {}

  /** A command that had no effect; the reason says why and what to do. */
  record CommandRefused(String command) implements IncidentChange {}

  /**
   * People were told, by channels that ring nobody (RUN-04.4, RUN-07.3).
   *
   * @param kind what they were told
   * @param receivers each once
   */
  record PeopleTold(MessageKind kind, List<Communication.Told> receivers)
      implements IncidentChange {
    public PeopleTold {
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /** An audience is told later, if nothing changes (RUN-07.3a). */
  record TellingDeferred(String audience, Instant until) implements IncidentChange {}

  /** The turn of an audience that waited has come, or will not come. */
  record TellingDue(String audience) implements IncidentChange {}

  /** Its ticket is there (RUN-04.3). */
  record TicketOpened() implements IncidentChange {}

  /** RUN-04.4c: it is somebody's, who is not asked to acknowledge at once. */
  record Assigned(Actor to) implements IncidentChange {}

  /** A person answered questions (RUN-02.2). */
  record Assessed(Map<String, String> answers) implements IncidentChange {
    public Assessed {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
  }

  /**
   * Whoever has it is asked what no alert said (RUN-02.2).
   *
   * @param questions by name, in the order in which they are asked
   */
  record QuestionsAsked(List<String> questions, List<Communication.Told> receivers)
      implements IncidentChange {
    public QuestionsAsked {
      questions = questions == null ? List.of() : List.copyOf(questions);
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /**
   * The first minutes are over (RUN-04.0).
   *
   * @param missing the steps that are, by name ({@code ticketed}); empty when all was done in time
   * @param receivers who is reminded of them
   */
  record FirstResponseChecked(List<String> missing, List<Communication.Told> receivers)
      implements IncidentChange {
    public FirstResponseChecked {
      missing = missing == null ? List.of() : List.copyOf(missing);
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /**
   * RUN-07.1b.
   *
   * @param receivers who is told of it
   */
  record UpdatePosted(Update update, List<Communication.Told> receivers) implements IncidentChange {
    public UpdatePosted {
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /** RUN-05.3. */
  record FindingRecorded(String text) implements IncidentChange {}

  /** Somebody said something of it elsewhere (MED-react): it changes nothing. */
  record Noted(String text) implements IncidentChange {}

  /** RUN-07.2a. */
  record PhaseEntered(Phase phase) implements IncidentChange {}

  /** An acknowledgement was taken back: it rings again. */
  record AcknowledgementWithdrawn() implements IncidentChange {}

  /** Somebody called it over while alerts still fire: they are asked. */
  record RecoveryQuestioned(int firing) implements IncidentChange {}

  /** Security or privacy is concerned: only named responders are told from here (RUN-08.1e). */
  record Restricted() implements IncidentChange {}

  /**
   * Named roles are asked for something because security or privacy is concerned (MHV-sec).
   *
   * @param text what is asked, as they read it
   */
  record Demanded(String text, List<Communication.Told> receivers) implements IncidentChange {
    public Demanded {
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }
  }

  /** Cause and resolution are said (RUN-09.2). */
  record Closed(Cause cause) implements IncidentChange {}

  /**
   * Ladder, cadence and templates are another policy's from here on: somebody asked for it.
   *
   * @param from the hash that held until now
   * @param to the hash that holds
   */
  record PolicyFollowed(String from, String to) implements IncidentChange {}

  /** The name in JSON and metrics: {@code people-told}. */
  default String wireName() {
    return WireNames.of(IncidentChange.class, getClass());
  }
}
