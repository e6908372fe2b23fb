package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.yaml.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A team's templates: its own files, and the built-in ones for what it does not write itself. Every
 * kind can be shown on every medium, and showing never fails.
 */
public final class Templates {
  private final TemplateSet own;
  private final TemplateSet builtIn;

  private Templates(TemplateSet own, TemplateSet builtIn) {
    this.own = own;
    this.builtIn = builtIn;
  }

  /**
   * What was read, and what is wrong with it.
   *
   * @param templates usable all the same: a file with flaws is replaced by the built-in one
   * @param flaws in the order of files and lines
   */
  public record Checked(Templates templates, List<Problem> flaws) {
    public Checked {
      flaws = List.copyOf(flaws);
    }
  }

  /** Reads {@code templates/…} of a team's folder; the keys are paths in it, others are ignored. */
  public static Checked read(Map<String, String> filesOfTeamFolder) {
    TemplateFolder folder = TemplateFolder.read(filesOfTeamFolder);
    return new Checked(new Templates(folder.templates(), BuiltIn.templates()), folder.flaws());
  }

  /** The message of {@code kind} as {@code medium} shows it, times in {@code zone}. */
  public Rendered render(TemplateKind kind, Medium medium, Values values, ZoneId zone) {
    return new Message(kind, find(kind, medium.markup()), values, zone).in(medium);
  }

  private TemplateFile find(TemplateKind kind, Markup markup) {
    Optional<TemplateFile> found = own.find(kind, markup);
    return found
        .or(() -> builtIn.find(kind, markup))
        .orElseThrow(() -> new IllegalStateException("no built-in template: " + kind));
  }
}
