package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.Text;
import io.tocsin.contracts.events.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Where AWS shows an alarm. */
final class ConsoleLink {
  private static final int LONGEST = 2048;
  private static final Map<String, String> HOSTS =
      Map.of(
          "aws", ".console.aws.amazon.com",
          "aws-cn", ".console.amazonaws.cn",
          "aws-us-gov", ".console.amazonaws-us-gov.com");

  private ConsoleLink() {}

  /** None for a region or partition that has no console that we know. */
  static List<Link> of(AlarmArn arn) {
    String host = HOSTS.get(arn.partition());
    String region = arn.region();
    if (host == null || !region.matches("[a-z0-9-]+")) {
      return List.of();
    }
    String address = address(region + host, region, Text.line(arn.name()));
    return address.isEmpty() || address.length() > LONGEST
        ? List.of()
        : List.of(new Link("CloudWatch", address));
  }

  private static String address(String host, String region, String alarm) {
    try {
      return new URI(
              "https", host, "/cloudwatch/home", "region=" + region, "alarmsV2:alarm/" + alarm)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
