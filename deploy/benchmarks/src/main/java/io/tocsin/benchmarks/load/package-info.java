/** An open-loop load generator over HTTP/1.1 with connections that are kept. */
@NullMarked
package io.tocsin.benchmarks.load;

import org.jspecify.annotations.NullMarked;
