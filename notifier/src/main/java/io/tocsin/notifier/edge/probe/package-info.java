/** The end of a canary's way: a test receiver that is no person. */
@NullMarked
package io.tocsin.notifier.edge.probe;

import org.jspecify.annotations.NullMarked;
