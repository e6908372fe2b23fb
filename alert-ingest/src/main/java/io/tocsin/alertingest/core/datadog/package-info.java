/** Datadog's user-written webhook templates (RUN-03.1a). */
@NullMarked
package io.tocsin.alertingest.core.datadog;

import org.jspecify.annotations.NullMarked;
