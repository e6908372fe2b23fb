/** The pure parts, by JMH. */
@NullMarked
package io.tocsin.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
