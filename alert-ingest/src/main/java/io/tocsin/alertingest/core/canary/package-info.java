/**
 * Whether canaries come through, and when our own heart beats: judged without clock and network.
 */
@NullMarked
package io.tocsin.alertingest.core.canary;

import org.jspecify.annotations.NullMarked;
