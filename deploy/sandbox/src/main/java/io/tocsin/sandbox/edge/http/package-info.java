/** The providers' paths, the records and faults, and the page that shows the messages. */
@NullMarked
package io.tocsin.sandbox.edge.http;

import org.jspecify.annotations.NullMarked;
