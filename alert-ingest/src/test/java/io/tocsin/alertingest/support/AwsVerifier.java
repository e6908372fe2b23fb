package io.tocsin.alertingest.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.messagemanager.sns.SnsMessageManager;
import software.amazon.awssdk.regions.Region;

/** AWS's own verifier of SNS's messages, whose certificates are given instead of fetched. */
public final class AwsVerifier {
  private final SnsMessageManager manager;

  /**
   * @param pems the PEM of a path
   */
  public AwsVerifier(Region region, UnaryOperator<String> pems) {
    this.manager = SnsMessageManager.builder().region(region).httpClient(new Given(pems)).build();
  }

  public boolean accepts(String body) {
    try {
      manager.parseMessage(body);
      return true;
    } catch (RuntimeException e) {
      // what is no message at all it meets with any exception
      return false;
    }
  }

  private record Given(UnaryOperator<String> pems) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      String pem = pems.apply(request.httpRequest().encodedPath());
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {
          // nothing is under way
        }
      };
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
