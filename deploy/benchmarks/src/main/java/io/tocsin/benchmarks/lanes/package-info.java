/** The notifier's channels beside each other, one of whose providers hangs. */
@NullMarked
package io.tocsin.benchmarks.lanes;

import org.jspecify.annotations.NullMarked;
