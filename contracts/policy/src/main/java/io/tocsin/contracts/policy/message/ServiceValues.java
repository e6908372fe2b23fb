package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.catalog.FeatureFlag;
import io.tocsin.contracts.policy.catalog.PagerDutyService;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import io.tocsin.contracts.policy.template.Mention;
import io.tocsin.contracts.policy.template.ResolutionVariables;
import io.tocsin.contracts.policy.template.ServiceVariables;
import io.tocsin.contracts.policy.template.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a template may show of the catalog's entry (MED-links, MED-contacts). */
record ServiceValues(CatalogService service, String environment, Names names) {
  private static final String DASHBOARD = "Dashboard";

  Values onto(Values values) {
    Optional<FeatureFlag> flag = service.flags().stream().findFirst();
    PagerDutyService pagerDuty = service.pagerduty().get(environment);
    return values
        .with(ResolutionVariables.COMPONENT, service.title())
        .with(ServiceVariables.DASHBOARD, link(DASHBOARD, service.links().get(DASHBOARD)))
        .with(
            ServiceVariables.PAGERDUTY_SERVICE,
            link("PagerDuty", pagerDuty == null ? null : pagerDuty.page()))
        .with(ServiceVariables.STAKEHOLDER_CHANNEL, channel(service.slack().stakeholders()))
        .with(ServiceVariables.DOWNSTREAM_CHANNEL, channel(service.slack().downstream()))
        .with(ServiceVariables.FEATURE_FLAG, flag.map(FeatureFlag::name).orElse(null))
        .with(ServiceVariables.ROLL_BACK, flag.map(FeatureFlag::rollBack).orElse(null))
        .with(ServiceVariables.DATA_SENSITIVITY, sensitivity())
        .with(
            ServiceVariables.CONTACTS,
            people(
                Stream.concat(
                    service.contacts().product().stream(),
                    service.contacts().engineering().stream())))
        .with(ServiceVariables.OUTAGE_CONTACTS, people(service.contacts().outage().stream()));
  }

  private @Nullable String sensitivity() {
    if (service.data().sensitivity() == Sensitivity.NONE) {
      return null;
    }
    String kind = service.data().sensitivity().name().toLowerCase(Locale.ROOT);
    return service.data().logs() == null ? kind : kind + ": " + service.data().logs();
  }

  private List<Values> people(Stream<String> roles) {
    return roles
        .distinct()
        .map(
            role ->
                Values.none()
                    .with(ServiceVariables.ROLE, names.of(role))
                    .with(ServiceVariables.PERSON, names.holder(role)))
        .toList();
  }

  private static @Nullable Link link(String text, @Nullable String href) {
    return href == null ? null : new Link(text, href);
  }

  private static @Nullable Mention channel(@Nullable String name) {
    return name == null ? null : Mention.ofSlack(name);
  }
}
