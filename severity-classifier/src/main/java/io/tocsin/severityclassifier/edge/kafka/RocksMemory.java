package io.tocsin.severityclassifier.edge.kafka;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** The native memory that all partitions' stores share: 8 MB, half of it for writing. */
public final class RocksMemory implements AutoCloseable {
  private static final long CACHE_BYTES = 8L << 20;
  private static final long WRITE_BYTES = 4L << 20;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;

  public RocksMemory() {
    RocksDB.loadLibrary();
    cache = new LRUCache(CACHE_BYTES);
    writeBuffers = new WriteBufferManager(WRITE_BYTES, cache);
  }

  Cache cache() {
    return cache;
  }

  WriteBufferManager writeBuffers() {
    return writeBuffers;
  }

  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }
}
