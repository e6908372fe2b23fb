package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.edge.plan.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many seeds on one running system, and the account of them. */
public final class Campaign {
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\.\\.(\\d+))?");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BROKEN = 1;
  private static final int GONE = 2;

  private final Path policies;
  private final Path output;
  private final Size size;

  /**
   * @param policies the shipped ones
   * @param output where data, histories and the summary go
   */
  public Campaign(Path policies, Path output, Size size) {
    this.policies = policies;
    this.output = output;
    this.size = size;
  }

  /**
   * Reads {@code 17} or {@code 1..200}.
   *
   * @return the first and the last
   * @throws IllegalArgumentException when it is neither
   */
  public static long[] range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no seed and no range like 1..200");
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    return new long[] {first, last};
  }

  /**
   * Plays the seeds from {@code first} to {@code last}.
   *
   * @param told each seed's line, and the story of what it broke
   * @return 0 when every invariant held, 1 when one did not, 2 when a process did not come back
   */
  public int play(long first, long last, Consumer<String> told) throws IOException {
    Path folder = output.resolve("run-" + NAME.format(Instant.now()));
    List<Line> lines = new ArrayList<>();
    boolean gone = false;
    try (Stage stage = Stage.open(policies, folder)) {
      for (long seed = first; seed <= last; seed++) {
        Played played = stage.play(seed, size);
        Line line = Line.of(played);
        lines.add(line);
        told.accept(line.toString());
        new Summary(lines).write(output);
        if (!played.isClean()) {
          Path kept = folder.resolve("histories").resolve("seed-" + seed);
          Archive.keep(played, kept);
          told.accept(Files.readString(kept.resolve("verdict.txt")) + "kept in " + kept);
        }
      }
    } catch (IOException e) {
      gone = true;
      told.accept("the run ends here: " + e.getMessage());
    } finally {
      new Summary(lines).write(output);
      told.accept("summary in " + output.resolve("summary.md"));
    }
    boolean broken = lines.stream().anyMatch(line -> !line.violations().isEmpty());
    return gone ? GONE : broken ? BROKEN : 0;
  }
}
