package io.tocsin.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** Requests as bytes. */
public final class HttpRequests {
  private HttpRequests() {}

  /** A {@code POST} of JSON. */
  public static byte[] post(String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    byte[] request = new byte[head.length() + content.length];
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(content, 0, request, head.length(), content.length);
    return request;
  }
}
