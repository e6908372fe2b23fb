package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Deed;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who answers at providers, which tell the notifier. */
final class SimulatedPeople {
  private static final String SLACK = "slack";
  private static final String PHONE = "phone";
  private static final String GITHUB = "github";

  final List<Deed> deeds = new ArrayList<>();
  private final World world;
  private final SimulatedEngine engine;
  private int deliveries;

  SimulatedPeople(World world, SimulatedEngine engine) {
    this.world = world;
    this.engine = engine;
  }

  void press(IncidentId incident, String person) {
    act(incident, SLACK, new Actor(person, SLACK), "ack", new CommandAction.Acknowledge());
  }

  void text(IncidentId incident, String person) {
    act(incident, Deed.TEXT, new Actor(person, PHONE), "ACK 4711", new CommandAction.Acknowledge());
  }

  void comment(IncidentId incident, String person, String words) {
    act(incident, GITHUB, login(person), words, new CommandAction.RecordFinding(words));
  }

  void close(IncidentId incident, String person) {
    act(incident, GITHUB, login(person), "", new CommandAction.Close(Cause.UNSAID));
  }

  private static Actor login(String person) {
    return new Actor(GITHUB + ":" + person, GITHUB);
  }

  private void act(IncidentId incident, String via, Actor by, String said, CommandAction action) {
    Instant now = world.now();
    String id = (via.equals(Deed.TEXT) ? "phone-SM" : via + "-") + ++deliveries;
    IncidentCommand command = new IncidentCommand(id, incident.team(), incident, by, now, action);
    deeds.add(new Deed(via, action.wireName(), incident, now, said, true));
    world.write(Topics.INCIDENT_COMMANDS, command.key(), command);
    world.in(Duration.ofMillis(20), SimulatedEngine.PROCESS, () -> engine.command(command));
  }
}
