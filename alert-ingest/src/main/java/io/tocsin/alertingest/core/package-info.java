/** What a source is, and what every source needs: no framework, no clock, no chance. */
@NullMarked
package io.tocsin.alertingest.core;

import org.jspecify.annotations.NullMarked;
