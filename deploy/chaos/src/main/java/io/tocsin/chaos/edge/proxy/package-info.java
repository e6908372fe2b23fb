/** What lies between a process and whom it talks to. */
@NullMarked
package io.tocsin.chaos.edge.proxy;

import org.jspecify.annotations.NullMarked;
