/** GitHub's issues: an incident's ticket (RUN-04.3, RUN-09.2), and what people do to it. */
@NullMarked
package io.tocsin.notifier.edge.github;

import org.jspecify.annotations.NullMarked;
