/** How soon an answer that somebody gives on one side is known on all others. */
@NullMarked
package io.tocsin.benchmarks.agreement;

import org.jspecify.annotations.NullMarked;
