package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a planned downtime states (MHV-pd1 to pd5). */
public final class DowntimeVariables {
  public static final Variable<String> DOWNTIME =
      Variable.text("downtime", "The planned downtime's id, as in HP-M7.");
  public static final Variable<String> SERVICES =
      Variable.text("services", "The services that will be down.");
  public static final Variable<String> DOWNTIME_REASON =
      Variable.text("downtime-reason", "Why it is needed.");
  public static final Variable<String> ANTICIPATED_IMPACT =
      Variable.text("anticipated-impact", "What users will notice.");
  public static final Variable<Instant> DOWNTIME_START =
      Variable.time("downtime-start", "When it begins.");
  public static final Variable<Instant> DOWNTIME_END =
      Variable.time("downtime-end", "When it ends, or when it did.");
  public static final Variable<Duration> DOWNTIME_DURATION =
      Variable.duration("downtime-duration", "How long it lasts, or did.");
  public static final Variable<String> ROLLBACK_PLAN =
      Variable.text("rollback-plan", "What is done if it goes wrong.");
  public static final Variable<String> COMMUNICATION_OWNER =
      Variable.text("communication-owner", "Who owes the notices and answers questions.");
  public static final Variable<Link> CHANGE_TICKET =
      Variable.link("change-ticket", "The ticket that documents the approval.");
  public static final Variable<String> OUTCOME =
      Variable.text("outcome", "How it went, once it has concluded.");

  static final List<Variable<?>> ALL =
      List.of(
          DOWNTIME,
          IncidentVariables.TEAM,
          SERVICES,
          DOWNTIME_REASON,
          ANTICIPATED_IMPACT,
          DOWNTIME_START,
          DOWNTIME_END,
          DOWNTIME_DURATION,
          ROLLBACK_PLAN,
          COMMUNICATION_OWNER,
          CHANGE_TICKET,
          OUTCOME,
          IncidentVariables.AUDIENCE);

  private DowntimeVariables() {}
}
