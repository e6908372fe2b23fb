package io.tocsin.severityclassifier.edge.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/** Gives every store its part of {@link RocksMemory}, which comes with the streams' settings. */
public final class SmallRocks implements RocksDBConfigSetter {
  /** The setting under which the memory is handed over. */
  static final String MEMORY = "tocsin.rocks.memory";

  private static final long WRITE_BUFFER_BYTES = 1L << 20;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    RocksMemory memory = (RocksMemory) configs.get(MEMORY);
    if (memory == null) {
      throw new IllegalStateException("the setting " + MEMORY + " is missing for " + storeName);
    }
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  /** The memory is shared, and outlives any one store. */
  @Override
  public void close(String storeName, Options options) {}
}
