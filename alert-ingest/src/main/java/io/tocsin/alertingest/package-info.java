/** Outside formats become alerts, answered when Kafka has them. */
@NullMarked
package io.tocsin.alertingest;

import org.jspecify.annotations.NullMarked;
