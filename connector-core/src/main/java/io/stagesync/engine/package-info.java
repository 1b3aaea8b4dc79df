/**
 * One class a verb of a run: read, match, decide, guard, push, verify, report. The engine only puts
 * them in sequence.
 */
@NullMarked
package io.stagesync.engine;

import org.jspecify.annotations.NullMarked;
