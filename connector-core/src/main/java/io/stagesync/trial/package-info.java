/**
 * Puts the tests of a mapping file to the reconciler and says where it decides otherwise than they
 * expect. Pure, as the decision itself.
 */
@NullMarked
package io.stagesync.trial;

import org.jspecify.annotations.NullMarked;
