package io.tocsin.contracts.policy.runbook;

import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, and the command for it.
 *
 * @param run a command; {@code {cluster}} is filled in with the service's own name
 */
@Says("a step")
public record Step(
    @Says("what to do") String step,
    @Says("the command for it; {name} becomes the service's own") @Nullable String run,
    @Says("whether it cannot be undone (RUN-06.1b)") @Default("false") boolean destructive) {

  /** What a shell or a tool fills in itself ({@code ${x}}, {@code %{x}}) is none. */
  private static final Pattern NAME = Pattern.compile("(?<![$%])\\{([a-z0-9][a-z0-9._-]*)}");

  /** The same with the service's own {@code names}; one that it does not give is left as it is. */
  public Step filledIn(Map<String, String> names) {
    return new Step(filledIn(step, names), run == null ? null : filledIn(run, names), destructive);
  }

  /** The names in {@code text}, which a service has to give. */
  static List<String> names(@Nullable String text) {
    return text == null ? List.of() : NAME.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static String filledIn(String text, Map<String, String> names) {
    return NAME.matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), name.group())));
  }
}
