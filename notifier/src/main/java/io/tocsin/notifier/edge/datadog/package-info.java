/** What Datadog is told back: that somebody has what its monitor alerted of (RUN-04.1c). */
@NullMarked
package io.tocsin.notifier.edge.datadog;

import org.jspecify.annotations.NullMarked;
