/** The commands that talk to a running Tocsin or to nobody. */
@NullMarked
package io.tocsin.allinone.cli;

import org.jspecify.annotations.NullMarked;
