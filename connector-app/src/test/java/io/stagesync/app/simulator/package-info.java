/** Whether the simulated people are believable and the worlds are compared rightly. */
@NullMarked
package io.stagesync.app.simulator;

import org.jspecify.annotations.NullMarked;
