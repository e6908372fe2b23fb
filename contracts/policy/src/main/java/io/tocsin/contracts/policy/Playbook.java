package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.calendar.CalendarFiles;
import io.tocsin.contracts.policy.calendar.OnCall;
import io.tocsin.contracts.policy.calendar.OnCallBook;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.runbook.Recognition;
import io.tocsin.contracts.policy.template.Templates;
import java.util.Map;

/**
 * What a team's policy says beyond levels, ladders and severity.
 *
 * @param conduct how its incidents are told, updated, led, closed and reviewed
 * @param runbooks what is known to go wrong, and what helps
 * @param onCall who holds which role when
 * @param templates what messages look like
 */
public record Playbook(Conduct conduct, Recognition runbooks, OnCall onCall, Templates templates) {

  /** Of a team that says nothing of it: built-in templates, and roles that nobody takes in turn. */
  public static final Playbook PLAIN =
      new Playbook(
          Conduct.PLAIN,
          Recognition.NONE,
          new OnCall(Map.of(), Map.of(), CalendarFiles.NONE, OnCallBook.EMPTY),
          Templates.read(Map.of()).templates());

  /** The same with what live sources say of who holds a role. */
  Playbook with(OnCallBook book) {
    return new Playbook(conduct, runbooks, onCall.with(book), templates);
  }
}
