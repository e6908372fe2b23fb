/** Health and metrics. */
@NullMarked
package io.tocsin.notifier.edge.web;

import org.jspecify.annotations.NullMarked;
