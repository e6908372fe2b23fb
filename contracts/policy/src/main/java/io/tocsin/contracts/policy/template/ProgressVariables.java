package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Instant;
import java.util.List;

/** How far the work on an incident has come, and who works (RUN-05.3, RUN-07, RUN-08.3). */
public final class ProgressVariables {
  public static final Variable<Instant> TIME =
      Variable.time("time", "When it was done or written.");
  public static final Variable<String> BY = Variable.text("by", "Who did or wrote it.");
  public static final Variable<String> STATUS =
      Variable.text("status", "Investigating, Mitigating or Resolved.");
  public static final Variable<String> IMPACT = Variable.text("impact", "The current impact.");
  public static final Variable<String> ACTIONS_TAKEN =
      Variable.text("actions-taken", "What has been done.");
  public static final Variable<String> NEXT_STEPS =
      Variable.text("next-steps", "What will be done next.");
  public static final Variable<Instant> ETA =
      Variable.time("eta", "When it is expected to be resolved.");
  public static final Variable<Instant> NEXT_UPDATE =
      Variable.time("next-update", "When the next update is due.");
  public static final Variable<String> FINDING = Variable.text("finding", "What was found.");

  public static final Variable<Mention> OWED_BY =
      Variable.mention("owed-by", "Who owes the update.");
  public static final Variable<Instant> DUE = Variable.time("due", "When the update is due.");
  public static final Variable<Boolean> OVERDUE =
      Variable.flag("overdue", "Set when that time has passed.");

  public static final Variable<String> STEP = Variable.text("step", "One step.");
  public static final Variable<List<Values>> MISSING =
      Variable.list("missing", "What is missing of the first minutes.", STEP);
  public static final Variable<String> QUESTION =
      Variable.text("question", "What somebody is asked.");
  public static final Variable<List<Values>> QUESTIONS =
      Variable.list("questions", "What whoever has it is asked.", QUESTION);

  public static final Variable<Mention> WAR_ROOM_CHANNEL =
      Variable.mention("war-room-channel", "The war room's Slack channel.");
  public static final Variable<Link> VIDEO_BRIDGE =
      Variable.link("video-bridge", "The video conference.");
  public static final Variable<List<Values>> ROLES =
      Variable.list(
          "roles",
          "The war room's roles and who holds them.",
          ServiceVariables.ROLE,
          ServiceVariables.PERSON);

  static final List<Variable<?>> UPDATE =
      List.of(TIME, BY, STATUS, IMPACT, ACTIONS_TAKEN, NEXT_STEPS, ETA, NEXT_UPDATE);
  static final List<Variable<?>> WAR_ROOM = List.of(WAR_ROOM_CHANNEL, VIDEO_BRIDGE, ROLES);

  private ProgressVariables() {}
}
