package io.tocsin.allinone.up;

import java.nio.file.Path;

/** What holds for the process as a whole, because its contexts are siblings. */
final class OneProcess {
  private OneProcess() {}

  /**
   * One log, as {@code up-logback.xml} says, and one hook that stops all in order. Must be called
   * before anything logs.
   */
  static void prepare(Path logs) {
    System.setProperty("tocsin.logs", logs.toAbsolutePath().normalize().toString());
    System.setProperty("spring.main.register-shutdown-hook", "false");
    System.setProperty("logback.configurationFile", "up-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }
}
