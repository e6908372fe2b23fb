package io.tocsin.escalationengine.edge.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One block cache and one write buffer for all stores of all tasks: memory stays small. */
public final class RocksMemory implements RocksDBConfigSetter {
  private static final long MEGABYTE = 1024L * 1024;

  static {
    RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(48 * MEGABYTE);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(32 * MEGABYTE, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(4 * MEGABYTE);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String store, Options options) {
    // the cache and the buffers are shared, and live as long as the process
  }
}
