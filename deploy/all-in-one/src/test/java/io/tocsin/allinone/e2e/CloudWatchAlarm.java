package io.tocsin.allinone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;

/** One alarm of CloudWatch, as SNS signs and sends what becomes of it. */
final class CloudWatchAlarm {
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:prescription-alarms";
  private static final String FILE =
      "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";

  private final HeldCertificate sns =
      new HeldCertificate.Builder()
          .rsa2048()
          .commonName("sns.amazonaws.com")
          .addSubjectAlternativeName("sns.amazonaws.com")
          .validityInterval(
              Instant.now().minus(Duration.ofDays(1)).toEpochMilli(),
              Instant.now().plus(Duration.ofDays(1)).toEpochMilli())
          .build();
  private final String name = "prescription-db-" + UUID.randomUUID().toString().substring(0, 8);

  /** Puts SNS's certificate where {@code SNS_CERTIFICATES} leads. */
  void certify(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(FILE), sns.certificatePem());
  }

  String name() {
    return name;
  }

  String alarm() {
    return delivery("ALARM", "OK");
  }

  String ok() {
    return delivery("OK", "ALARM");
  }

  private String delivery(String state, String before) {
    Map<String, Object> alarm = new LinkedHashMap<>();
    alarm.put("AlarmName", name);
    alarm.put("AWSAccountId", "123456789012");
    alarm.put("NewStateValue", state);
    alarm.put("NewStateReason", "Threshold Crossed: 1 datapoint was greater than the threshold");
    alarm.put("StateChangeTime", Instant.now().toString().replace("Z", "+0000"));
    alarm.put("Region", "US East (N. Virginia)");
    alarm.put("AlarmArn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:" + name);
    alarm.put("OldStateValue", before);
    alarm.put(
        "Trigger",
        Map.of(
            "MetricName", "DatabaseConnections",
            "Namespace", "AWS/RDS",
            "ComparisonOperator", "GreaterThanThreshold",
            "Threshold", 5.0,
            "Dimensions", List.of(Map.of("name", "DBInstanceIdentifier", "value", "rx"))));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Message", ContractJson.MAPPER.writeValueAsString(alarm));
    fields.put("MessageId", UUID.randomUUID().toString());
    fields.put("Timestamp", Instant.now().toString());
    fields.put("TopicArn", TOPIC);
    fields.put("Type", "Notification");
    Map<String, String> body = new LinkedHashMap<>(fields);
    body.put("SignatureVersion", "2");
    body.put("SigningCertURL", "https://sns.us-east-1.amazonaws.com/" + FILE);
    body.put("Signature", signature(fields));
    return ContractJson.MAPPER.writeValueAsString(body);
  }

  /** Over the fields in the order of their names, as AWS's manual has it. */
  private String signature(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach((name, value) -> text.append(name).append('\n').append(value).append('\n'));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(sns.keyPair().getPrivate());
      signature.update(text.toString().getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
