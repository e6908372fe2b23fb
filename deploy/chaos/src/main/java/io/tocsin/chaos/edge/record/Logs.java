package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.core.Writing;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the processes wrote since they were last asked. */
public final class Logs {
  private final Installation installation;
  private final Map<Target, Long> read = new EnumMap<>(Target.class);

  public Logs(Installation installation) {
    this.installation = installation;
  }

  /** One writing for each process that wrote anything. */
  public List<Writing> fresh() throws IOException {
    List<Writing> writings = new ArrayList<>();
    for (Target target : Target.values()) {
      Path file = installation.log(target);
      byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      int from = (int) Math.min(all.length, read.getOrDefault(target, 0L));
      read.put(target, (long) all.length);
      if (all.length > from) {
        String text = new String(all, from, all.length - from, StandardCharsets.UTF_8);
        writings.add(new Writing(Secret.Place.LOG, file.toString(), Instant.now(), text));
      }
    }
    return writings;
  }
}
