package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.notifier.NotifierApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The notifier as a process of its own, its providers played by a sandbox. */
final class NotifierAlone implements AutoCloseable {
  private final Process process;

  private NotifierAlone(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  static NotifierAlone beside(RunningTocsin tocsin) throws IOException {
    Ports ports = tocsin.ports();
    Map<String, String> settings =
        Map.of(
            "server.port",
            "0",
            "tocsin.kafka.bootstrap-servers",
            tocsin.kafka(),
            "tocsin.kafka.replication-factor",
            "1",
            "tocsin.kafka.flush",
            "true",
            "tocsin.policies",
            tocsin.policies().toString(),
            "tocsin.notifier.pagerduty.events-url",
            ports.url(Listener.SANDBOX) + "/pagerduty",
            "tocsin.notifier.pagerduty.stand-in-keys",
            "true",
            "tocsin.notifier.probe.url",
            ports.url(Listener.SANDBOX) + "/heartbeat/canary");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(NotifierApplication.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TOCSIN_"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(tocsin.data().resolveSibling("notifier.log").toFile());
    return new NotifierAlone(builder.start());
  }

  /** It says nothing any more, and is there all the same. */
  void freeze() throws Exception {
    signal("-STOP");
  }

  void thaw() throws Exception {
    signal("-CONT");
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).as("kill " + name).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
