package io.tocsin.allinone.cases;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is given: what happens to Tocsin from outside, and when. */
public record Step(Place place, Instant at, Given given) {

  /** What happens. */
  public sealed interface Given {}

  /**
   * A sender says something; one delivery may hold several alerts.
   *
   * @param ruleFails whether they are judged as if a rule had failed on them
   */
  public record Sent(List<Alert> alerts, boolean ruleFails) implements Given {
    public Sent {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * A person does something.
   *
   * @param by who: a contact's or a person's id
   * @param incident null: the one that is live then
   */
  public record Done(String by, TeamCode team, @Nullable IncidentId incident, CommandAction action)
      implements Given {}

  /**
   * A person puts an emoji on the incident's message in Slack (MED-react).
   *
   * @param incident null: the one that is live then
   */
  public record Reacted(String by, TeamCode team, @Nullable IncidentId incident, String emoji)
      implements Given {}

  /** A person does what Tocsin does not take yet: only a pending case may hold it. */
  public record NotYetDone(String by, String action) implements Given {}

  /**
   * A provider changes.
   *
   * @param until from when on it works again; null: for the rest of the case
   */
  public record Turned(Channel provider, ProviderState to, @Nullable Instant until)
      implements Given {}

  /** Tocsin itself is away: what comes meanwhile waits for it. */
  public record Away(Instant until) implements Given {}
}
