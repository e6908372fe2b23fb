/** What the catalog says of a service besides its name (MED-links, MED-contacts, MED-sec). */
@NullMarked
package io.tocsin.contracts.policy.catalog;

import org.jspecify.annotations.NullMarked;
