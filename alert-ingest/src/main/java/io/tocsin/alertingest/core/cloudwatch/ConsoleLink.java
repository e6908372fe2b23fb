package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.contracts.events.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    String name = URLEncoder.encode(arn.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String region = arn.region();
    if (host == null || !region.matches("[a-z0-9-]+") || name.length() > LONGEST) {
      return List.of();
    }
    return List.of(
        new Link(
            "CloudWatch",
            "https://%s%s/cloudwatch/home?region=%s#alarmsV2:alarm/%s"
                .formatted(region, host, region, name)));
  }
}
