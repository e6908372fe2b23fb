package io.tocsin.contracts.policy.template;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a review looks back on and decides (RUN-10, MED-playbook). */
public final class ReviewVariables {
  public static final Variable<LocalDate> REVIEW_DATE =
      Variable.date("review-date", "The day of the review.");
  public static final Variable<LocalDate> INCIDENT_DATE =
      Variable.date("incident-date", "The day of the incident.");
  public static final Variable<Instant> DETECTED_AT =
      Variable.time("detected-at", "When it was detected.");
  public static final Variable<Instant> NOTIFIED_AT =
      Variable.time("notified-at", "When the team was notified.");
  public static final Variable<Instant> INVESTIGATED_AT =
      Variable.time("investigated-at", "When the investigation began.");
  public static final Variable<Instant> ROOT_CAUSE_AT =
      Variable.time("root-cause-at", "When the root cause was identified.");
  public static final Variable<Instant> MITIGATED_AT =
      Variable.time("mitigated-at", "When the mitigation was implemented.");
  public static final Variable<List<Values>> TIMELINE =
      Variable.list(
          "timeline", "All that happened, in order.", ServiceVariables.AT, ServiceVariables.EVENT);

  public static final Variable<String> ITEM = Variable.text("item", "One point.");
  public static final Variable<List<Values>> WENT_WELL =
      Variable.list("went-well", "What went well.", ITEM);
  public static final Variable<List<Values>> COULD_BE_IMPROVED =
      Variable.list("could-be-improved", "What could be improved.", ITEM);
  public static final Variable<String> ACTION = Variable.text("action", "What is to be done.");
  public static final Variable<String> ACTION_OWNER = Variable.text("action-owner", "Who does it.");
  public static final Variable<LocalDate> ACTION_DUE = Variable.date("action-due", "By which day.");
  public static final Variable<List<Values>> ACTION_ITEMS =
      Variable.list("action-items", "What is to be done.", ACTION, ACTION_OWNER, ACTION_DUE);
  public static final Variable<String> DETAILS =
      Variable.text("details", "What the review said of the action.");
  public static final Variable<String> DETECTION =
      Variable.text("detection", "How it was detected, and whether it could have been earlier.");
  public static final Variable<String> PREVENTION =
      Variable.text("prevention", "How a recurrence is prevented.");
  public static final Variable<String> PLAYBOOK_CHANGED =
      Variable.text("playbook-changed", "Whether the playbook was changed, and why.");

  static final List<Variable<?>> ALL =
      List.of(
          REVIEW_DATE,
          INCIDENT_DATE,
          DETECTED_AT,
          NOTIFIED_AT,
          INVESTIGATED_AT,
          ROOT_CAUSE_AT,
          MITIGATED_AT,
          TIMELINE,
          WENT_WELL,
          COULD_BE_IMPROVED,
          ACTION_ITEMS,
          DETECTION,
          PREVENTION,
          PLAYBOOK_CHANGED);
  static final List<Variable<?>> OF_AN_ACTION =
      List.of(ACTION, ACTION_OWNER, ACTION_DUE, DETAILS, REVIEW_DATE);

  private ReviewVariables() {}
}
