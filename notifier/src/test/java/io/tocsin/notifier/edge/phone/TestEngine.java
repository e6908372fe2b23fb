package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.core.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** An engine that decides what a test says; else it does what it is asked. */
final class TestEngine implements Outbox {
  private final List<IncidentCommand> commands = new ArrayList<>();
  private final List<DeliveryReceipt> receipts = new ArrayList<>();
  private final Map<String, CompletableFuture<Optional<IncidentEvent>>> waiting = new HashMap<>();
  private Optional<IncidentChange> change = Optional.empty();
  private String reason = "it was asked for";
  private boolean silent;
  private Standing standing = new Standing(1, 0, false, null);

  List<IncidentCommand> commands() {
    return commands;
  }

  List<DeliveryReceipt> receipts() {
    return receipts;
  }

  void decides(IncidentChange change, String reason) {
    this.change = Optional.of(change);
    this.reason = reason;
  }

  void isSilent() {
    silent = true;
  }

  /** The incident is already somebody's. */
  void isOwnedBy(String owner) {
    standing = new Standing(5, 3, false, owner);
  }

  PhoneReceiver receiver(PhoneDesk desk, Supplier<? extends Collection<IncidentId>> open) {
    Script script = new Script(desk.settings().callbacksUrl());
    PressedCalls pressed = new PressedCalls();
    Engine engine =
        new Engine(
            this,
            id -> waiting.computeIfAbsent(id, any -> new CompletableFuture<>()),
            new Verdicts(incident -> Optional.of(standing), Reachable::policies),
            Duration.ofMillis(50));
    return new PhoneReceiver(
        desk.settings(),
        new CallTalk(this, engine, script, desk.spoken(), pressed),
        new CallProgress(this, pressed),
        new TextReplies(engine, script, desk.numbers(), desk.codes(), open),
        new TextProgress(this));
  }

  @Override
  public Mono<Void> publish(IncidentCommand command) {
    return Mono.fromRunnable(
        () -> {
          commands.add(command);
          if (!silent) {
            waiting.get(command.id()).complete(Optional.of(event(command)));
          }
        });
  }

  private IncidentEvent event(IncidentCommand command) {
    return new IncidentEvent(
        command.incident(),
        7,
        command.at(),
        command.by(),
        command.id(),
        new Reason("decided", reason),
        change.orElseGet(() -> asAsked(command.action(), command.by())));
  }

  private static IncidentChange asAsked(CommandAction action, Actor by) {
    return action instanceof CommandAction.Acknowledge
        ? new IncidentChange.Acknowledged(by)
        : new IncidentChange.Escalated();
  }

  @Override
  public Mono<Void> publish(DeliveryReceipt receipt) {
    return Mono.fromRunnable(() -> receipts.add(receipt));
  }
}
