/** The simulated account refuses and forgets what HubSpot does. */
@NullMarked
package io.stagesync.hubspot.simulator;

import org.jspecify.annotations.NullMarked;
