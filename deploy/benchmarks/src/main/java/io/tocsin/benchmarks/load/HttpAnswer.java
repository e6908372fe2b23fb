package io.tocsin.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One answer as it comes in, by {@code Content-Length} or in chunks; the body is not looked at. */
final class HttpAnswer {
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};
  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;

  private byte[] bytes = new byte[4096];
  private int size;
  private int head;
  private int length;

  /** Forgets the last answer. */
  void clear() {
    size = 0;
    head = 0;
    length = UNKNOWN;
  }

  /** Takes what has come; whether the answer is whole now. */
  boolean take(ByteBuffer more) {
    if (size + more.remaining() > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (size + more.remaining()));
    }
    int count = more.remaining();
    more.get(bytes, size, count);
    size += count;
    if (head == 0) {
      readHead();
    }
    return head > 0 && (length == CHUNKED ? endsWith(LAST_CHUNK) : size >= head + length);
  }

  /** {@code 202}. */
  int status() {
    return Integer.parseInt(new String(bytes, 9, 3, StandardCharsets.US_ASCII));
  }

  private void readHead() {
    for (int end = END_OF_HEAD.length; end <= size; end++) {
      if (Arrays.equals(bytes, end - END_OF_HEAD.length, end, END_OF_HEAD, 0, END_OF_HEAD.length)) {
        head = end;
        length = lengthIn(new String(bytes, 0, end, StandardCharsets.US_ASCII));
        return;
      }
    }
  }

  private static int lengthIn(String head) {
    String small = head.toLowerCase(Locale.ROOT);
    if (small.contains("\r\ntransfer-encoding: chunked")) {
      return CHUNKED;
    }
    int at = small.indexOf("\r\ncontent-length:");
    if (at < 0) {
      return 0;
    }
    int from = at + "\r\ncontent-length:".length();
    return Integer.parseInt(small.substring(from, small.indexOf("\r\n", from)).strip());
  }

  private boolean endsWith(byte[] end) {
    return size >= head + end.length
        && Arrays.equals(bytes, size - end.length, size, end, 0, end.length);
  }
}
