package io.tocsin.contracts.runtime;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.ApiMessageType.ListenerType;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.jspecify.annotations.Nullable;

/** A broker that says what it has and never takes or gives any of it. */
final class SilentBroker implements AutoCloseable {
  static final String TOPIC = "silent";

  private final ServerSocket server;
  private final ExecutorService connections = Executors.newCachedThreadPool();

  SilentBroker() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    connections.execute(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket connection = server.accept();
        connections.execute(() -> serve(connection));
      }
    } catch (IOException closed) {
      connections.shutdownNow();
    }
  }

  private void serve(Socket connection) {
    try (connection;
        DataInputStream in = new DataInputStream(connection.getInputStream());
        DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
      for (int size = in.readInt(); ; size = in.readInt()) {
        RequestHeader asked = RequestHeader.parse(ByteBuffer.wrap(in.readNBytes(size)));
        AbstractResponse response = response(asked);
        if (response != null) {
          ByteBuffer bytes = bytes(asked, response);
          out.writeInt(bytes.remaining());
          out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
          out.flush();
        }
      }
    } catch (IOException gone) {
      // the client has closed its connection, or the test is over
    }
  }

  private static ByteBuffer bytes(RequestHeader asked, AbstractResponse response) {
    return RequestUtils.serialize(
        asked.toResponseHeader().data(),
        asked.toResponseHeader().headerVersion(),
        response.data(),
        asked.apiVersion());
  }

  private @Nullable AbstractResponse response(RequestHeader asked) {
    return switch (asked.apiKey()) {
      case API_VERSIONS ->
          new ApiVersionsResponse(
              new ApiVersionsResponseData()
                  .setApiKeys(
                      ApiVersionsResponse.collectApis(
                          ListenerType.BROKER, ApiKeys.clientApis(), true)));
      case METADATA -> metadata(asked.apiVersion());
      default -> null;
    };
  }

  private MetadataResponse metadata(short version) {
    MetadataResponseTopic topic =
        new MetadataResponseTopic()
            .setName(TOPIC)
            .setPartitions(
                List.of(
                    new MetadataResponsePartition()
                        .setPartitionIndex(0)
                        .setLeaderId(0)
                        .setReplicaNodes(List.of(0))
                        .setIsrNodes(List.of(0))));
    return MetadataResponse.prepareResponse(
        version,
        0,
        List.of(new Node(0, "127.0.0.1", server.getLocalPort())),
        "silent-cluster",
        0,
        List.of(topic),
        MetadataResponse.AUTHORIZED_OPERATIONS_OMITTED);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connections.shutdownNow();
    }
  }
}
