package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.ContactsFile.ContactSection;
import io.tocsin.contracts.policy.calendar.HoursCheck;
import io.tocsin.contracts.policy.calendar.Interval;
import io.tocsin.contracts.policy.calendar.LadderReach;
import io.tocsin.contracts.policy.calendar.LadderReach.Call;
import io.tocsin.contracts.policy.calendar.RotaCheck;
import io.tocsin.contracts.policy.yaml.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sound policy will do wrong in the coming 90 days: roles that nobody holds, hours that
 * never open, minutes at which a P1 reaches no one (RUN-08.2, RUN-13). It refuses no policy while
 * the system runs, for what is wrong in two months is no reason to be silent tonight.
 */
record Outlook(TeamFiles team, Instant now) {

  List<Flaw> flaws() {
    Interval ahead = LadderReach.ahead(now);
    List<Flaw> flaws = new ArrayList<>();
    flaws.addAll(HoursCheck.ahead(team.policy().businessHours(), team.calendars(), now));
    flaws.addAll(RotaCheck.ahead(team.onCall(), ahead));
    Level p1 = team.policy().levels().get(Severity.P1);
    if (p1 != null) {
      LadderReach.firstSilence(team.onCall(), calls(p1), ahead)
          .ifPresent(
              silence ->
                  flaws.add(
                      new Flaw(
                          p1,
                          "ladder",
                          "a P1 reaches no one from "
                              + silence.in(team.policy().businessHours().zone()),
                          "close the gap in the rota, or give a role of the ladder an address of"
                              + " its own")));
    }
    return flaws;
  }

  private List<Call> calls(Level p1) {
    return p1.ladder().stream().map(rung -> call(p1, rung)).toList();
  }

  private Call call(Level p1, Rung rung) {
    ContactSection contact = team.contacts().contacts().get(rung.role());
    List<Channel> by = rung.by().stream().filter(p1::allows).toList();
    boolean standing =
        contact != null && by.stream().anyMatch(contact.methods().byChannel()::containsKey);
    return new Call(rung.role(), by, standing);
  }
}
