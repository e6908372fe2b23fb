package io.tocsin.notifier;

import io.tocsin.contracts.runtime.KafkaSettings;
import java.io.File;
import java.io.IOException;
import java.util.Map;

/** The service in a JVM of its own, so that it can be killed. */
public final class NotifierProcess implements AutoCloseable {
  private final Process process;

  public NotifierProcess(KafkaSettings kafka, String pagerDuty) throws IOException {
    process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierProcess.class.getName(),
                kafka.bootstrapServers(),
                pagerDuty)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectErrorStream(true)
            .start();
  }

  public static void main(String[] arguments) throws Exception {
    new RunningNotifier(new KafkaSettings(arguments[0], false, (short) 1), arguments[1], Map.of());
  }

  /** As {@code kill -9}: nothing is flushed, nobody is told. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
