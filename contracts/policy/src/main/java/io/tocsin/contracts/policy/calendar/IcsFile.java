package io.tocsin.contracts.policy.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/**
 * Gathers what ical4j's parser finds. Its object model stays unused: it registers each file's time
 * zones in the whole JVM for good, and asks the network for newer ones.
 */
final class IcsFile implements ContentHandler {
  private static final int LONGEST = 4 * 1024 * 1024;
  private static final int DEEPEST = 8;
  private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
  private static final Pattern PLACE = Pattern.compile("^Error at line [\\d.,]+: *");

  private final IcsComponent root = IcsComponent.empty("");
  private final Deque<IcsComponent> open = new ArrayDeque<>();
  private final Map<String, String> parameters = new HashMap<>();
  private String value = "";

  private IcsFile() {}

  /** The components of all calendars of {@code text}, below one root. */
  static IcsComponent parse(String text) throws UnreadableFeed {
    if (text.length() > LONGEST) {
      throw new UnreadableFeed("it is longer than 4 MiB");
    }
    IcsFile file = new IcsFile();
    try {
      new CalendarParserImpl().parse(new StringReader(FOLD.matcher(text).replaceAll("")), file);
    } catch (ParserException e) {
      String what = PLACE.matcher(reason(e)).replaceFirst("");
      throw new UnreadableFeed("line " + lineOf(e.getLineNo(), text) + ": " + what);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFeed(reason(e));
    }
    return file.root;
  }

  @Override
  public void startCalendar() {
    open.push(root);
  }

  @Override
  public void endCalendar() {
    open.clear();
  }

  @Override
  public void startComponent(String name) {
    if (open.size() > DEEPEST) {
      throw new IllegalArgumentException("its components are nested too deep");
    }
    IcsComponent component = IcsComponent.empty(upper(name));
    open.element().parts().add(component);
    open.push(component);
  }

  @Override
  public void endComponent(String name) {
    open.pop();
  }

  @Override
  public void startProperty(String name) {
    parameters.clear();
    value = "";
  }

  @Override
  public void parameter(String name, String text) {
    parameters.put(upper(name), text);
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void endProperty(String name) {
    open.element().properties().add(new IcsProperty(upper(name), parameters, value.strip()));
  }

  /** Where the parser's line stands in the file: it counts after unfolding. */
  private static int lineOf(int unfolded, String text) {
    List<String> lines = text.lines().toList();
    int line = 0;
    for (int seen = 0; line < lines.size() && seen < unfolded; line++) {
      boolean continues = line + 1 < lines.size() && lines.get(line + 1).matches("[ \t].*");
      seen += continues ? 0 : 1;
    }
    return Math.max(line, 1);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String reason(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), "it is no iCalendar file");
  }
}
