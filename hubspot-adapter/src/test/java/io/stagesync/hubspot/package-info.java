/** The adapter against the simulated account, over real HTTP. */
@NullMarked
package io.stagesync.hubspot;

import org.jspecify.annotations.NullMarked;
