/** The page's own snapshot, so that it is served while Kafka is away. */
@NullMarked
package io.tocsin.statuspage.edge.disk;

import org.jspecify.annotations.NullMarked;
