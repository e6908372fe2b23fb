/** The embedded Kafka: a JVM of its own that ends with the one that started it. */
@NullMarked
package io.tocsin.allinone.broker;

import org.jspecify.annotations.NullMarked;
