package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.NotificationId;
import io.tocsin.notifier.edge.provider.Latest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the latest calls say, so that it can be said again. After a restart, or where another
 * instance placed the call, only the incident's name is said again.
 */
final class SpokenPages {
  private static final int KEPT = 1_000;

  private final Map<NotificationId, String> words = Latest.entered(KEPT);

  synchronized void keep(NotificationId page, String said) {
    words.put(page, said);
  }

  synchronized @Nullable String of(NotificationId page) {
    return words.get(page);
  }
}
