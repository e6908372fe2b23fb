/** The proof that a message comes from a topic, and the handshake that makes it come. */
@NullMarked
package io.tocsin.alertingest.edge.sns;

import org.jspecify.annotations.NullMarked;
