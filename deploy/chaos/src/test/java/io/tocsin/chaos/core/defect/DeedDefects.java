package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.History;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Topics;
import java.util.List;
import java.util.function.Predicate;

/** What can go wrong with what people say at providers. */
final class DeedDefects {
  private static final String TOLD = "deeds-are-commands";
  private static final String DECIDED = "commands-answered";
  private static final String FINDING = "findings";
  private static final String CLOSE = "close";

  private DeedDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("a press of a button is lost", TOLD, history -> lost(history, isVia("slack"))),
        new Defect("an answer by text is lost", TOLD, history -> lost(history, isVia(Deed.TEXT))),
        new Defect(
            "an answer by text is taken for a pressed key",
            TOLD,
            history -> Altered.deeds(history, all -> all.replaceAll(DeedDefects::asKey))),
        new Defect("a comment is lost", TOLD, history -> lost(history, is(FINDING))),
        new Defect("a comment says what nobody wrote", TOLD, DeedDefects::misquoted),
        new Defect("the closing of a ticket is lost", TOLD, history -> lost(history, is(CLOSE))),
        new Defect(
            "a ticket is closed that nobody closed",
            TOLD,
            history -> Altered.deeds(history, all -> all.removeIf(is(CLOSE)))),
        new Defect(
            "a button is pressed that nobody pressed",
            TOLD,
            history -> Altered.deeds(history, List::clear)),
        new Defect(
            "a press of a button is not decided", DECIDED, history -> unheard(history, "slack")),
        new Defect(
            "an answer by text is not decided", DECIDED, history -> unheard(history, Deed.TEXT)),
        new Defect(
            "what closed a ticket is not decided", DECIDED, history -> undecided(history, CLOSE)),
        new Defect("a comment is not decided", DECIDED, history -> undecided(history, FINDING)));
  }

  private static Predicate<Deed> isVia(String via) {
    return deed -> deed.via().equals(via);
  }

  private static Predicate<Deed> is(String action) {
    return deed -> deed.action().equals(action);
  }

  private static Deed first(History history, Predicate<Deed> which) {
    return history.deeds().stream().filter(which).findFirst().orElseThrow();
  }

  private static History lost(History history, Predicate<Deed> which) {
    return Altered.without(history, Topics.INCIDENT_COMMANDS, first(history, which)::isBehind);
  }

  private static Deed asKey(Deed deed) {
    return deed.via().equals(Deed.TEXT)
        ? new Deed("phone", deed.action(), deed.incident(), deed.at(), "1", true)
        : deed;
  }

  private static History misquoted(History history) {
    return Altered.replaced(
        history,
        Topics.INCIDENT_COMMANDS,
        first(history, is(FINDING))::isBehind,
        said -> with(said, said.id(), new CommandAction.RecordFinding("the pool is full")));
  }

  /** One more of the same that no event names. */
  private static History unheard(History history, String via) {
    IncidentCommand like = behind(history, first(history, isVia(via)));
    return Altered.added(
        history,
        Topics.INCIDENT_COMMANDS,
        history.records().of(Topics.INCIDENT_COMMANDS).get(0),
        with(like, like.id() + "-again", like.action()));
  }

  private static History undecided(History history, String action) {
    String id = behind(history, first(history, is(action))).id();
    return Altered.without(history, Topics.INCIDENT_EVENTS, event -> id.equals(event.causedBy()));
  }

  private static IncidentCommand behind(History history, Deed deed) {
    return history
        .records()
        .values(Topics.INCIDENT_COMMANDS)
        .filter(deed::isBehind)
        .findFirst()
        .orElseThrow();
  }

  private static IncidentCommand with(IncidentCommand like, String id, CommandAction action) {
    Actor by = new Actor("carol", like.by().via());
    return new IncidentCommand(id, like.team(), like.incident(), by, like.at(), action);
  }
}
