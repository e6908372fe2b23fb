package io.tocsin.sandbox.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that are open: one at a time for a person, until it is taken or put away. */
public final class SlackViews {
  private static final int KEPT = 200;

  private final Map<String, SlackView> open = limited();
  private final Map<String, String> triggers = limited();
  private long opened;

  private static <V> Map<String, V> limited() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** All of them, the one first opened first. */
  public List<SlackView> all() {
    return List.copyOf(open.values());
  }

  /** The one that {@code user} has before them. */
  public Optional<SlackView> of(String user) {
    return open.values().stream().filter(view -> view.user().equals(user)).findFirst();
  }

  public Optional<SlackView> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Puts the form of that id away. */
  public void close(String id) {
    open.remove(id);
  }

  /** What {@code user} just did may open a form for them. */
  void expect(String trigger, String user) {
    triggers.put(trigger, user);
  }

  SlackView open(String trigger, Map<String, Object> asked) {
    String user = triggers.getOrDefault(trigger, "");
    if (!user.isEmpty()) {
      new ArrayList<>(open.values())
          .stream().filter(view -> view.user().equals(user)).forEach(view -> close(view.id()));
    }
    SlackView view = new SlackView(SlackIds.view(trigger), user, asked, Map.of(), Map.of());
    open.put(view.id(), view);
    opened++;
    return view;
  }

  /** It stays open, with what was filled in and what is wrong with it. */
  void refuse(String id, Map<String, String> errors, Map<String, String> filled) {
    open.computeIfPresent(
        id, (same, view) -> new SlackView(id, view.user(), view.asked(), errors, filled));
  }

  long opened() {
    return opened;
  }

  void clear() {
    open.clear();
    triggers.clear();
  }
}
