package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident beyond its title, for those who are called to it.
 *
 * @param summary the issue in a sentence or two; null while nobody has said
 * @param impact who is affected and how; null while nobody has said (MHV-msg)
 * @param links where to look, as the first alert's sender names it
 * @param runbooks the team's runbooks whose symptoms it shows, by id (RUN-05.2, RUN-12)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Briefing(
    @Nullable String summary, @Nullable String impact, List<Link> links, List<String> runbooks) {
  /** Nothing is known yet. */
  public static final Briefing NOTHING = new Briefing(null, null, List.of(), List.of());

  public Briefing {
    links = links == null ? List.of() : List.copyOf(links);
    runbooks = runbooks == null ? List.of() : List.copyOf(runbooks);
  }
}
