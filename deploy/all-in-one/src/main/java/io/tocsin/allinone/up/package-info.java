/** {@code tocsin up}: checks, broker, topics, services, in this order, and back. */
@NullMarked
package io.tocsin.allinone.up;

import org.jspecify.annotations.NullMarked;
