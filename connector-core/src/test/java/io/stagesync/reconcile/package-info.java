/** The decision, tested by a table in plain words, over whole vocabularies, and by laws. */
@NullMarked
package io.stagesync.reconcile;

import org.jspecify.annotations.NullMarked;
