/** The words of the two CRMs, each a type of its own, so that no two of them can be mixed up. */
@NullMarked
package io.stagesync.vocabulary;

import org.jspecify.annotations.NullMarked;
