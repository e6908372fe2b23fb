/**
 * Cases: nights that an operator writes down beside the policy, what is given in them and what is
 * expected to come of it. They are played on virtual time by the very decisions of the night.
 */
@NullMarked
package io.tocsin.allinone.cases;

import org.jspecify.annotations.NullMarked;
