/** Whether every accepted alert has come to an end, told without asking whoever decides. */
@NullMarked
package io.tocsin.escalationengine.core.ledger;

import org.jspecify.annotations.NullMarked;
