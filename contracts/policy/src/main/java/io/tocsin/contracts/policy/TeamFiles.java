package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.calendar.CalendarFiles;
import io.tocsin.contracts.policy.calendar.OnCall;
import io.tocsin.contracts.policy.calendar.OnCallBook;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.runbook.Recognition;
import io.tocsin.contracts.policy.runbook.Runbooks;
import io.tocsin.contracts.policy.severity.SeverityFile;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityReader;
import io.tocsin.contracts.policy.template.Templates;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of one team, as they are written. */
record TeamFiles(
    String folder,
    PolicyFile policy,
    ServicesFile services,
    ContactsFile contacts,
    SeverityFile severity,
    Runbooks runbooks,
    MaintenanceFile maintenance,
    CalendarFiles calendars,
    Templates.Checked templates) {

  static final Set<String> NAMES =
      Set.of(
          "policy.yaml",
          "services.yaml",
          "contacts.yaml",
          "severity.yaml",
          "runbooks.yaml",
          "maintenance.yaml");

  static TeamFiles read(String folder, RootFiles.Reader reader) {
    Map<String, String> files = reader.below(folder);
    return new TeamFiles(
        folder,
        reader.need(folder + "/policy.yaml", PolicyFile.class),
        reader.need(folder + "/services.yaml", ServicesFile.class),
        reader.need(folder + "/contacts.yaml", ContactsFile.class),
        reader.need(folder + "/severity.yaml", SeverityFile.class),
        reader.find(folder + "/runbooks.yaml", Runbooks.class),
        reader.find(folder + "/maintenance.yaml", MaintenanceFile.class),
        CalendarFiles.read(files),
        Templates.read(files));
  }

  /** The rules, compiled; what is wrong with them is reported. */
  SeverityPolicy readSeverity(Places places) {
    return new SeverityReader(places, TeamNames.of(this, places).services()).read(severity);
  }

  List<Problem> templateProblems() {
    return templates.flaws().stream().map(flaw -> flaw.below(folder)).toList();
  }

  TeamPolicy policy(SeverityPolicy rules) {
    return new TeamPolicy(
        policy.code(),
        policy.name(),
        folder,
        policy.businessHours().hours(calendars),
        policy.levels(),
        services.services(),
        ContactsFile.contacts(contacts.contacts()),
        rules,
        policy.groupingLabels(),
        policy.timing(),
        policy.statusPage(),
        new Playbook(conduct(), new Recognition(runbooks), onCall(), templates.templates()));
  }

  /** Who holds which role, before any live source is asked. */
  OnCall onCall() {
    return new OnCall(contacts.people(), contacts.rotas(), calendars, OnCallBook.EMPTY);
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
