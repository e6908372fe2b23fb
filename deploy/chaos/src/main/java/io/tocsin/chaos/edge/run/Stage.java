package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.edge.nemesis.Provider;
import io.tocsin.chaos.edge.plan.Canary;
import io.tocsin.chaos.edge.plan.Scenario;
import io.tocsin.chaos.edge.plan.Size;
import io.tocsin.chaos.edge.record.Logs;
import io.tocsin.chaos.edge.record.Seen;
import io.tocsin.chaos.edge.record.Tail;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A running system with everybody who watches it. Seeds are played on it one after another. */
public final class Stage implements AutoCloseable {
  private final Installation installation;
  private final Provider provider;
  private final Seen seen = new Seen();
  private final Tail tail;
  private final Logs logs;
  private final String name;

  private Stage(Installation installation) {
    this.installation = installation;
    this.provider = new Provider(installation.addresses().url(Target.SANDBOX));
    this.tail = new Tail(installation.addresses().kafka(), seen);
    this.logs = new Logs(installation);
    this.name = InstallationId.of(KafkaSettings.of(installation.addresses().kafka()));
  }

  /**
   * Starts everything anew.
   *
   * @param policies the shipped ones
   * @param folder of its own, in which everything is kept
   */
  public static Stage open(Path policies, Path folder) throws IOException {
    Installation installation = Installation.prepared(policies, folder);
    try {
      installation.start();
      return new Stage(installation);
    } catch (IOException | RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  /** Plays {@code seed} and judges it. */
  public Played play(long seed, Size size) throws IOException {
    return new Round(this, Scenario.of(seed, size, Installation.hasClocks())).play();
  }

  Installation installation() {
    return installation;
  }

  Provider provider() {
    return provider;
  }

  Seen seen() {
    return seen;
  }

  Tail tail() {
    return tail;
  }

  Logs logs() {
    return logs;
  }

  /** The installation's own, with which its keys at providers begin. */
  String name() {
    return name;
  }

  List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>();
    installation
        .people()
        .words()
        .forEach((what, word) -> secrets.add(new Secret(what, word, Set.of())));
    secrets.add(
        new Secret(
            "what a monitor said",
            Canary.word(),
            Set.of(Secret.Place.TOPIC, Secret.Place.PROVIDER, Secret.Place.ANSWER)));
    return secrets;
  }

  @Override
  public void close() {
    tail.close();
    installation.close();
  }
}
