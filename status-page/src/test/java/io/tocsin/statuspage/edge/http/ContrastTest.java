package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text can be read on its paper, by day, by night and in print (WCAG 2.2, 1.4.3, level AA). */
class ContrastTest {
  private static final double READABLE = 4.5;
  private static final Pattern SCHEME = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{3,6});");

  @ParameterizedTest
  @MethodSource("schemes")
  void everyColourOfTextIsReadableOnItsPaper(Map<String, String> scheme) {
    double paper = luminance(scheme.get("paper"));

    assertThat(List.of("ink", "quiet", "well", "minor", "major", "critical"))
        .allSatisfy(
            name ->
                assertThat(contrast(luminance(scheme.get(name)), paper))
                    .as(name)
                    .isGreaterThanOrEqualTo(READABLE));
  }

  static List<Map<String, String>> schemes() {
    List<Map<String, String>> schemes =
        SCHEME
            .matcher(Templates.read("page.css"))
            .results()
            .map(it -> colours(it.group(1)))
            .toList();
    assertThat(schemes).hasSize(3);
    return schemes;
  }

  private static Map<String, String> colours(String block) {
    Map<String, String> colours = new TreeMap<>();
    Matcher colour = COLOUR.matcher(block);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    return colours;
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    String six = colour.length() == 3 ? colour.replaceAll("(.)", "$1$1") : colour;
    double[] share = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> share[i] * linear(Integer.parseInt(six.substring(2 * i, 2 * i + 2), 16) / 255.0))
        .sum();
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
