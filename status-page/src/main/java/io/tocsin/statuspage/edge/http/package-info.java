/** The page for people and Statuspage's API for machines. */
@NullMarked
package io.tocsin.statuspage.edge.http;

import org.jspecify.annotations.NullMarked;
