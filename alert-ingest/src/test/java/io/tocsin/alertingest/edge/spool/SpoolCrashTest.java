package io.tocsin.alertingest.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.support.Spools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.util.FileSystemUtils;

/**
 * A process that ends at any moment leaves the files at some length, perhaps with rubbish behind:
 * whatever was answered by then is there, in order and once.
 */
class SpoolCrashTest {
  private static final long LIMIT = 1 << 20;

  @Property(tries = 150)
  void whateverWasAnsweredOutlivesACrashAnywhere(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 6) Integer> groups,
      @ForAll @IntRange(min = 0, max = 999) int permille,
      @ForAll @IntRange(min = 0, max = 40) int rubbish,
      @ForAll long seed)
      throws IOException {
    Path folder = Files.createTempDirectory("spool");
    try {
      List<Answered> answered = written(folder, groups);
      Path file = Spools.files(folder).get(0);
      byte[] whole = Files.readAllBytes(file);
      cut(file, (long) whole.length * permille / 1000, rubbish, new Random(seed));

      long intact = intact(whole, Files.readAllBytes(file));
      List<String> expected =
          answered.stream().filter(one -> one.end() <= intact).map(Answered::name).toList();
      assertThat(Drained.of(folder, LIMIT)).containsExactlyElementsOf(expected);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Property(tries = 60)
  void afterACrashItGoesOnBehindWhatIsThere(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 4) Integer> groups,
      @ForAll @IntRange(min = 0, max = 999) int permille)
      throws IOException {
    Path folder = Files.createTempDirectory("spool");
    try {
      written(folder, groups);
      Path file = Spools.files(folder).get(0);
      cut(file, Files.size(file) * permille / 1000, 0, new Random(1));
      List<String> left = new ArrayList<>(Drained.of(folder, LIMIT));
      try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
        log.append(List.of(Spooled.toDisk(Spools.record("later"))));
      }
      left.add("later");
      assertThat(Drained.of(folder, LIMIT)).containsExactlyElementsOf(left);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** Each with how long its file was when it was answered. */
  private static List<Answered> written(Path folder, List<Integer> groups) throws IOException {
    List<Answered> answered = new ArrayList<>();
    int number = 0;
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      for (int size : groups) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          names.add("alert-" + number++);
        }
        log.append(names.stream().map(Spools::record).map(Spooled::toDisk).toList());
        long end = Files.size(Spools.files(folder).get(0));
        names.forEach(name -> answered.add(new Answered(name, end)));
      }
    }
    return answered;
  }

  private static void cut(Path file, long length, int rubbish, Random random) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
    byte[] bytes = new byte[rubbish];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    Files.write(file, bytes, StandardOpenOption.APPEND);
  }

  /** How far the file is as it was: rubbish may be just what was cut off. */
  private static int intact(byte[] whole, byte[] left) {
    int differs = Arrays.mismatch(whole, left);
    return differs < 0 ? whole.length : differs;
  }

  private record Answered(String name, long end) {}
}
