/** The webhooks, answered with problem details when refused. */
@NullMarked
package io.tocsin.alertingest.edge.http;

import org.jspecify.annotations.NullMarked;
