package io.tocsin.allinone.cases;

import io.tocsin.allinone.cases.Known.Name;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.OrOne;
import io.tocsin.contracts.policy.yaml.Says;
import io.tocsin.contracts.policy.yaml.Worded;
import io.tocsin.contracts.policy.yaml.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be expected: the first component is the word, the others its details, and each is a key
 * of a case as it is of the {@link Happening} that it is compared with.
 */
@Says("what is expected")
public sealed interface Wanted
    permits Wanted.Page,
        Wanted.StandDown,
        Wanted.AllClear,
        Wanted.Judged,
        Wanted.Standing,
        Wanted.Event,
        Wanted.Runbook,
        Wanted.Silence,
        Wanted.Message,
        Wanted.Reminder,
        Wanted.Ticket,
        Wanted.Question,
        Wanted.ToCome {

  /** The word of {@code type} as a case writes it. */
  static String word(Class<? extends Wanted> type) {
    return Written.word(type.asSubclass(Record.class));
  }

  @Says("somebody is rung, or written to when the level allows no more")
  record Page(
      @Says("a contact") @Known(Name.CONTACT) String page,
      @Nullable Channel by,
      @Says("part of the title") @Nullable String contains,
      @Known(Name.INCIDENT) @Nullable String incident,
      @Says("after an outage of our own") @Nullable Boolean late,
      @Says("which of the incident's pages") @Nullable String number,
      DeliveryReceipt.@Nullable Outcome outcome)
      implements Wanted {}

  @Says("somebody's pages stop ringing: another has it")
  record StandDown(
      @Says("a contact") @Known(Name.CONTACT) String standDown,
      @Nullable Channel by,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("somebody's pages are resolved")
  record AllClear(
      @Says("a contact") @Known(Name.CONTACT) String allClear,
      @Nullable Channel by,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("an alert is judged")
  record Judged(
      @Says("'none' for what is no alarm") Rating severity,
      AlertDisposition.@Nullable Outcome becomes,
      @Says("part of the reason") @Nullable String contains,
      @Nullable String environment,
      @Says("names of facts that were said") @OrOne List<String> facts,
      @Known(Name.RULE) @Nullable String rule,
      @Known(Name.SERVICE) @Nullable String service,
      @Known(Name.TEAM) @Nullable String team,
      @Says("a rule has failed") @Nullable Boolean unknown)
      implements Wanted {}

  @Says("how an incident stands at some moment of the time; 'none': there is none")
  record Standing(
      @Known(Name.STATE) String state,
      @Nullable String episode,
      @Known(Name.INCIDENT) @Nullable String incident,
      @Nullable Severity level,
      @Nullable String occurrence,
      @Nullable String owner,
      @Known(Name.SERVICE) @Nullable String service,
      @Nullable Boolean unknown)
      implements Wanted {}

  @Says("anything on the timeline, by its name")
  record Event(
      @Known(Name.EVENT) String event,
      @Nullable String by,
      @Says("part of the reason") @Nullable String contains,
      @Known(Name.INCIDENT) @Nullable String incident,
      @Nullable String reason)
      implements Wanted {}

  @Says("what is known to go wrong is recognised in an alert")
  record Runbook(
      String runbook,
      @Says("parts of its steps, filled in") @OrOne List<String> contains,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("nobody is rung, with 'from' and 'to'")
  record Silence(boolean silence) implements Wanted {}

  @Says("somebody is told")
  record Message(
      @Says("a contact, an audience or an address") @OrOne List<String> message,
      @OrOne List<String> by,
      @OrOne List<String> contains,
      @Says("the first message is brought up to date; nobody is told") @Nullable Boolean edits,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("somebody is reminded of what is owed")
  record Reminder(
      @OrOne List<String> reminder,
      @OrOne List<String> about,
      @OrOne List<String> by,
      @OrOne List<String> contains,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("the ticket is opened, commented or closed")
  record Ticket(
      String ticket,
      @OrOne List<String> contains,
      @OrOne List<String> labels,
      @OrOne List<String> title,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  @Says("somebody is asked")
  record Question(
      @OrOne List<String> question,
      @OrOne List<String> about,
      @OrOne List<String> by,
      @OrOne List<String> contains,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements Wanted {}

  /** What nothing in Tocsin does yet: only a pending case may expect it. */
  sealed interface ToCome extends Wanted
      permits Overdue, WarRoom, StatusPage, Confirmation, Review, Notice, Metric {}

  @Says("what is owed was not done in time")
  record Overdue(
      String overdue,
      @OrOne List<String> about,
      @OrOne List<String> owedBy,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  record WarRoom(
      String warRoom,
      @OrOne List<String> bridge,
      @OrOne List<String> invites,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  record StatusPage(
      String statusPage,
      @OrOne List<String> contains,
      @OrOne List<String> phase,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  @Says("one of the confirmations before closing")
  record Confirmation(
      String confirmation,
      @OrOne List<String> by,
      @OrOne List<String> is,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  record Review(
      String review,
      @OrOne List<String> contains,
      @OrOne List<String> due,
      @OrOne List<String> invites,
      @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  @Says("a planned downtime is announced")
  record Notice(
      @OrOne List<String> notice,
      @OrOne List<String> about,
      @OrOne List<String> by,
      @OrOne List<String> contains)
      implements ToCome {}

  record Metric(
      String metric, @OrOne List<String> is, @Known(Name.INCIDENT) @Nullable String incident)
      implements ToCome {}

  /** A level, or none for what is no alarm. */
  @Says("level")
  enum Rating implements Worded {
    P1,
    P2,
    P3,
    P4,
    NONE;

    @Override
    public String word() {
      return this == NONE ? "none" : name();
    }
  }
}
