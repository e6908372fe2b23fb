package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.conduct.AlertReport;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Closure;
import io.tocsin.contracts.policy.conduct.EscalateWhen;
import io.tocsin.contracts.policy.conduct.FirstResponse;
import io.tocsin.contracts.policy.conduct.HealthWatch;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.conduct.Review;
import io.tocsin.contracts.policy.conduct.Security;
import io.tocsin.contracts.policy.conduct.ServiceGroup;
import io.tocsin.contracts.policy.conduct.Targets;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.contracts.policy.conduct.WarRoom;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code policy.yaml} of a team, as it is written. */
@Says("the levels and ladders")
record PolicyFile(
    @Says("the team's short code, for ever: its incidents are called by it") TeamCode code,
    @Says("the team's name") String name,
    @Says("when the team is at work: zone, days, from and to") HoursSection businessHours,
    @Says("every team has P1, P2, P3 and P4") Map<Severity, Level> levels,
    @Says("labels that, with service and environment, make alerts one incident")
        List<String> groupingLabels,
    @Says("how recovery is waited for") @Default("") TeamPolicy.Timing timing,
    @Says("say which levels the public sees, as in 'levels: [P1, P2]'") PublicPage statusPage,
    @Says("who is told together") Map<String, Audience> audiences,
    @Says("groups of services that fail as one") Map<String, ServiceGroup> groups,
    @Says("the first minutes") @Default("") FirstResponse firstResponse,
    @Says("the incident's ticket") @Nullable Ticket ticket,
    @Says("what calls the next rung in spite of an acknowledgement") Set<EscalateWhen> escalateWhen,
    @Says("the war room") @Nullable WarRoom warRoom,
    @Says("how health is probed through the watch") @Default("") HealthWatch health,
    @Says("what closing asks for") @Default("") Closure closure,
    @Says("the review") @Nullable Review review,
    @Says("what the metrics are held against") @Default("") Targets targets,
    @Says("the regular report of the most frequent alerts") @Nullable AlertReport alertReport,
    @Says("how a security or privacy incident is conducted") @Nullable Security security,
    @Says("documents that incidents are run by, by title") @As(Form.WEB_ADDRESS)
        Map<String, String> plans,
    @Says("where help may be asked") List<String> help) {}
