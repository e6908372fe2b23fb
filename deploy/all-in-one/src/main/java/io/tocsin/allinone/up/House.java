package io.tocsin.allinone.up;

import io.tocsin.allinone.StartRefused;
import io.tocsin.allinone.broker.BrokerProcess;
import io.tocsin.allinone.broker.BrokerSettings;
import io.tocsin.allinone.broker.ClusterId;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/** Everything that {@code up} runs: all of it or nothing, stopped in the opposite order. */
public final class House implements AutoCloseable {
  private static final short ONE_NODE = 1;

  private final Deque<AutoCloseable> rooms = new ArrayDeque<>();
  private boolean closed;

  /**
   * Starts all of {@code plan}; this house is closed again when any of it is refused.
   *
   * @return the operator's token
   */
  public String start(Plan plan) throws StartRefused {
    try {
      DataDirectory data = keep(DataDirectory.open(plan.data()));
      plan.ports().check(plan.kafka().isEmpty());
      String token = OperatorTokens.ensure(data.root());
      KafkaSettings kafka = kafka(plan, data);
      TopicSetup.ensure(kafka);
      ServiceSettings settings =
          new ServiceSettings(plan, data.root(), kafka, OperatorTokens.random());
      keep(plan.policies()).start();
      keep(new RunningServices(plan.policies())).start(plan.services(), settings::of);
      return token;
    } catch (TopicsRefused e) {
      close();
      throw StartRefused.because(String.valueOf(e.getMessage()), e);
    } catch (StartRefused e) {
      close();
      throw e;
    }
  }

  private KafkaSettings kafka(Plan plan, DataDirectory data) throws StartRefused {
    if (plan.kafka().isPresent()) {
      return KafkaSettings.of(plan.kafka().get());
    }
    BrokerSettings settings =
        new BrokerSettings(
            data.kafka(),
            ClusterId.keptIn(data.root()),
            plan.ports().of(Listener.KAFKA),
            plan.ports().of(Listener.KAFKA_CONTROLLER));
    BrokerProcess broker = keep(BrokerProcess.start(settings, data.logs()));
    return new KafkaSettings(broker.address(), true, ONE_NODE);
  }

  /** A room that is ready when the house is already being closed is closed with it. */
  private synchronized <T extends AutoCloseable> T keep(T room) throws StartRefused {
    if (closed) {
      close(room);
      throw StartRefused.because("stopped while it started");
    }
    rooms.push(room);
    return room;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!rooms.isEmpty()) {
      close(rooms.pop());
    }
  }

  private static void close(AutoCloseable room) {
    try {
      room.close();
    } catch (Exception e) {
      // not before: the log lies in the data folder, which may be what is wrong
      LoggerFactory.getLogger(House.class).warn("could not be stopped orderly: {}", e.toString());
    }
  }
}
