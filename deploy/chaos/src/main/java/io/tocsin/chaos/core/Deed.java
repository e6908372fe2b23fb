package io.tocsin.chaos.core;

import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;

/**
 * What somebody did to an incident at a provider, which told Tocsin.
 *
 * @param via the channel's wire name ({@code slack}), or {@link #TEXT}
 * @param action the word of the command that is to come of it ({@code acknowledge})
 * @param at when it was done
 * @param said the key, the code, the comment
 * @param told whether Tocsin took it: it answered the provider with a success, and who sent a text
 *     was told that the incident is theirs
 */
public record Deed(
    String via, String action, IncidentId incident, Instant at, String said, boolean told) {
  /** An answer by text: by phone, as a pressed key is. */
  public static final String TEXT = "text";

  /** How a command begins that came of a text: with Twilio's id of it. */
  private static final String OF_TEXT = "phone-SM";

  /** Where {@code command} came from, in the words of {@link #via}. */
  public static String via(IncidentCommand command) {
    return command.id().startsWith(OF_TEXT) ? TEXT : command.by().via();
  }

  /** Whether {@code command} may have come of this: a finding only if it says the same. */
  public boolean isBehind(IncidentCommand command) {
    return incident.equals(command.incident())
        && via.equals(via(command))
        && action.equals(command.action().wireName())
        && (!(command.action() instanceof CommandAction.RecordFinding finding)
            || finding.text().equals(said));
  }
}
