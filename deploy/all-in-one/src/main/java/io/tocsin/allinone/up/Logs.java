package io.tocsin.allinone.up;

import java.nio.file.Path;

/** One log of the whole process; its settings are {@code up-logback.xml}. */
final class Logs {
  private Logs() {}

  /** Must be called before anything logs: five contexts share the one logging system. */
  static void into(Path folder) {
    System.setProperty("tocsin.logs", folder.toAbsolutePath().normalize().toString());
    System.setProperty("logback.configurationFile", "up-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }
}
