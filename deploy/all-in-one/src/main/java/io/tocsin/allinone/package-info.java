/** Everything in one process and a broker beside it, and the command line. */
@NullMarked
package io.tocsin.allinone;

import org.jspecify.annotations.NullMarked;
