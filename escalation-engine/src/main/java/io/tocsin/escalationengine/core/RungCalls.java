package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.calendar.CallPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a rung calls now, and by what (RUN-08.2). */
final class RungCalls {
  private final Story story;
  private final Rulebook rulebook;

  RungCalls(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /**
   * One call of a rung.
   *
   * @param step its place in the contact's plan
   * @param after since the rung began; null: only when the step before it failed
   */
  record Call(Contact contact, int step, Channel channel, @Nullable Duration after) {

    /** Whether it comes of itself while the rung has {@code patience}. */
    boolean comesWithin(Duration patience) {
      return after != null && after.compareTo(patience) < 0;
    }
  }

  /** Step {@code step} of {@code rung}; empty where there is none, or nobody may be called. */
  Optional<Call> call(Rung rung, int step) {
    return contact(rung)
        .filter(this::isAtWork)
        .flatMap(
            contact ->
                plan(contact, rung)
                    .step(step)
                    .map(found -> new Call(contact, step, found.by(), found.after())));
  }

  /** Why {@code rung} calls nobody. */
  Reason passed(Rung rung) {
    Optional<Contact> contact = contact(rung);
    if (contact.isEmpty()) {
      return new Reason("no-contact", "the policy has no contact " + rung.role());
    }
    return isAtWork(contact.get())
        ? new Reason("no-method", rung.role() + " has no method that this level may use")
        : new Reason("out-of-hours", rung.role() + " is out of hours");
  }

  private Optional<Contact> contact(Rung rung) {
    return rulebook.contact(story.incident().id().team(), rung.role(), story.now());
  }

  /** What a person asks for while the ladder rests is called as the rung says. */
  private CallPlan plan(Contact contact, Rung rung) {
    Level level = rulebook.level(story.incident());
    List<Channel> allowed = rung.by().stream().filter(level::allows).toList();
    return story.incident().state() == IncidentState.OPEN
        ? contact.plan(allowed)
        : contact.asTheRungSays(allowed);
  }

  /** RUN-13: out of hours the ladder passes on rather than waits; for P1, hours exclude nobody. */
  private boolean isAtWork(Contact contact) {
    Incident incident = story.incident();
    return incident.assessment().severity() == Severity.P1
        || rulebook.isOpen(contact.hours(), incident.id().team(), story.now());
  }
}
