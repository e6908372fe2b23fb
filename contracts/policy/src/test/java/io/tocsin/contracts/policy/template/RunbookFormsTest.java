package io.tocsin.contracts.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a runbook gives a form, the shipped template is that form, word for word. */
class RunbookFormsTest {
  private static final Pattern BLANK = Pattern.compile("\\[[^\\] ][^\\]]*\\]");

  @Test
  @Tag("RUN-07.1b")
  void theUpdate() {
    assertFollows(
        prescriptions("update.txt"),
        """
        Incident Update - [Timestamp]
        Status: [Investigating/Mitigating/Resolved]
        Impact: [Description of current impact]
        Actions Taken: [What has been done]
        Next Steps: [What will be done next]
        ETA: [Expected resolution time]
        """);
  }

  @Test
  @Tag("RUN-09.3")
  void theResolutionNotice() {
    assertFollows(
        prescriptions("resolution-notice.txt"),
        """
        Subject: Incident Resolved - [Brief Description]

        The incident affecting [component] has been resolved.

        Incident Start: [timestamp]
        Incident End: [timestamp]
        Duration: [duration]
        Root Cause: [brief description]
        Resolution: [brief description]

        A detailed post-incident review will be conducted and shared within 48 hours.
        """);
  }

  @Test
  @Tag("RUN-09.2")
  void theCommentThatClosesTheTicket() {
    assertFollows(
        prescriptions("ticket-closed.txt"),
        "Incident resolved. Root cause: [description]. Resolution: [description]. "
            + "Duration: [time].\n");
  }

  @Test
  @Tag("RUN-10.3")
  void theReviewDocument() {
    assertFollows(
        prescriptions("review-document.md"),
        """
        # Post-Incident Review - [Date]

        ## Incident Summary
        - **Date:** [date]
        - **Duration:** [duration]
        - **Severity:** [P1/P2/P3/P4]
        - **Impact:** [description]

        ## Timeline
        - [timestamp]: Incident detected
        - [timestamp]: Team notified
        - [timestamp]: Investigation began
        - [timestamp]: Root cause identified
        - [timestamp]: Mitigation implemented
        - [timestamp]: Incident resolved

        ## Root Cause
        [Detailed description of root cause]

        ## What Went Well
        - [Item 1]

        ## What Could Be Improved
        - [Item 1]

        ## Action Items
        - [ ] [Action 1] - Owner: [name] - Due: [date]

        ## Prevention Measures
        [Description of measures to prevent recurrence]
        """);
  }

  @Test
  @Tag("RUN-04.1a")
  void theAcknowledgement() {
    assertFollows(prescriptions("acknowledged.txt"), "Incident acknowledged - investigating\n");
  }

  @Test
  @Tag("RUN-04.3")
  @Tag("RUN-10.4")
  void theTitlesOfTickets() {
    assertFollows(prescriptions("ticket.md"), "Subject: INCIDENT: [Brief description]\n");
    assertFollows(
        prescriptions("action-item.md"),
        """
        Subject: Action Item: [description]

        From incident review [date]: [details]
        """);
  }

  @Test
  @Tag("RUN-05.3")
  void theFinding() {
    assertFollows(prescriptions("finding.txt"), "Finding: [what was found]\n");
  }

  @Test
  @Tag("MHV-msg")
  void theIncidentMessageNamesWhatThePortalsProcessAsksFor() {
    for (String team : List.of(TeamFolders.PORTAL, TeamFolders.SUPPLIES)) {
      assertThat(labels(team, "incident-message.txt"))
          .containsSubsequence(
              "Issue/Outage Summary", "Estimated User Impact", "Incident Start Time");
    }
  }

  @Test
  @Tag("MHV-pd1")
  @Tag("MHV-pd2")
  void everyNoticeOfAPlannedDowntimeStatesTheFour() {
    for (String file :
        List.of("downtime-planned.txt", "downtime-tomorrow.txt", "downtime-concluded.txt")) {
      assertThat(labels(TeamFolders.PORTAL, file))
          .containsSubsequence(
              "Downtime Reason",
              "Anticipated Impact",
              "Planned Downtime Timeframe",
              "Rollback Plan");
    }
  }

  @Test
  @Tag("MED-links")
  @Tag("MED-contacts")
  @Tag("MED-flag")
  @Tag("MED-sec")
  void theMedicalSuppliesMessageSaysWhereToLookAndWhomToReach() {
    assertThat(labels(TeamFolders.SUPPLIES, "incident-message.txt"))
        .contains(
            "Dashboard",
            "Stakeholders",
            "Downstream team",
            "Product and engineering",
            "Outage contacts",
            "Roll-back",
            "Data");
  }

  private static String prescriptions(String file) {
    return file(TeamFolders.PRESCRIPTIONS, file);
  }

  private static String file(String team, String name) {
    return TeamFolders.files(team).get("templates/" + name);
  }

  private static List<String> labels(String team, String name) {
    return file(team, name)
        .lines()
        .filter(line -> line.contains(": "))
        .map(line -> line.substring(0, line.indexOf(": ")))
        .toList();
  }

  /** The template without its sections has the lines of the form, with tags for what is blank. */
  private static void assertFollows(String template, String form) {
    String lines =
        template
            .lines()
            .filter(line -> !line.matches("\\{\\{[#^/][a-z-]+}}"))
            .filter(line -> !line.endsWith("not yet known"))
            .collect(Collectors.joining("\n", "", "\n"));
    StringBuilder expected = new StringBuilder();
    Matcher blanks = BLANK.matcher(form);
    int at = 0;
    while (blanks.find()) {
      expected.append(Pattern.quote(form.substring(at, blanks.start())));
      expected.append("\\{\\{[a-z-]+}}");
      at = blanks.end();
    }
    expected.append(Pattern.quote(form.substring(at)));
    assertThat(Pattern.compile(expected.toString()).matcher(lines).lookingAt())
        .as("%s%nfollows%n%s", lines, form)
        .isTrue();
  }
}
