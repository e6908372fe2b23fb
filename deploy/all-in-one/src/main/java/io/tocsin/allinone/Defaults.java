package io.tocsin.allinone;

import java.nio.file.Path;
import java.util.Map;

/** Where things are when nobody says. */
public final class Defaults {
  private Defaults() {}

  /** {@code TOCSIN_DATA}, else {@code tocsin-data} in the current folder. */
  public static Path data() {
    return Path.of(orElse("TOCSIN_DATA", "tocsin-data"));
  }

  /** {@code TOCSIN_POLICIES}, else the shipped ones beside the launcher. */
  public static Path policies() {
    Path home = Path.of(System.getProperty("tocsin.home", ""));
    return Path.of(orElse("TOCSIN_POLICIES", home.resolve("deploy/policies").toString()));
  }

  private static String orElse(String name, String otherwise) {
    Map<String, String> environment = System.getenv();
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
