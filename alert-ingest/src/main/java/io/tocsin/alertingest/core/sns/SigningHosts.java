package io.tocsin.alertingest.core.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The hosts that SNS speaks from, listed one by one: a pattern would let a new one in. */
final class SigningHosts {
  private static final Map<String, Set<String>> REGIONS =
      Map.of(
          "aws",
          Set.of(
              "us-east-1",
              "us-east-2",
              "us-west-1",
              "us-west-2",
              "af-south-1",
              "ap-east-1",
              "ap-east-2",
              "ap-northeast-1",
              "ap-northeast-2",
              "ap-northeast-3",
              "ap-south-1",
              "ap-south-2",
              "ap-southeast-1",
              "ap-southeast-2",
              "ap-southeast-3",
              "ap-southeast-4",
              "ap-southeast-5",
              "ap-southeast-6",
              "ap-southeast-7",
              "ca-central-1",
              "ca-west-1",
              "eu-central-1",
              "eu-central-2",
              "eu-north-1",
              "eu-south-1",
              "eu-south-2",
              "eu-west-1",
              "eu-west-2",
              "eu-west-3",
              "il-central-1",
              "me-central-1",
              "me-south-1",
              "mx-central-1",
              "sa-east-1"),
          "aws-cn",
          Set.of("cn-north-1", "cn-northwest-1"),
          "aws-us-gov",
          Set.of("us-gov-east-1", "us-gov-west-1"));

  private static final Map<String, String> HOSTS = new LinkedHashMap<>();

  static {
    REGIONS.forEach(
        (partition, regions) ->
            regions.forEach(
                region ->
                    HOSTS.put(
                        partition + "/" + region,
                        "sns."
                            + region
                            + (partition.equals("aws-cn")
                                ? ".amazonaws.com.cn"
                                : ".amazonaws.com"))));
  }

  private SigningHosts() {}

  /** The host of the topic's region; empty for a region that is not listed. */
  static Optional<String> of(Topic topic) {
    return Optional.ofNullable(HOSTS.get(topic.partition() + "/" + topic.region()));
  }
}
