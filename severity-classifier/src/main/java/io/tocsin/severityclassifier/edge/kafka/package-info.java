/** The classifier as a stream: {@code alerts} in, {@code classified-alerts} out. */
@NullMarked
package io.tocsin.severityclassifier.edge.kafka;

import org.jspecify.annotations.NullMarked;
