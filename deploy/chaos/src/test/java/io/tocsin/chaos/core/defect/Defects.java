package io.tocsin.chaos.core.defect;

import java.util.List;
import java.util.stream.Stream;

/** Every fault that is seeded. */
public final class Defects {
  private Defects() {}

  public static List<Defect> all() {
    return Stream.of(
            AlertDefects.all(),
            IncidentDefects.all(),
            LadderDefects.all(),
            PageDefects.all(),
            MessageDefects.all(),
            DeedDefects.all(),
            AlarmDefects.all(),
            OutsideDefects.all())
        .flatMap(List::stream)
        .toList();
  }
}
