package io.tocsin.alertingest.edge.http;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * A request's body, never more of it in memory than allowed. What is over is read and thrown away
 * for a while, because a sender that is cut off while it writes never reads why.
 */
final class BoundedBody {
  static final int LIMIT = 512 * 1024;

  private static final long READ_AWAY = 8L * LIMIT;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ByteArrayOutputStream kept;
  private long size;

  private BoundedBody(long announced) {
    this.kept = new ByteArrayOutputStream((int) Math.max(512, Math.min(announced, LIMIT)));
  }

  /** The whole body; fails with {@link TooLarge}, or a timeout when it does not come. */
  static Mono<byte[]> of(ServerHttpRequest request) {
    long announced = request.getHeaders().getContentLength();
    if (announced > READ_AWAY || (announced > LIMIT && waitsForLeave(request))) {
      return Mono.error(new TooLarge());
    }
    return request
        .getBody()
        .collect(() -> new BoundedBody(announced), BoundedBody::add)
        .map(BoundedBody::bytes)
        .timeout(PATIENCE);
  }

  /**
   * Throws a refused request's body away and says whether all of it came. One that is answered
   * before it was read may leave its connection deaf to the next request.
   */
  static Mono<Boolean> away(ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > READ_AWAY || waitsForLeave(request)) {
      return Mono.just(false);
    }
    return request
        .getBody()
        .reduce(0L, BoundedBody::thrown)
        .map(size -> true)
        .timeout(PATIENCE)
        .onErrorReturn(false);
  }

  private static long thrown(long size, DataBuffer buffer) {
    long more = size + buffer.readableByteCount();
    DataBufferUtils.release(buffer);
    if (more > READ_AWAY) {
      throw new TooLarge();
    }
    return more;
  }

  private static boolean waitsForLeave(ServerHttpRequest request) {
    return request.getHeaders().containsHeader("Expect");
  }

  private void add(DataBuffer buffer) {
    try {
      int count = buffer.readableByteCount();
      size += count;
      if (size > READ_AWAY) {
        throw new TooLarge();
      }
      if (size <= LIMIT) {
        byte[] bytes = new byte[count];
        buffer.read(bytes);
        kept.write(bytes, 0, count);
      }
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private byte[] bytes() {
    if (size > LIMIT) {
      throw new TooLarge();
    }
    return kept.toByteArray();
  }

  /** The body is over {@link #LIMIT}. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("the body is over " + LIMIT + " bytes", null, false, false);
    }
  }
}
