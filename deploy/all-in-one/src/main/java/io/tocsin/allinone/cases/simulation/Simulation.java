package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.ProviderState;
import io.tocsin.allinone.cases.Spans;
import io.tocsin.allinone.cases.Step;
import io.tocsin.allinone.cases.simulation.Agenda.Turn;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Responders;
import io.tocsin.escalationengine.core.Outage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plays one case, the same way each time: alerts go through the classifier and its memory, commands
 * and deadlines through the engine's {@code decide}, and what people are told through providers
 * that behave as the case says.
 */
public final class Simulation {
  /** The engine takes a shorter time without a sign of life for no outage. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(60);

  /** What was asked of a provider at the end is answered by then. */
  private static final Duration LAST_ANSWER = ProviderState.HANGING.answersAfter();

  private final Policies policies;
  private final Chronicle chronicle;
  private final Agenda agenda;
  private final Classifying classifying;
  private final Engine engine;
  private long commands;

  private Simulation(Case played, Policies policies) {
    this.policies = policies;
    this.chronicle = new Chronicle(policies, looksIntoMessages(played));
    this.agenda = new Agenda(played.start(), this::fault);
    this.classifying = new Classifying(policies);
    Providers providers = new Providers(played, agenda, chronicle, this::incident, this::receipt);
    this.engine = new Engine(agenda, chronicle, policies, providers::take);
  }

  private static boolean looksIntoMessages(Case played) {
    return played.expected().stream()
        .map(Expectation::wanted)
        .anyMatch(wanted -> wanted.containsKey("contains") || wanted.containsKey("title"));
  }

  /** What comes of {@code played} under {@code policies}. */
  public static Night play(Case played, Policies policies) {
    Simulation simulation = new Simulation(played, policies);
    played.given().forEach(simulation::enter);
    simulation.agenda.runUntil(played.until().plus(LAST_ANSWER));
    return simulation.chronicle.night();
  }

  private @Nullable Incident incident(IncidentId id) {
    return engine.stores().incident(id);
  }

  private void receipt(DeliveryReceipt receipt) {
    engine.receipt(receipt);
  }

  private void enter(Step step) {
    agenda.at(step.at(), Turn.OUTSIDE, () -> happen(step));
  }

  private void happen(Step step) {
    Step.Given given = step.given();
    if (given instanceof Step.Sent sent) {
      sent.alerts().forEach(alert -> arrive(alert, sent.ruleFails()));
    } else if (given instanceof Step.Done done) {
      act(done);
    } else if (given instanceof Step.Reacted reacted) {
      react(reacted);
    } else if (given instanceof Step.NotYetDone todo) {
      chronicle.wrong(
          agenda.now(),
          "not-yet",
          "%s: nothing takes '%s' yet".formatted(todo.by(), todo.action()));
    } else if (given instanceof Step.Turned turned) {
      chronicle.note(
          agenda.now(),
          "provider",
          "%s is %s".formatted(turned.provider().wireName(), turned.to().word()));
    } else if (given instanceof Step.Away away) {
      leave(away);
    }
  }

  private void arrive(Alert alert, boolean ruleFails) {
    Alert received = Classifying.receivedAt(alert, agenda.now());
    ClassifiedAlert classified = classifying.classify(received, agenda.now());
    if (engine.alert(ruleFails ? Classifying.unknown(classified) : classified) == null) {
      chronicle.note(agenda.now(), "repeated", "a delivery that came before: " + alert.title());
    }
  }

  private void act(Step.Done done) {
    boolean declares = done.action() instanceof CommandAction.Declare;
    IncidentId about = declares ? null : done.incident();
    if (!declares && about == null) {
      List<Incident> live = engine.stores().live(done.team());
      if (live.size() != 1) {
        chronicle.wrong(agenda.now(), "unclear", unclear(done, live));
        return;
      }
      about = live.get(0).id();
    }
    engine.command(
        new IncidentCommand(
            "case-" + ++commands,
            done.team(),
            about,
            new Actor(done.by(), "api"),
            agenda.now(),
            done.action()));
  }

  /** As the notifier takes a reaction: a listed emoji of a responder acknowledges. */
  private void react(Step.Reacted reacted) {
    if (!Responders.acknowledges(policies, reacted.team(), reacted.emoji())) {
      note(reacted, "acknowledges nothing");
    } else if (!Responders.of(policies, reacted.team()).contains(reacted.by())) {
      note(reacted, "may not acknowledge: neither on the ladder nor a responder");
    } else {
      act(
          new Step.Done(
              reacted.by(), reacted.team(), reacted.incident(), new CommandAction.Acknowledge()));
    }
  }

  private void note(Step.Reacted reacted, String what) {
    chronicle.note(
        agenda.now(), "reaction", "%s with :%s: %s".formatted(reacted.by(), reacted.emoji(), what));
  }

  private static String unclear(Step.Done done, List<Incident> live) {
    String which =
        live.isEmpty()
            ? "none is live"
            : live.stream().map(it -> it.id().toString()).collect(Collectors.joining(" or "));
    return "%s: %s which incident? %s; write 'incident: %s-1'"
        .formatted(done.by(), done.action().wireName(), which, done.team());
  }

  private void leave(Step.Away away) {
    Duration span = Duration.between(agenda.now(), away.until());
    chronicle.note(agenda.now(), "away", "Tocsin is away for " + Spans.text(span));
    if (span.compareTo(NOTICEABLE) > 0) {
      engine.wasAway(new Outage(agenda.now(), away.until()));
    }
    agenda.awayUntil(away.until());
  }

  private void fault(RuntimeException fault) {
    chronicle.wrong(agenda.now(), "fault", "Tocsin itself stumbled: " + fault);
  }
}
