/** Canaries at work: they are sent, their return is heard, and the heartbeat goes out. */
@NullMarked
package io.tocsin.alertingest.edge.canary;

import org.jspecify.annotations.NullMarked;
