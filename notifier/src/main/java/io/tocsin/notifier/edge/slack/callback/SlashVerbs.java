package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Update;
import java.util.Locale;

/** The verbs of {@code /incident}: those of the API. */
final class SlashVerbs {
  static final String HELP =
      """
      What /incident does (the incident may be left out while your team has only one open):
      /incident ack RX-142 - you have it
      /incident update RX-142 [what was done] - a form, or one line
      /incident assess RX-142 - the five questions
      /incident severity RX-142 P1 reason - change the level
      /incident escalate RX-142 reason - call the next of the ladder
      /incident handover RX-142 who - somebody else has it
      /incident finding RX-142 text - record what was found
      /incident note RX-142 text - say something of it
      /incident phase RX-142 implementing-fix - how far it has come
      /incident unack RX-142 - you have it no more
      /incident resolve RX-142 what ended it - it is over
      /incident close RX-142 root cause [; what ended it] - the ticket is closed with both
      /incident false-alarm RX-142 reason - it never was one
      /incident policy RX-142 - from now on the policy that is current now
      /incident declare [P2] [service:NAME] title - a new one\
      """;

  private SlashVerbs() {}

  /** A verb that cannot be done as it was written; the message says what to write. */
  static final class NotSo extends Exception {
    private static final long serialVersionUID = 1L;

    NotSo(String advice) {
      super(advice, null, false, false);
    }
  }

  /** What {@code line} asks of an incident. */
  static CommandAction action(SlashLine line) throws NotSo {
    String words = line.words();
    return switch (line.verb()) {
      case "ack", "acknowledge" -> new CommandAction.Acknowledge();
      case "unack", "unacknowledge" -> new CommandAction.Unacknowledge();
      case "severity" -> severity(line);
      case "escalate" -> new CommandAction.Escalate(said(words, "escalate RX-142 reason"));
      case "handover" -> new CommandAction.HandOver(said(words, "handover RX-142 devops-lead"));
      case "finding", "findings" ->
          new CommandAction.RecordFinding(said(words, "finding RX-142 what was found"));
      case "note" -> new CommandAction.Note(said(words, "note RX-142 text"));
      case "phase" -> phase(words);
      case "update", "updates" ->
          new CommandAction.PostUpdate(
              new Update(null, null, null, said(words, "update RX-142 what was done"), null, null));
      case "resolve" -> {
        String ended = said(words, "resolve RX-142 what ended it");
        yield new CommandAction.Resolve(ended, new Cause(null, ended));
      }
      case "close" -> new CommandAction.Close(cause(said(words, "close RX-142 root cause")));
      case "false-alarm" ->
          new CommandAction.MarkFalseAlarm(said(words, "false-alarm RX-142 reason"));
      case "policy" -> new CommandAction.FollowPolicy();
      default -> throw new NotSo("'" + line.verb() + "' is nothing that /incident does.\n" + HELP);
    };
  }

  /** Root cause and, behind a semicolon, the resolution where {@code resolve} did not say it. */
  private static Cause cause(String words) throws NotSo {
    int semicolon = words.indexOf(';');
    if (semicolon < 0) {
      return new Cause(words, null);
    }
    String form = "close RX-142 root cause; what ended it";
    return new Cause(
        said(words.substring(0, semicolon).strip(), form),
        said(words.substring(semicolon + 1).strip(), form));
  }

  private static CommandAction severity(SlashLine line) throws NotSo {
    try {
      return new CommandAction.ChangeSeverity(
          Severity.valueOf(line.firstWord().toUpperCase(Locale.ROOT)),
          said(line.otherWords(), "severity RX-142 P1 reason"));
    } catch (IllegalArgumentException noLevel) {
      throw new NotSo("Say the level and why: /incident severity RX-142 P1 reason");
    }
  }

  private static CommandAction phase(String words) throws NotSo {
    try {
      return new CommandAction.EnterPhase(Phase.parse(words));
    } catch (IllegalArgumentException noPhase) {
      throw new NotSo(String.valueOf(noPhase.getMessage()));
    }
  }

  private static String said(String words, String form) throws NotSo {
    if (words.isBlank()) {
      throw new NotSo("Something is missing: /incident " + form);
    }
    return words;
  }
}
