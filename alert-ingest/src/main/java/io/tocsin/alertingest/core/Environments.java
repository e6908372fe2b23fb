package io.tocsin.alertingest.core;

import io.tocsin.contracts.events.Alert;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which environment an alert is of (MED-env). */
public final class Environments {
  private static final Set<String> PRODUCTION = Set.of("prod", "prd", "production");
  private static final Set<String> UNSAID = Set.of("", "none", "null");

  private Environments() {}

  /**
   * What the sender said, else what the integration says, else production. Of several said at once
   * production wins: it is the one that must not be missed.
   *
   * @param said values, comma between them
   */
  public static String of(@Nullable String said, @Nullable String integration) {
    String first = null;
    for (String value : said == null ? new String[0] : said.split(",", -1)) {
      String one = value.strip().toLowerCase(Locale.ROOT);
      if (PRODUCTION.contains(one)) {
        return Alert.PRODUCTION;
      }
      first = first == null && !UNSAID.contains(one) ? one : first;
    }
    if (first != null) {
      return first;
    }
    return integration == null ? Alert.PRODUCTION : of(integration, null);
  }
}
