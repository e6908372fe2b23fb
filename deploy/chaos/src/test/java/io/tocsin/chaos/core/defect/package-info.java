/** Small mutations of a correct history: what a fault in the system would leave behind. */
@NullMarked
package io.tocsin.chaos.core.defect;

import org.jspecify.annotations.NullMarked;
