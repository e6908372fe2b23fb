package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
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
  @JsonSubTypes.Type(value = IncidentChange.CommandRefused.class, name = "command-refused")
})
public sealed interface IncidentChange {

  /** A change of one alert that the incident holds; folded by incident id and alert key too. */
  sealed interface OfAlert extends IncidentChange {
    AlertKey key();

    AlertId alert();
  }

  record Opened(Subject subject, Assessment assessment, Instant startedAt, String policy)
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

  /** RUN-08.1c: rings again, in spite of an acknowledgement. */
  record SeverityRaised(Severity from, Severity to, boolean unknown) implements IncidentChange {}

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

  record Resolved() implements IncidentChange {}

  record MarkedFalseAlarm() implements IncidentChange {}

  /** A command that had no effect; the reason says why and what to do. */
  record CommandRefused(String command) implements IncidentChange {}
}
