/**
 * Both CRMs simulated on loopback, the people in them and what those people do: what the demo, the
 * benchmark and whoever tries a mapping file run against.
 */
@NullMarked
package io.stagesync.app.simulator;

import org.jspecify.annotations.NullMarked;
