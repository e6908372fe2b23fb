/** What a notification says, in the words of the team's templates. */
@NullMarked
package io.tocsin.contracts.policy.message;

import org.jspecify.annotations.NullMarked;
