package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.runbook.Recognition;
import io.tocsin.contracts.policy.runbook.Runbooks;
import io.tocsin.contracts.policy.severity.SeverityFile;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityReader;
import io.tocsin.contracts.policy.yaml.Places;
import java.util.Set;

/** The files of one team, as they are written. */
record TeamFiles(
    String folder,
    PolicyFile policy,
    ServicesFile services,
    ContactsFile contacts,
    SeverityFile severity,
    Runbooks runbooks,
    MaintenanceFile maintenance) {

  static final Set<String> NAMES =
      Set.of(
          "policy.yaml",
          "services.yaml",
          "contacts.yaml",
          "severity.yaml",
          "runbooks.yaml",
          "maintenance.yaml");

  static TeamFiles read(String folder, RootFiles.Reader reader) {
    return new TeamFiles(
        folder,
        reader.need(folder + "/policy.yaml", PolicyFile.class),
        reader.need(folder + "/services.yaml", ServicesFile.class),
        reader.need(folder + "/contacts.yaml", ContactsFile.class),
        reader.need(folder + "/severity.yaml", SeverityFile.class),
        reader.find(folder + "/runbooks.yaml", Runbooks.class),
        reader.find(folder + "/maintenance.yaml", MaintenanceFile.class));
  }

  /** The rules, compiled; what is wrong with them is reported. */
  SeverityPolicy readSeverity(Places places) {
    return new SeverityReader(places, services.services().keySet()).read(severity);
  }

  TeamPolicy policy(SeverityPolicy rules) {
    return new TeamPolicy(
        policy.code(),
        policy.name(),
        folder,
        policy.businessHours().hours(),
        policy.levels(),
        services.services(),
        ContactsFile.contacts(contacts.contacts()),
        rules,
        policy.groupingLabels(),
        policy.timing(),
        policy.statusPage(),
        conduct(),
        new Recognition(runbooks));
  }

  private Conduct conduct() {
    return new Conduct(
        policy.audiences(),
        policy.groups(),
        policy.firstResponse(),
        policy.ticket(),
        policy.escalateWhen(),
        policy.warRoom(),
        policy.health(),
        policy.closure(),
        policy.review(),
        policy.targets(),
        policy.alertReport(),
        policy.security(),
        policy.plans(),
        policy.help(),
        maintenance.forms());
  }
}
