package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.catalog.Access;
import io.tocsin.contracts.policy.catalog.DataCare;
import io.tocsin.contracts.policy.catalog.FeatureFlag;
import io.tocsin.contracts.policy.catalog.HealthCheck;
import io.tocsin.contracts.policy.catalog.PagerDutyService;
import io.tocsin.contracts.policy.catalog.ServiceChannels;
import io.tocsin.contracts.policy.catalog.ServiceContacts;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service as the catalog knows it.
 *
 * @param name as tags, dimensions and labels say it
 * @param title as the public reads it
 * @param groups catalog groups it belongs to ({@code portals})
 * @param links what a message links, by title (MED-links)
 * @param pagerduty its PagerDuty services, by environment (MED-env)
 * @param names what the steps of a runbook are filled in with ({@code cluster})
 */
@Says("a service of the team")
public record CatalogService(
    @Key String name,
    @Says("the name that the public reads") String title,
    @Says("groups that it belongs to") @As(Form.NAME) Set<String> groups,
    @Key("public") @Says("whether the public page shows it") boolean isPublic,
    @Says("links in messages, by title") @As(Form.WEB_ADDRESS) Map<String, String> links,
    @Says("whom to ask") @Default("") ServiceContacts contacts,
    @Says("PagerDuty services, by environment") Map<String, PagerDutyService> pagerduty,
    @Says("Slack channels") @Default("") ServiceChannels slack,
    @Says("what is probed") @Nullable HealthCheck health,
    @Says("services that it needs, of any team") @As(Form.NAME) Set<String> dependsOn,
    @Says("names that steps are filled in with") Map<String, String> names,
    @Says("feature flags and how they are rolled back") List<FeatureFlag> flags,
    @Says("what its data may be and how it is handled") @Default("") DataCare data,
    @Says("what a responder needs access to") List<Access> access) {

  public CatalogService {
    groups = Set.copyOf(groups);
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    pagerduty = Map.copyOf(pagerduty);
    dependsOn = Set.copyOf(dependsOn);
    names = Map.copyOf(names);
    flags = List.copyOf(flags);
    access = List.copyOf(access);
  }

  /** A service of which nothing but its name is known. */
  public static CatalogService named(String name, String title, boolean isPublic) {
    return new CatalogService(
        name,
        title,
        Set.of(),
        isPublic,
        Map.of(),
        ServiceContacts.NONE,
        Map.of(),
        ServiceChannels.NONE,
        null,
        Set.of(),
        Map.of(),
        List.of(),
        DataCare.NONE,
        List.of());
  }
}
