package io.tocsin.alertingest.core.sns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SNS topic, as its ARN names it.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param region where it is, and where its messages are signed
 * @param account 12 digits
 */
public record Topic(String arn, String partition, String region, String account) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?<partition>aws|aws-cn|aws-us-gov):sns:(?<region>[a-z0-9-]{1,32})"
              + ":(?<account>\\d{12}):[A-Za-z0-9_-]{1,256}");

  /** Empty when {@code arn} names no topic. */
  public static Optional<Topic> of(String arn) {
    Matcher parts = ARN.matcher(arn);
    return parts.matches()
        ? Optional.of(
            new Topic(arn, parts.group("partition"), parts.group("region"), parts.group("account")))
        : Optional.empty();
  }
}
