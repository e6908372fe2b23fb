package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.edge.provider.Latest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which incident of ours one of PagerDuty's is: its key is the dedup key that we made, {@code
 * <installation>-<incident>-<n>}. A note, and now and then a deed, names only PagerDuty's own id,
 * so those whose key was seen are remembered, the latest first.
 */
final class PagerDutyKeys {
  private static final int REMEMBERED = 10_000;
  private static final Pattern REST = Pattern.compile("([A-Z][A-Z0-9]{1,7}-[1-9]\\d{0,17})-\\d+");

  private final Supplier<String> installation;
  private final Map<String, IncidentId> byId = Latest.entered(REMEMBERED);

  PagerDutyKeys(Supplier<String> installation) {
    this.installation = installation;
  }

  /** Ours, if it is one of this installation's. */
  Optional<IncidentId> incident(PagerDutyWebhook.Data data) {
    String key = data.key();
    if (key == null) {
      return remembered(data.incident() == null ? data.id() : data.incident().id());
    }
    Optional<IncidentId> ours = incident(key);
    ours.ifPresent(incident -> remember(data.id(), incident));
    return ours;
  }

  private Optional<IncidentId> incident(String key) {
    String ours = installation.get() + "-";
    if (!key.startsWith(ours)) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(key.substring(ours.length()));
    return rest.matches() ? Optional.of(IncidentId.parse(rest.group(1))) : Optional.empty();
  }

  private synchronized void remember(@Nullable String id, IncidentId incident) {
    if (id != null) {
      byId.put(id, incident);
    }
  }

  private synchronized Optional<IncidentId> remembered(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
  }
}
